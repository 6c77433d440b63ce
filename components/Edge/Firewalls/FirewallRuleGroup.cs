namespace Platform.Components.Edge.Firewalls;

/// <summary>A rule group of the account, evaluated after the managed ones.</summary>
public sealed class FirewallRuleGroup : ResourceArgs
{
    /// <summary>Its ARN, in the scope and region of the firewall.</summary>
    [Input("arn", required: true)] public required string Arn { get; init; }

    /// <summary>Its name in the firewall's rules and metrics: letters, digits, <c>-</c> and <c>_</c>.</summary>
    [Input("name", required: true)] public required string Name { get; init; }

    /// <summary>The capacity (WCU) it was created with.</summary>
    [Input("capacity", required: true)] public required int Capacity { get; init; }
}
