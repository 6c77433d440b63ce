using System.Collections.Immutable;
using Platform.Components.Dns;
using Platform.Components.Network;
using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Entry;

/// <summary>
/// The one way in: TLS 1.2 or newer with keys safe from quantum computers where the client knows them, malformed requests dropped, every
/// request and connection logged, reached by those listed and by nobody else.
/// </summary>
/// <example><code>
/// var entry = new WebLoadBalancer("entry", new()
/// {
///     Network = network, CertificateArn = certificate.Arn, AllowFrom = AllowedSource.CloudFront, LogRetentionDays = 90,
/// });
/// </code></example>
public sealed class WebLoadBalancer : ComponentResource, IObserved, IPromising
{
    /// <summary>Registers the load balancer, its listeners and the group of its targets.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">The port or the path cannot be.</exception>
    public WebLoadBalancer(string name, WebLoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:WebLoadBalancer", name, args, options)
    {
        var port = this.InRange("targetPort", args.TargetPort ?? 8080, min: 1024, max: 65535);
        this.InRange("logRetentionDays", args.LogRetentionDays, min: 1, max: 3650);
        this.Require(
            args.HealthPath is null or ['/', ..],
            $"healthPath is '{args.HealthPath}', but must begin with a slash, as in /healthz.");
        this.Require(
            EntryBalancer.IsDualstack(args) || !args.AllowFrom.Blocks.Any(AllowedSource.IsV6),
            "allowFrom lists IPv6 addresses, which reach only an internet-facing load balancer in a network with IPv6; leave them out, or turn both on.");
        var child = new CustomResourceOptions { Parent = this };
        var healthPath = args.HealthPath ?? "/healthz";

        var firewall = new Firewall(name, args.Network.VpcId, "Load balancer", child);
        EntryRules.Admit(firewall, args.AllowFrom, child);
        var balancer = EntryBalancer.Register(name, args, firewall, child);
        var targets = EntryTargets.Register(name, args.Network.VpcId, port, healthPath, args.Targets, child, args.PodsOf);
        var listener = EntryRules.Listen(name, balancer, args, targets, child);

        Address = DnsTarget.LoadBalancer(balancer.DnsName, balancer.ZoneId, EntryBalancer.IsDualstack(args));
        Target = new LoadBalancerTarget(
            Output.Tuple(targets.Arn, listener.Id).Apply(both => both.Item1),      // a service cannot join a group no listener uses
            firewall.Id,
            Output.Format($"{balancer.ArnSuffix}/{targets.ArnSuffix}"),
            port,
            args.Targets,
            listener.Arn,
            healthPath);
        (Arn, DnsName) = (balancer.Arn, balancer.DnsName);
        (Signals, Objectives) = (EntrySignals.Of(balancer.ArnSuffix, targets.ArnSuffix), EntryObjectives.Of(balancer.ArnSuffix));
        About = this.Declare(ServiceTier.Entry, options, new Dictionary<string, object>
        {
            ["availabilityPercent"] = ServiceTargets.AvailabilityPercent,
            ["apiP95Milliseconds"] = ServiceTargets.ApiP95Milliseconds,
            ["errorPercent"] = ServiceTargets.ErrorPercent,
        }, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>ARN to hand to a web ACL or a VPC origin.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>Name AWS gave it.</summary>
    [Output("dnsName")] public Output<string> DnsName { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <summary>Where a name of ours may point.</summary>
    public DnsTarget Address { get; }

    /// <summary>What a service needs to receive requests.</summary>
    public LoadBalancerTarget Target { get; }
}

/// <summary>What a service needs to receive requests from a load balancer.</summary>
/// <param name="GroupArn">Group to join.</param>
/// <param name="SecurityGroupId">Group from which requests come.</param>
/// <param name="RequestLabel">How CloudWatch names the requests of one target, for autoscaling.</param>
/// <param name="Port">Port to listen on.</param>
/// <param name="Kind">What may join the group.</param>
/// <param name="ListenerArn">Listener that takes rules, for services whose releases take turns.</param>
/// <param name="HealthPath">Path that a healthy target answers with 200.</param>
public sealed record LoadBalancerTarget(
    Output<string> GroupArn,
    Output<string> SecurityGroupId,
    Output<string> RequestLabel,
    int Port,
    TargetKind Kind,
    Output<string> ListenerArn,
    string HealthPath);

/// <summary>What a load balancer sends requests to.</summary>
public enum TargetKind
{
    /// <summary>Addresses: tasks and pods, each with one of its own.</summary>
    Address,

    /// <summary>Instances, which an EC2 Auto Scaling group adds and removes.</summary>
    Instance,
}
