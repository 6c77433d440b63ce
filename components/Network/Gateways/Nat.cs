using Platform.Components.Identity;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Platform.Components.Network.Gateways;

/// <summary>The way from private subnets to the internet.</summary>
internal sealed class Nat
{
    private readonly Func<string, RouteArgs> _target;

    private Nat(Func<string, RouteArgs> target, IReadOnlyList<Signal> signals) => (_target, Signals) = (target, signals);

    /// <summary>What tells that the way is open.</summary>
    public IReadOnlyList<Signal> Signals { get; }

    public static Nat? Of(
        PrivateNetworkArgs args,
        string name,
        Vpc vpc,
        SubnetGrid subnets,
        InternetGateway internet,
        CallerAccount account,
        CustomResourceOptions child)
    {
        var afterInternet = CustomResourceOptions.Merge(child, new() { DependsOn = internet });
        switch (args.Nat)
        {
            case NatMode.None:
                return null;

            case NatMode.Instance:
                var place = subnets.Ids[(SubnetTier.Public, subnets.Zones[0])];
                var machine = new NatInstance($"{name}-nat", vpc, place, args, account, child);
                return new Nat(_ => new() { NetworkInterfaceId = machine.InterfaceId }, NetworkSignals.Machine(machine.InstanceId));

            case NatMode.SingleGateway:
                var only = Gateway(subnets.Zones[0]);
                return new Nat(_ => new() { NatGatewayId = only.Id }, NetworkSignals.Gateway(subnets.Zones[0][^1..], only.Id));

            case NatMode.GatewayPerZone:
                var gateways = subnets.Zones.ToDictionary(zone => zone, Gateway);
                return new Nat(
                    zone => new() { NatGatewayId = gateways[zone].Id },
                    [.. subnets.Zones.SelectMany(zone => NetworkSignals.Gateway(zone[^1..], gateways[zone].Id))]);

            case NatMode.RegionalGateway:
                var regional = Regional();
                return new Nat(_ => new() { NatGatewayId = regional.Id }, NetworkSignals.Gateway("region", regional.Id));

            default:
                throw new ArgumentOutOfRangeException(nameof(args), args.Nat, "There is no such way to the internet.");
        }

        NatGateway Gateway(string zone)
        {
            var gatewayName = $"{name}-nat-{zone[^1]}";
            var address = args.NatAddressIds.GetValueOrDefault(zone)
                ?? new Eip(gatewayName, new() { Domain = "vpc", Tags = { ["Name"] = gatewayName } }, child).AllocationId;
            return new NatGateway(gatewayName, new()
            {
                SubnetId = subnets.Ids[(SubnetTier.Public, zone)],
                AllocationId = address,
                Tags = { ["Name"] = gatewayName },
            }, afterInternet);
        }

        NatGateway Regional()
        {
            var gateway = new NatGatewayArgs
            {
                AvailabilityMode = "regional",
                ConnectivityType = "public",
                VpcId = vpc.Id,
                Tags = { ["Name"] = $"{name}-nat" },
            };

            // With no addresses of ours AWS takes its own, and more when a zone runs out of ports.
            foreach (var (zone, address) in args.NatAddressIds.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                gateway.AvailabilityZoneAddresses.Add(new NatGatewayAvailabilityZoneAddressArgs { AvailabilityZone = zone, AllocationIds = address });
            }

            return new NatGateway($"{name}-nat", gateway, afterInternet);
        }
    }

    public void RouteFrom(SubnetGrid subnets, string zone) => subnets.RouteFromPrivate(zone, _target(zone));
}
