using Platform.Components.Observability.Signals;

namespace Platform.Components.Network;

/// <summary>What the record of connections tells.</summary>
internal static class FlowSignals
{
    private const string Fields = "[version, account, interface, source, destination, sourcePort, destinationPort, protocol, packets, bytes, start, end, action=\"REJECT\", status]";

    public static IReadOnlyList<LogSignal> Of(string name, Output<string> group) =>
    [
        new(group, Fields, new("refused-connections", LogSignal.Count($"{name}-refused-connections"), "count",
            Limit.Above(5_000, "practice: the internet knocks at public addresses a few hundred times in five minutes"),
            Severity.Low, Layer.Security, "firewall-attack",
            "Far more connections are refused than should be: somebody scans the network, or a rule is missing.") { Evaluation = new(300, 3, 3) }),
    ];

    public static IReadOnlyList<SavedQuery> Queries(Output<string> group) =>
    [
        new("top-talkers", group, "stats sum(bytes) as transferred by srcAddr, dstAddr, dstPort | sort transferred desc | limit 25"),
        new("refused", group, "filter action = 'REJECT' | stats count() as refused by srcAddr, dstAddr, dstPort | sort refused desc | limit 25"),
    ];
}
