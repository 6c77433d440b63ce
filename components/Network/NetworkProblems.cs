using Platform.Components.Network.Addresses;
using Platform.Components.Network.Gateways;

namespace Platform.Components.Network;

/// <summary>Why a network cannot be as somebody asks, said before anything is registered.</summary>
internal static class NetworkProblems
{
    // Source: AWS What's New, "Regional NAT Gateway", 2025-11-19: all commercial regions, neither China nor GovCloud.
    private static readonly string[] WithoutRegionalNat = ["cn-", "us-gov-"];

    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    public static IReadOnlyList<string> Of(PrivateNetworkArgs args) => [.. Places(args), .. Machine(args), .. Regional(args), .. Addresses(args)];

    private static IEnumerable<string> Places(PrivateNetworkArgs args)
    {
        if (!Ipv4Block.TryParse(args.Cidr, out var block) || AddressPlan.Problem(block) is not null)
        {
            yield return $"cidr is '{args.Cidr}', but must be a /16 of private addresses, such as 10.20.0.0/16.";
        }

        if (args.Zones.Count < 2 || args.Zones.Distinct().Count() < args.Zones.Count)
        {
            yield return $"zones are [{string.Join(", ", args.Zones)}], but load balancers and databases need two different ones.";
        }

        foreach (var zone in args.Zones.Where(zone => zone is not [.., >= 'a' and <= 'h']))
        {
            yield return $"zone '{zone}' has no place in the address plan; name one that ends in a letter from a to h, such as eu-west-1a.";
        }
    }

    private static IEnumerable<string> Machine(PrivateNetworkArgs args)
    {
        if (args.Nat == NatMode.Instance && args.NatImageId is null)
        {
            yield return "nat is Instance without natImageId; name an Amazon Linux 2023 image for ARM64 by id: one that is not named changes by itself.";
        }

        if (args.Nat != NatMode.Instance && args.NatImageId is not null)
        {
            yield return $"natImageId is set, but nat is {args.Nat}, which starts no machine; leave it out.";
        }
    }

    private static IEnumerable<string> Regional(PrivateNetworkArgs args)
    {
        if (args.Nat != NatMode.RegionalGateway)
        {
            yield break;
        }

        if (args.Zones.FirstOrDefault(zone => WithoutRegionalNat.Any(region => zone.StartsWith(region, StringComparison.Ordinal))) is { } without)
        {
            yield return $"nat is RegionalGateway, which AWS does not have in the region of {without}; choose GatewayPerZone.";
        }

        if (args.NatAddressIds.Count > 0 && args.Zones.Any(zone => !args.NatAddressIds.ContainsKey(zone)))
        {
            yield return $"natAddressIds names {args.NatAddressIds.Count} of {args.Zones.Count} zones, but a regional gateway that is given addresses "
                + "joins no zone without one; name one for each zone, or none.";
        }
    }

    private static IEnumerable<string> Addresses(PrivateNetworkArgs args)
    {
        string[] places = args.Nat switch
        {
            NatMode.SingleGateway => [.. args.Zones.Take(1)],
            NatMode.GatewayPerZone or NatMode.RegionalGateway => [.. args.Zones],
            _ => [],
        };
        foreach (var zone in args.NatAddressIds.Keys.Except(places).Order(StringComparer.Ordinal))
        {
            yield return places.Length == 0
                ? $"natAddressIds names '{zone}', but nat is {args.Nat}, which has no gateway; choose one that has, or leave it out."
                : $"natAddressIds names '{zone}', where nat {args.Nat} has no gateway; name {string.Join(" or ", places)}.";
        }
    }
}
