using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.WafV2;
using Pulumi.Aws.WafV2.Inputs;

namespace Platform.Components.Edge.Firewalls;

/// <summary>A web ACL that stops known attackers, floods and injection, and logs what it did without the caller's credentials.</summary>
/// <example><code>var firewall = new WebFirewall("edge", new() { Target = FirewallTarget.Cdn, Mode = FirewallMode.Count });</code></example>
public sealed class WebFirewall : ComponentResource, ILogging
{
    /// <summary>Creates the web ACL, its address sets, its log and, for a load balancer, the association.</summary>
    /// <param name="name">The unique name of the component.</param>
    /// <param name="args">What the caller chose.</param>
    /// <param name="options">Options of the component.</param>
    public WebFirewall(string name, WebFirewallArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:WebFirewall", name, args, options)
    {
        this.Require(FirewallProblems.Of(args));
        Capacity = FirewallProblems.CapacityOf(args);
        if (Capacity > FirewallProblems.IncludedCapacity)
        {
            Log.Warn($"The rules take {Capacity} WCU; beyond {FirewallProblems.IncludedCapacity} each million requests costs more.", this);
        }

        var denied = Sets(name, "denied", args.DenyAddresses, args);
        var allowed = Sets(name, "allowed", args.AllowAddresses, args);

        var acl = new WebAcl(name, new()
        {
            Scope = args.Target.Scope,
            Region = args.Target.Region!,
            Description = $"Protects {args.Target.Scope} traffic; rules in the order they run.",
            DefaultAction = new WebAclDefaultActionArgs { Allow = new WebAclDefaultActionAllowArgs() },
            RuleJson = Output.Tuple(Output.All(denied), Output.All(allowed))
                .Apply(arns => FirewallRules.Json(FirewallRules.Of(args, arns.Item1, arns.Item2))),
            DataProtectionConfig = FirewallLog.Protection,
            VisibilityConfig = new WebAclVisibilityConfigArgs
            {
                CloudwatchMetricsEnabled = true,
                SampledRequestsEnabled = true,
                MetricName = name,
            },
        }, Child);

        var log = new LogStream($"{name}-log", FirewallLog.Stream(name, args), new ComponentResourceOptions { Parent = this });
        new WebAclLoggingConfiguration(name, FirewallLog.Configuration(acl.Arn, log.Arn, args.Target.Region), Child);

        if (args.Target.LoadBalancerArn is { } loadBalancer)
        {
            new WebAclAssociation(name, new()
            {
                ResourceArn = loadBalancer,
                WebAclArn = acl.Arn,
                Region = args.Target.Region!,
            }, Child);
        }

        (WebAclArn, LogGroupName) = (acl.Arn, log.GroupName);
        Signals = FirewallSignals.Of(
            acl.VisibilityConfig.Apply(visibility => visibility.MetricName),
            args.Target.Region,
            args.Mode ?? FirewallMode.Block,
            args.Target.LoadBalancerArn is null ? null : CallerAccount.Of(this).In(args.Target.Region).Region);
        LogSignals = [];
        Queries = args.Target.Region is null ? FirewallLog.Queries(log.GroupName) : [];      // a question is kept in the region of its log
        About = this.Declare(ServiceTier.Entry, options, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>ARN of the web ACL, for the distribution that uses it.</summary>
    [Output("webAclArn")] public Output<string> WebAclArn { get; private set; }

    /// <summary>Log group of blocked, counted and challenged requests.</summary>
    [Output("logGroupName")] public Output<string> LogGroupName { get; private set; }

    /// <summary>Web ACL capacity units the rules take, an upper bound.</summary>
    [Output("capacity")] public int Capacity { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<LogSignal> LogSignals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SavedQuery> Queries { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private CustomResourceOptions Child => new() { Parent = this };

    private Output<string>[] Sets(string name, string verdict, IReadOnlyList<string>? blocks, WebFirewallArgs args) =>
    [
        .. AddressSet.Of(blocks).Select(set => new IpSet($"{name}-{verdict}-{set.Version.ToLowerInvariant()}", new()
        {
            Scope = args.Target.Scope,
            Region = args.Target.Region!,
            IpAddressVersion = set.Version,
            Addresses = set.Blocks.ToArray(),
        }, Child).Arn),
    ];
}
