using System.Collections.Immutable;
using Platform.Components.Network;
using Platform.Components.Network.Gateways;

namespace Platform.Tests.Network;

/// <summary>A network "network" in eu-west-1, with what a test changes.</summary>
internal static class GivenNetwork
{
    public const string NatImage = "ami-0123456789abcdef0";

    public static readonly string[] TwoZones = ["eu-west-1a", "eu-west-1b"];

    public static readonly string[] ThreeZones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

    public static PrivateNetwork Build(
        string cidr = "10.20.0.0/16",
        IReadOnlyList<string>? zones = null,
        NatMode nat = NatMode.Instance,
        IReadOnlyList<string>? endpoints = null,
        int seconds = 600,
        int days = 14,
        bool ipv6 = false,
        IReadOnlyDictionary<string, Input<string>>? addresses = null,
        string? image = null) => new("network", new()
        {
            Cidr = cidr,
            Zones = zones ?? TwoZones,
            Nat = nat,
            NatImageId = image ?? (nat == NatMode.Instance ? NatImage : null),
            NatAddressIds = addresses ?? ImmutableDictionary<string, Input<string>>.Empty,
            Ipv6 = ipv6,
            LogKeyArn = "arn:key/logs",
            DiskKeyArn = "arn:key/data",
            FlowLogSeconds = seconds,
            FlowLogRetentionDays = days,
            InterfaceEndpoints = endpoints ?? [],
        });

    /// <summary>Every subnet with its addresses, IPv6 only where asked for.</summary>
    public static HashSet<string> Layout(Sandbox plan) =>
        [.. plan.Of("Subnet").Select(subnet => $"{subnet.Name} {subnet["cidrBlock"]} {subnet["ipv6CidrBlock"]} {subnet["availabilityZone"]}")];
}
