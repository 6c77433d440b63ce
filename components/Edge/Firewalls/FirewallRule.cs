using System.Text.Json.Nodes;

namespace Platform.Components.Edge.Firewalls;

/// <summary>One rule of a web ACL: its part of the capacity, and itself in the form of the WAF API.</summary>
/// <param name="Name">Its name and that of its metric, unique in the ACL.</param>
/// <param name="Capacity">Web ACL capacity units (WCU), an upper bound.</param>
/// <param name="Statement">What it looks for.</param>
/// <param name="Action">The action's name and value: <c>Action</c> for own rules, <c>OverrideAction</c> for rule groups.</param>
internal sealed record FirewallRule(string Name, int Capacity, JsonObject Statement, FirewallAction Action)
{
    /// <summary>The rule as the API reads it.</summary>
    /// <param name="priority">Its place: rules run in this order until one of them ends the evaluation.</param>
    public JsonObject ToJson(int priority) => new()
    {
        [nameof(Name)] = Name,
        ["Priority"] = priority,
        [nameof(Statement)] = Statement.DeepClone(),
        [Action.Property] = new JsonObject { [Action.Value] = new JsonObject() },
        ["VisibilityConfig"] = new JsonObject
        {
            ["SampledRequestsEnabled"] = true,
            ["CloudWatchMetricsEnabled"] = true,
            ["MetricName"] = Name,
        },
    };
}

/// <summary>What a rule does on a match.</summary>
/// <param name="Property">The property that holds the action.</param>
/// <param name="Value">The action.</param>
internal readonly record struct FirewallAction(string Property, string Value)
{
    /// <summary>Refuses the request.</summary>
    public static FirewallAction Block => new("Action", "Block");

    /// <summary>Accepts the request and asks no further rule.</summary>
    public static FirewallAction Allow => new("Action", "Allow");

    /// <summary>An own rule under a mode.</summary>
    /// <param name="mode">The firewall's mode.</param>
    public static FirewallAction Of(FirewallMode mode) => new("Action", mode == FirewallMode.Block ? "Block" : "Count");

    /// <summary>A rule group under a mode: its rules decide, or all of them only count.</summary>
    /// <param name="mode">The firewall's mode.</param>
    public static FirewallAction OfGroup(FirewallMode mode) => new("OverrideAction", mode == FirewallMode.Block ? "None" : "Count");
}
