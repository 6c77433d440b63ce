using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Network.Addresses;
using Platform.Components.Network.Gateways;
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
public sealed class PrivateNetwork : ComponentResource, INetwork, ILogging
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

        var vpc = Vpc(name, args, child);
        VacatedDefaults.Register(name, vpc, child);

        var gateway = new InternetGateway(name, new() { VpcId = vpc.Id, Tags = { ["Name"] = name } }, child);
        var subnets = new SubnetGrid(name, vpc, plan, args.Zones, args.Ipv6, child);
        TierFirewalls.Register(name, vpc, plan, subnets, args.Ipv6 ? vpc.Ipv6CidrBlock : null, child);

        subnets.RouteFromPublic(gateway, args.Ipv6);
        var account = CallerAccount.Of(this);
        var nat = Nat.Of(args, name, vpc, subnets, gateway, account, child);
        var out6 = args.Ipv6 && nat is not null
            ? new EgressOnlyInternetGateway(name, new() { VpcId = vpc.Id, Tags = { ["Name"] = name } }, child)
            : null;
        foreach (var zone in args.Zones)
        {
            nat?.RouteFrom(subnets, zone);
            if (out6 is not null)
            {
                subnets.RouteFromPrivate(zone, out6);
            }
        }

        ServiceEndpoints.Register(name, vpc, subnets, args.InterfaceEndpoints, account, child);
        var flows = FlowLogs.Register(name, vpc, args, account, child);

        _subnets = subnets.Ids;
        (VpcId, Cidr, Zones) = (vpc.Id, vpc.CidrBlock, [.. args.Zones]);
        (Layout, Ipv6Layout) = (Output.Create(subnets.Layout), subnets.Layout6);
        Ipv6Cidr = args.Ipv6 ? vpc.Ipv6CidrBlock : null;
        Signals = nat?.Signals ?? [];
        (LogSignals, Queries) = (FlowSignals.Of(name, flows), FlowSignals.Queries(flows));
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

    /// <summary>IPv6 addresses of every subnet, by the same keys; empty without IPv6.</summary>
    [Output("ipv6Layout")] public Output<ImmutableDictionary<string, string>> Ipv6Layout { get; private set; }

    /// <inheritdoc/>
    public Output<string>? Ipv6Cidr { get; }

    /// <inheritdoc/>
    public IReadOnlyList<LogSignal> LogSignals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SavedQuery> Queries { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <inheritdoc/>
    public Output<string> SubnetId(SubnetTier tier, string zone) => _subnets[(tier, zone)];

    private static Vpc Vpc(string name, PrivateNetworkArgs args, CustomResourceOptions child)
    {
        var vpc = new VpcArgs { CidrBlock = args.Cidr, EnableDnsHostnames = true, EnableDnsSupport = true, Tags = { ["Name"] = name } };
        if (args.Ipv6)
        {
            vpc.AssignGeneratedIpv6CidrBlock = true;
        }

        return new(name, vpc, child);
    }

    private AddressPlan Plan(PrivateNetworkArgs args)
    {
        this.Require(NetworkProblems.Of(args));
        this.OneOf("flowLogSeconds", args.FlowLogSeconds, [60, 600]);
        this.OneOf("flowLogRetentionDays", args.FlowLogRetentionDays, LogRetention.Days);
        return new AddressPlan(Ipv4Block.Parse(args.Cidr));
    }
}
