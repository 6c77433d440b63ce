using Platform.Components.Observability.Signals;

namespace Platform.Components.Network.Gateways;

/// <summary>What the way to the internet tells about its health.</summary>
internal static class NetworkSignals
{
    // For each address of the gateway. Source: VPC user guide, NAT gateway basics.
    private const int PortsPerDestination = 55_000;

    /// <summary>The signals of a NAT gateway.</summary>
    /// <param name="place">What tells it from its sisters, such as the letter of its zone.</param>
    /// <param name="id">Its id.</param>
    public static IReadOnlyList<Signal> Gateway(string place, Output<string> id)
    {
        Metric Nat(string name, string statistic) => Metric.Of("AWS/NATGateway", name, statistic, ("NatGatewayId", id));
        return
        [
            new($"nat-{place}-ports", Nat("ErrorPortAllocation", "Sum"), "count", Limit.Above(0, AlarmTriggers.AwsSource),
                Severity.High, Layer.Network, "network-egress", "Connections to the internet fail: too many of them lead to one destination.")
                { Evaluation = Evaluation.Minutes(3), Basic = true },
            new($"nat-{place}-dropped", Nat("PacketsDropCount", "Sum"), "count",
                Limit.Above(100, "practice: a few are lost whenever AWS moves a gateway"),
                Severity.Medium, Layer.Network, "network-egress", "The way to the internet loses packets."),
            new($"nat-{place}-connections", Nat("ActiveConnectionCount", "Maximum"), "count",
                Limit.Above(0.8 * PortsPerDestination, $"80 % of the {PortsPerDestination} ports of a gateway for one destination"),
                Severity.Low, Layer.Network, "network-egress", "So many connections are open that one busy destination could take all ports."),
        ];
    }

    /// <summary>The signals of a NAT instance.</summary>
    /// <param name="id">Its id.</param>
    public static IReadOnlyList<Signal> Machine(Output<string> id) =>
    [
        new("nat-status", Metric.Of("AWS/EC2", "StatusCheckFailed", "Maximum", ("InstanceId", id)), "count",
            Limit.Above(0, AlarmTriggers.AwsSource),
            Severity.High, Layer.Network, "network-egress",
            "The machine that leads to the internet fails; nothing private reaches partners until EC2 has moved it.")
            { Evaluation = Evaluation.Minutes(2, MissingData.Bad), Basic = true },
    ];
}
