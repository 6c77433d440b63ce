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
            new($"nat-{place}-ports")
            {
                Measure = Nat("ErrorPortAllocation", "Sum"),
                Unit = "count",
                Meaning = "Connections to the internet fail: too many of them lead to one destination.",
                Limit = Limit.Above(0, AlarmTriggers.AwsSource),
                Severity = Severity.High,
                Layer = Layer.Network,
                Evaluation = Evaluation.Minutes(3),
                Runbook = "network-egress",
                Basic = true,
            },
            new($"nat-{place}-dropped")
            {
                Measure = Nat("PacketsDropCount", "Sum"),
                Unit = "count",
                Meaning = "The way to the internet loses packets.",
                Limit = Limit.Above(100, "practice: a few are lost whenever AWS moves a gateway"),
                Severity = Severity.Medium,
                Layer = Layer.Network,
                Runbook = "network-egress",
            },
            new($"nat-{place}-connections")
            {
                Measure = Nat("ActiveConnectionCount", "Maximum"),
                Unit = "count",
                Meaning = "So many connections are open that one busy destination could take all ports.",
                Limit = Limit.Above(0.8 * PortsPerDestination, $"80 % of the {PortsPerDestination} ports of a gateway for one destination"),
                Severity = Severity.Low,
                Layer = Layer.Network,
                Runbook = "network-egress",
            },
        ];
    }

    /// <summary>The signals of a NAT instance.</summary>
    /// <param name="id">Its id.</param>
    public static IReadOnlyList<Signal> Machine(Output<string> id) =>
    [
        new("nat-status")
        {
            Measure = Metric.Of("AWS/EC2", "StatusCheckFailed", "Maximum", ("InstanceId", id)),
            Unit = "count",
            Meaning = "The machine that leads to the internet fails; nothing private reaches partners until EC2 has moved it.",
            Limit = Limit.Above(0, AlarmTriggers.AwsSource),
            Severity = Severity.High,
            Layer = Layer.Network,
            Evaluation = Evaluation.Minutes(2, MissingData.Bad),
            Runbook = "network-egress",
            Basic = true,
        },
    ];
}
