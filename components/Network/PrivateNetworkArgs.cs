using System.Collections.Immutable;
using Platform.Components.Network.Gateways;

namespace Platform.Components.Network;

/// <summary>What a caller may choose; <see cref="PrivateNetwork"/> decides the rest.</summary>
public sealed class PrivateNetworkArgs : ResourceArgs
{
    /// <summary>Addresses of the network: a private /16 that no connected network uses.</summary>
    [Input("cidr", required: true)] public required string Cidr { get; init; }

    /// <summary>
    /// Zones to span, by name such as <c>eu-west-1a</c>; 2 or more. Zones can be added and removed later: no other subnet moves.
    /// </summary>
    [Input("zones", required: true)] public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>How private subnets reach the internet.</summary>
    public required NatMode Nat { get; init; }

    /// <summary>Image of the machine of <see cref="NatMode.Instance"/>, by id: Amazon Linux 2023 for ARM64. Required with it, refused without.</summary>
    [Input("natImageId")] public string? NatImageId { get; init; }

    /// <summary>
    /// Elastic IPs the gateways take, as allocation ids by the name of their zone: addresses that partners have written down. A regional gateway
    /// takes one for each zone or none. Default: new ones.
    /// </summary>
    public IReadOnlyDictionary<string, Input<string>> NatAddressIds { get; init; } = ImmutableDictionary<string, Input<string>>.Empty;

    /// <summary>
    /// Whether every subnet has IPv6 addresses too, of a /56 that Amazon provides. Private subnets reach the internet by an egress-only gateway,
    /// unless <see cref="Nat"/> is <see cref="NatMode.None"/>. It can be turned on later; turning it off takes the addresses away.
    /// Default: false.
    /// </summary>
    [Input("ipv6")] public bool Ipv6 { get; init; }

    /// <summary>Key that encrypts flow logs; its policy must admit CloudWatch Logs.</summary>
    [Input("logKeyArn", required: true)] public required Input<string> LogKeyArn { get; init; }

    /// <summary>Key that encrypts the disk of a NAT instance. Default: the account's <c>aws/ebs</c> key.</summary>
    [Input("diskKeyArn")] public Input<string>? DiskKeyArn { get; init; }

    /// <summary>Days flow logs are kept; see <see cref="Observability.LogRetention"/>.</summary>
    [Input("flowLogRetentionDays", required: true)] public required int FlowLogRetentionDays { get; init; }

    /// <summary>Seconds of traffic in one flow log record, 60 or 600.</summary>
    [Input("flowLogSeconds", required: true)] public required int FlowLogSeconds { get; init; }

    /// <summary>
    /// AWS services to reach without leaving the network, such as <c>ecr.api</c>; each costs by the hour and zone. S3 and DynamoDB
    /// are always reached so, at no cost. Default: none.
    /// </summary>
    [Input("interfaceEndpoints")] public IReadOnlyList<string> InterfaceEndpoints { get; init; } = [];
}
