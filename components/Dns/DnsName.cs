using System.Collections.Immutable;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;

namespace Platform.Components.Dns;

/// <summary>Names that lead to a target over each IP version it speaks and, if asked to, elsewhere when it is down.</summary>
/// <example><code>new DnsName("site", new() { Zone = zone, Hosts = ["www.example.com"], Target = DnsTarget.Distribution(cdn.DomainName, cdn.HostedZoneId) });</code></example>
public sealed class DnsName : ComponentResource, IObserved
{
    private const int TtlSeconds = 60;
    private const int ProbeSeconds = 10;
    private const int ProbeFailures = 3;

    /// <summary>Creates the records and, for a failover, the health check.</summary>
    /// <param name="name">The unique name of the component.</param>
    /// <param name="args">What the caller chose.</param>
    /// <param name="options">Options of the component.</param>
    public DnsName(string name, DnsNameArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:DnsName", name, args, options)
    {
        this.Require(NameProblems.Of(args));
        HealthCheckId = Output.Create("");
        if (args.Failover is { } failover)
        {
            HealthCheckId = Probe(name, failover).Id;
        }

        foreach (var host in args.Hosts)
        {
            foreach (var type in Types(args.Target))
            {
                var record = $"{name}-{host}-{type.ToLowerInvariant()}";
                new Record(record, Record(args, host, type, args.Target, args.Failover is null ? null : "PRIMARY"), Child);
                if (args.Failover is { } other)
                {
                    new Record($"{record}-standby", Record(args, host, type, other.Standby, "SECONDARY"), Child);
                }
            }
        }

        Signals = args.Failover is null ? [] : [DnsSignals.Probe(name, HealthCheckId)];
        About = this.Declare(ServiceTier.Entry, options, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>Id of the health check of the target; empty without a failover.</summary>
    [Output("healthCheckId")] public Output<string> HealthCheckId { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private CustomResourceOptions Child => new() { Parent = this };

    private static string[] Types(DnsTarget target) => !target.IsAlias ? ["CNAME"] : target.Ipv6 ? ["A", "AAAA"] : ["A"];

    private RecordArgs Record(DnsNameArgs args, string host, string type, DnsTarget target, string? role)
    {
        var record = new RecordArgs { ZoneId = args.Zone.ZoneId, Name = host, Type = type };
        if (target.ZoneId is { } zoneId)
        {
            // An alias takes the TTL of what it leads to: 60 s for load balancers and distributions.
            record.Aliases.Add(new RecordAliasArgs { Name = target.Name, ZoneId = zoneId, EvaluateTargetHealth = target.EvaluateTargetHealth });
        }
        else
        {
            record.Records.Add(target.Name);
            record.Ttl = TtlSeconds;
        }

        if (role is not null)
        {
            record.SetIdentifier = role.ToLowerInvariant();
            record.FailoverRoutingPolicies.Add(new RecordFailoverRoutingPolicyArgs { Type = role });
        }

        if (role == "PRIMARY")
        {
            record.HealthCheckId = HealthCheckId;
        }

        return record;
    }

    private HealthCheck Probe(string name, DnsFailover failover)
    {
        var check = new HealthCheck($"{name}-probe", failover.Probe.AlarmName is { } alarm
            ? new()
            {
                Type = "CLOUDWATCH_METRIC",
                CloudwatchAlarmName = alarm,
                CloudwatchAlarmRegion = failover.Probe.AlarmRegion!,
                InsufficientDataHealthStatus = "LastKnownStatus",       // no data is no outage
            }
            : new()
            {
                Type = "HTTPS",
                Fqdn = failover.Probe.Fqdn!,
                Port = 443,
                ResourcePath = failover.Probe.ResourcePath!,
                EnableSni = true,
                RequestInterval = ProbeSeconds,
                FailureThreshold = ProbeFailures,
            }, Child);
        return check;
    }
}
