using Platform.Components.Identity;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Ec2;

namespace Platform.Components.Network;

/// <summary>The way from private subnets to the internet.</summary>
internal sealed class Nat
{
    private readonly Func<string, RouteArgs> _target;

    private Nat(Func<string, RouteArgs> target, IReadOnlyList<Signal> signals) => (_target, Signals) = (target, signals);

    /// <summary>What tells that the way is open.</summary>
    public IReadOnlyList<Signal> Signals { get; }

    public static Nat? Of(
        NatMode mode,
        string name,
        Vpc vpc,
        SubnetGrid subnets,
        Input<string>? diskKeyArn,
        CallerAccount account,
        CustomResourceOptions child)
    {
        switch (mode)
        {
            case NatMode.None:
                return null;

            case NatMode.Instance:
                var place = subnets.Ids[(SubnetTier.Public, subnets.Zones[0])];
                var machine = new NatInstance($"{name}-nat", vpc, place, diskKeyArn, account, child);
                return new Nat(_ => new() { NetworkInterfaceId = machine.InterfaceId }, NetworkSignals.Machine(machine.InstanceId));

            case NatMode.SingleGateway:
                var only = Gateway(subnets.Zones[0]);
                return new Nat(_ => new() { NatGatewayId = only.Id }, NetworkSignals.Gateway(subnets.Zones[0][^1..], only.Id));

            case NatMode.GatewayPerZone:
                var gateways = subnets.Zones.ToDictionary(zone => zone, Gateway);
                return new Nat(
                    zone => new() { NatGatewayId = gateways[zone].Id },
                    [.. subnets.Zones.SelectMany(zone => NetworkSignals.Gateway(zone[^1..], gateways[zone].Id))]);

            default:
                throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such way to the internet.");
        }

        NatGateway Gateway(string zone)
        {
            var gatewayName = $"{name}-nat-{zone[^1]}";
            var address = new Eip(gatewayName, new() { Domain = "vpc", Tags = { ["Name"] = gatewayName } }, child);
            return new NatGateway(gatewayName, new()
            {
                SubnetId = subnets.Ids[(SubnetTier.Public, zone)],
                AllocationId = address.AllocationId,
                Tags = { ["Name"] = gatewayName },
            }, child);
        }
    }

    public void RouteFrom(SubnetGrid subnets, string zone) => subnets.RouteFromPrivate(zone, _target(zone));
}
