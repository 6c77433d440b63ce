using System.Text.Json.Nodes;

namespace Platform.Components.Edge.Firewalls;

/// <summary>What rules look for, with the capacity each costs.</summary>
/// <remarks>
/// Capacities from the AWS WAF Developer Guide, "rule statements list", read 2026-11: IP set 1 (5 when it reads a header), country 1,
/// rate 2, prefix match 2, each text transformation 10.
/// </remarks>
/// <param name="clientIpHeader">The header that names the client behind a proxy; null where the connection is the client's.</param>
internal sealed class FirewallStatements(string? clientIpHeader)
{
    private const int RateWindowSeconds = 300;

    /// <summary>A group AWS maintains, some of whose rules only count.</summary>
    public static JsonObject Managed(ManagedRuleGroup group, IEnumerable<string> counted)
    {
        var body = new JsonObject { ["VendorName"] = "AWS", ["Name"] = group.Name };
        if (group.Configuration is { } configuration)
        {
            body["ManagedRuleGroupConfigs"] = new JsonArray(JsonNode.Parse(configuration));
        }

        var overrides = counted.Order(StringComparer.Ordinal).Select(rule => (JsonNode)new JsonObject
        {
            ["Name"] = rule,
            ["ActionToUse"] = new JsonObject { ["Count"] = new JsonObject() },
        }).ToArray();
        if (overrides.Length > 0)
        {
            body["RuleActionOverrides"] = new JsonArray(overrides);
        }

        return new() { ["ManagedRuleGroupStatement"] = body };
    }

    /// <summary>A rule group of the account.</summary>
    public static JsonObject Group(string arn) => new() { ["RuleGroupReferenceStatement"] = new JsonObject { ["ARN"] = arn } };

    /// <summary>Clients that send more requests in five minutes than allowed, on some paths or on all.</summary>
    public (JsonObject Statement, int Capacity) Rate(int limit, IReadOnlyList<string> paths)
    {
        var body = new JsonObject
        {
            ["Limit"] = limit,
            ["EvaluationWindowSec"] = RateWindowSeconds,
            ["AggregateKeyType"] = clientIpHeader is null ? "IP" : "FORWARDED_IP",
        };
        Forwarded(body, "ForwardedIPConfig", suspicious: true);
        if (paths.Count > 0)
        {
            body["ScopeDownStatement"] = Any([.. paths.Select(PathPrefix)]);
        }

        return (new() { ["RateBasedStatement"] = body }, 2 + (12 * paths.Count));
    }

    /// <summary>Clients in one of these address sets.</summary>
    /// <param name="setArns">ARNs of the sets.</param>
    /// <param name="trusted">Whether being found is good for the client.</param>
    public (JsonObject Statement, int Capacity) Addresses(IReadOnlyList<string> setArns, bool trusted)
    {
        var sets = setArns.Select(arn =>
        {
            var body = new JsonObject { ["ARN"] = arn };
            Forwarded(body, "IPSetForwardedIPConfig", suspicious: !trusted);
            (body["IPSetForwardedIPConfig"] as JsonObject)?.Add("Position", "FIRST");
            return new JsonObject { ["IPSetReferenceStatement"] = body };
        });
        return (Any([.. sets]), (clientIpHeader is null ? 1 : 5) * setArns.Count);
    }

    /// <summary>Clients in a country the filter refuses.</summary>
    public (JsonObject Statement, int Capacity) Refused(CountryFilter filter)
    {
        var body = new JsonObject { ["CountryCodes"] = new JsonArray([.. filter.Countries.Select(code => (JsonNode)code)]) };
        Forwarded(body, "ForwardedIPConfig", suspicious: !filter.Allows);
        var match = new JsonObject { ["GeoMatchStatement"] = body };
        return (filter.Allows ? new() { ["NotStatement"] = new JsonObject { ["Statement"] = match } } : match, 1);
    }

    // A header without a valid address is a client that hides: found where that is bad for it, not found where it would be good.
    private void Forwarded(JsonObject body, string property, bool suspicious)
    {
        if (clientIpHeader is not null)
        {
            body[property] = new JsonObject { ["HeaderName"] = clientIpHeader, ["FallbackBehavior"] = suspicious ? "MATCH" : "NO_MATCH" };
        }
    }

    // The provider encodes SearchString itself; lower case, so that /LOGIN is no way around.
    private static JsonObject PathPrefix(string path) => new()
    {
        ["ByteMatchStatement"] = new JsonObject
        {
            ["SearchString"] = path.ToLowerInvariant(),
            ["FieldToMatch"] = new JsonObject { ["UriPath"] = new JsonObject() },
            ["TextTransformations"] = new JsonArray(new JsonObject { ["Priority"] = 0, ["Type"] = "LOWERCASE" }),
            ["PositionalConstraint"] = "STARTS_WITH",
        },
    };

    // The API refuses an OrStatement of one.
    private static JsonObject Any(IReadOnlyList<JsonObject> statements) => statements is [var only]
        ? only
        : new() { ["OrStatement"] = new JsonObject { ["Statements"] = new JsonArray([.. statements]) } };
}
