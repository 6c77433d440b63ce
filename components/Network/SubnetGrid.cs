using System.Collections.Immutable;
using Platform.Components.Network.Addresses;
using Pulumi.Aws.Ec2;

namespace Platform.Components.Network;

/// <summary>
/// The subnets of a network, one for each tier and zone, and the tables that route from them. Private subnets have a table each, so
/// that a zone can have a way out of its own; the other tiers need one only.
/// </summary>
internal sealed class SubnetGrid
{
    private static readonly SubnetTier[] Tiers = [SubnetTier.Public, SubnetTier.Private, SubnetTier.Isolated];

    private readonly string _name;
    private readonly CustomResourceOptions _child;
    private readonly SortedDictionary<string, RouteTable> _tables = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _layout = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Output<string>> _layout6 = new(StringComparer.Ordinal);
    private readonly Dictionary<(SubnetTier, string), Output<string>> _ids = [];

    public SubnetGrid(string name, Vpc vpc, AddressPlan plan, IReadOnlyList<string> zones, bool ipv6, CustomResourceOptions child)
    {
        (_name, _child, Zones) = (name, child, zones);
        foreach (var tier in Tiers)
        {
            foreach (var zone in zones)
            {
                var place = Place(tier, zone);
                var block = plan.Subnet(tier, zone[^1]).ToString();
                var args = new SubnetArgs
                {
                    VpcId = vpc.Id,
                    CidrBlock = block,
                    AvailabilityZone = zone,
                    MapPublicIpOnLaunch = false,
                    Tags = { ["Name"] = $"{name}-{place}", ["platform:tier"] = Word(tier) },
                };
                if (ipv6)
                {
                    args.Ipv6CidrBlock = _layout6[place] = vpc.Ipv6CidrBlock.Apply(cidr => Ipv6Plan.Subnet(cidr, tier, zone[^1]));
                    args.AssignIpv6AddressOnCreation = true;
                }

                var subnet = new Subnet($"{name}-{place}", args, child);

                (_layout[place], _ids[(tier, zone)]) = (block, subnet.Id);
                new RouteTableAssociation($"{name}-{place}", new()
                {
                    SubnetId = subnet.Id, RouteTableId = TableOf(vpc, tier, zone).Id,
                }, child);
            }
        }
    }

    public IReadOnlyList<string> Zones { get; }

    public ImmutableDictionary<(SubnetTier, string), Output<string>> Ids => _ids.ToImmutableDictionary();

    public ImmutableDictionary<string, string> Layout => _layout.ToImmutableDictionary();

    /// <summary>The IPv6 addresses of every subnet; none without IPv6.</summary>
    public Output<ImmutableDictionary<string, string>> Layout6 => Output
        .All(_layout6.Values.Select(block => (Input<string>)block))
        .Apply(blocks => _layout6.Keys.Zip(blocks).ToImmutableDictionary(pair => pair.First, pair => pair.Second));

    public IEnumerable<RouteTable> PrivateTables => Zones.Select(zone => _tables[Place(SubnetTier.Private, zone)]);

    public IEnumerable<Output<string>> IdsOf(SubnetTier tier) => Zones.Select(zone => _ids[(tier, zone)]);

    public void RouteFromPublic(InternetGateway gateway, bool ipv6)
    {
        Route(Word(SubnetTier.Public), "internet", new() { DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway.Id });
        if (ipv6)
        {
            Route(Word(SubnetTier.Public), "internet-ipv6", new() { DestinationIpv6CidrBlock = "::/0", GatewayId = gateway.Id });
        }
    }

    public void RouteFromPrivate(string zone, RouteArgs target)
    {
        target.DestinationCidrBlock = "0.0.0.0/0";
        Route(Place(SubnetTier.Private, zone), "internet", target);
    }

    public void RouteFromPrivate(string zone, EgressOnlyInternetGateway gateway) => Route(
        Place(SubnetTier.Private, zone), "internet-ipv6", new() { DestinationIpv6CidrBlock = "::/0", EgressOnlyGatewayId = gateway.Id });

    private static string Word(SubnetTier tier) => tier.ToString().ToLowerInvariant();

    private static string Place(SubnetTier tier, string zone) => $"{Word(tier)}-{zone[^1]}";

    private void Route(string table, string to, RouteArgs route)
    {
        route.RouteTableId = _tables[table].Id;
        new Route($"{_name}-{table}-{to}", route, _child);
    }

    private RouteTable TableOf(Vpc vpc, SubnetTier tier, string zone)
    {
        var key = tier == SubnetTier.Private ? Place(tier, zone) : Word(tier);
        if (!_tables.TryGetValue(key, out var table))
        {
            var name = $"{_name}-{key}";
            table = _tables[key] = new RouteTable(name, new() { VpcId = vpc.Id, Tags = { ["Name"] = name } }, _child);
        }

        return table;
    }
}
