using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Placeholders.Services;
using Platform.Engine.Wire;

namespace Platform.Engine.Monitor;

/// <summary>Tells where a resource lives, from its own region, its provider, and the stack's settings.</summary>
internal sealed class Scopes(Session session)
{
    private readonly ConcurrentDictionary<string, CloudScope> _providers = new(StringComparer.Ordinal);

    /// <summary>The scope of a resource or data source.</summary>
    /// <param name="provider">Its explicit provider; <c>null</c> or empty for the default one.</param>
    /// <param name="inputs">What the program gave it.</param>
    public CloudScope Of(string? provider, Struct inputs)
    {
        var scope = _providers.GetOrAdd(provider ?? "", Read);
        return inputs.Fields.TryGetValue("region", out var region) && region.KindCase != Value.KindOneofCase.NullValue
            ? scope with { Region = WireValue.Text(WireValue.Unwrap(region)), RegionIsAssumed = false }
            : scope;
    }

    private CloudScope Read(string reference)
    {
        var inputs = reference.LastIndexOf("::", StringComparison.Ordinal) is var cut and > 0 ? session.Find(reference[..cut])?.Inputs : null;
        var given = Setting(inputs, "region");
        var region = given.IsUnknown ? null : given.Text ?? session.Config.Find("aws:region");
        var account = AccountOf(Setting(inputs, "allowedAccountIds").Text)
            ?? AccountOfRole(Setting(inputs, "assumeRoles").Text)
            ?? AccountOf(session.Config.Find("aws:allowedAccountIds"));
        var tags = Setting(inputs, "defaultTags");
        return new(
            given.IsUnknown ? null : region ?? CloudScope.AssumedRegion,
            account ?? CloudScope.AssumedAccount,
            RegionIsAssumed: !given.IsUnknown && region is null,
            AccountIsAssumed: account is null,
            tags.IsUnknown ? null : TagsOf(tags.Text ?? (inputs is null ? session.Config.Find("aws:defaultTags") : null)));
    }

    // Nested settings of a provider travel as JSON text; plain objects are accepted as well.
    private static (string? Text, bool IsUnknown) Setting(Struct? inputs, string name)
    {
        if (inputs is null || !inputs.Fields.TryGetValue(name, out var wrapped) || wrapped.KindCase == Value.KindOneofCase.NullValue)
        {
            return (null, false);
        }

        var value = WireValue.Unwrap(wrapped);
        return WireValue.HasUnknown(value) ? (null, true)
            : value.KindCase == Value.KindOneofCase.StringValue ? (value.StringValue, false)
            : (WireJson.Format(value), false);
    }

    private static string? AccountOf(string? json)
    {
        var first = json is not null && Json(json) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0].ToString() : json;
        return first is { Length: 12 } && first.All(char.IsAsciiDigit) ? first : null;
    }

    // arn:aws:iam::123456789012:role/deploy
    private static string? AccountOfRole(string? json) =>
        json is not null
        && Json(json) is { ValueKind: JsonValueKind.Array } roles
        && roles.GetArrayLength() > 0
        && roles[0].ValueKind == JsonValueKind.Object
        && roles[0].TryGetProperty("roleArn", out var arn)
        && arn.ToString().Split(':') is [_, _, _, _, var account, ..]
            ? AccountOf(account)
            : null;

    private static ImmutableSortedDictionary<string, string>? TagsOf(string? json)
    {
        var none = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);
        if (json is null)
        {
            return none;
        }

        if (Json(json) is not { ValueKind: JsonValueKind.Object } settings)
        {
            return null;
        }

        return settings.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Object
            ? none.AddRange(tags.EnumerateObject().Select(tag => KeyValuePair.Create(tag.Name, tag.Value.ToString())))
            : none;
    }

    private static JsonElement? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
