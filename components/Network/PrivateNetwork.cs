using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Ec2;

namespace Platform.Components.Network;

/// <summary>
/// A network in which nothing is reached from the internet unless a load balancer stands before it: three tiers of subnets in each
/// zone, no public addresses, traffic between tiers filtered, every connection logged.
/// </summary>
/// <example><code>
/// var network = new PrivateNetwork("network", new()
/// {
///     Cidr = "10.20.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"], Nat = NatMode.SingleGateway,
///     LogKeyArn = keys.Logs, FlowLogSeconds = 600, FlowLogRetentionDays = 14,
/// });
/// </code></example>
public sealed class PrivateNetwork : ComponentResource, INetwork, IObserved
{
    private readonly ImmutableDictionary<(SubnetTier, string), Output<string>> _subnets;

    /// <summary>Registers the network and all it consists of.</summary>
    /// <param name="name">Logical name; children are named after it, their tier and the letter of their zone.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">The addresses, the zones or the flow log interval are not possible.</exception>
    public PrivateNetwork(string name, PrivateNetworkArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:PrivateNetwork", name, args, options)
    {
        var plan = Plan(args);
        var child = new CustomResourceOptions { Parent = this };

        var vpc = new Vpc(name, new()
        {
            CidrBlock = args.Cidr,
            EnableDnsHostnames = true,
            EnableDnsSupport = true,
            Tags = { ["Name"] = name },
        }, child);
        VacatedDefaults.Register(name, vpc, child);

        var gateway = new InternetGateway(name, new() { VpcId = vpc.Id, Tags = { ["Name"] = name } }, child);
        var subnets = new SubnetGrid(name, vpc, plan, args.Zones, child);
        TierFirewalls.Register(name, vpc, plan, subnets, child);

        subnets.RouteFromPublic(gateway);
        var account = CallerAccount.Of(this);
        var nat = Nat.Of(args.Nat, name, vpc, subnets, args.DiskKeyArn, account, child);
        foreach (var zone in args.Zones)
        {
            nat?.RouteFrom(subnets, zone);
        }

        ServiceEndpoints.Register(name, vpc, subnets, args.InterfaceEndpoints, account, child);
        FlowLogs.Register(name, vpc, args, account, child);

        _subnets = subnets.Ids;
        (VpcId, Cidr, Zones) = (vpc.Id, vpc.CidrBlock, [.. args.Zones]);
        Layout = Output.Create(subnets.Layout);
        Signals = nat?.Signals ?? [];
        About = this.Declare(ServiceTier.Network, options, signals: Signals);
        RegisterOutputs();
    }

    /// <inheritdoc/>
    [Output("vpcId")] public Output<string> VpcId { get; private set; }

    /// <inheritdoc/>
    [Output("cidr")] public Output<string> Cidr { get; private set; }

    /// <inheritdoc/>
    [Output("zones")] public IReadOnlyList<string> Zones { get; private set; }

    /// <summary>Addresses of every subnet, by <c>tier-letter</c>, such as <c>private-a</c>.</summary>
    [Output("layout")] public Output<ImmutableDictionary<string, string>> Layout { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <inheritdoc/>
    public Output<string> SubnetId(SubnetTier tier, string zone) => _subnets[(tier, zone)];

    private AddressPlan Plan(PrivateNetworkArgs args)
    {
        this.Require(
            Ipv4Block.TryParse(args.Cidr, out var block) && AddressPlan.Problem(block) is null,
            $"cidr is '{args.Cidr}', but must be a /16 of private addresses, such as 10.20.0.0/16.");
        this.Require(
            args.Zones.Count >= 2 && args.Zones.Distinct().Count() == args.Zones.Count,
            $"zones are [{string.Join(", ", args.Zones)}], but load balancers and databases need two different ones.");
        foreach (var zone in args.Zones)
        {
            this.Require(
                zone.Length > 0 && zone[^1] is >= 'a' and <= 'h',
                $"zone '{zone}' has no place in the address plan; name one that ends in a letter from a to h, such as eu-west-1a.");
        }

        this.OneOf("flowLogSeconds", args.FlowLogSeconds, [60, 600]);
        this.OneOf("flowLogRetentionDays", args.FlowLogRetentionDays, LogRetention.Days);
        return new AddressPlan(block);
    }
}
