using Platform.Components.Compute.Deployment;
using Platform.Components.Compute.Scaling;
using Platform.Components.Compute.Tasks;
using Platform.Components.Entry;
using Platform.Components.Messaging;
using Platform.Components.Network;
using Platform.Components.Observability.Traces;
using Platform.Components.Scheduling;

namespace Platform.Components.Compute;

/// <summary>What a caller may choose; <see cref="FargateService"/> decides the rest.</summary>
public sealed class FargateServiceArgs : ResourceArgs
{
    /// <summary>Network to run in, on its private subnets.</summary>
    public required INetwork Network { get; init; }

    /// <summary>Name of the cluster to run in.</summary>
    [Input("clusterName", required: true)] public required Input<string> ClusterName { get; init; }

    /// <summary>Load balancer that sends requests; it alone may. Default: nobody does, as for a service that works off a queue.</summary>
    public LoadBalancerTarget? Target { get; init; }

    /// <summary>
    /// Image by digest, such as <c>registry/name@sha256:…</c>, built for ARM64 and able to run as user 10001 on a read-only disk.
    /// </summary>
    [Input("image", required: true)] public required string Image { get; init; }

    /// <summary>ECR repository the image is pulled from, where this stack makes it. Default: the one the reference names, if it is one of ECR.</summary>
    [Input("repositoryArn")] public Input<string>? RepositoryArn { get; init; }

    /// <summary>CPU of a task, without sidecars, in units of 1/1024 vCPU; see <see cref="FargateSize"/>.</summary>
    [Input("cpu", required: true)] public required int Cpu { get; init; }

    /// <summary>Memory of a task, without sidecars, in MiB; which sizes there are depends on the CPU, see <see cref="FargateSize"/>.</summary>
    [Input("memory", required: true)] public required int Memory { get; init; }

    /// <summary>Tasks that always run, 1 to 5000; outside of working hours none does.</summary>
    [Input("minTasks", required: true)] public required int MinTasks { get; init; }

    /// <summary>Tasks that may run, <see cref="MinTasks"/> to 5000.</summary>
    [Input("maxTasks", required: true)] public required int MaxTasks { get; init; }

    /// <summary>Requests a minute above which a task gets help, 1 or more. Default: 1000.</summary>
    [Input("requestsPerTask")] public int? RequestsPerTask { get; init; }

    /// <summary>Share of tasks on spot capacity, 0 to 100 per cent: a third of the price, two minutes' notice. Default: 0.</summary>
    [Input("spotPercent")] public int? SpotPercent { get; init; }

    /// <summary>Tasks that never run on spot, whatever the share. Default: 0.</summary>
    [Input("onDemandBase")] public int? OnDemandBase { get; init; }

    /// <summary>Queue whose messages it works off. Default: none.</summary>
    public QueueLoad? Queue { get; init; }

    /// <summary>Queues it puts work into or takes work from. Default: none.</summary>
    public IReadOnlyList<QueueAccess> Queues { get; init; } = [];

    /// <summary>Whether tasks also start ahead of the load that came at this hour on other days. Default: false.</summary>
    [Input("forecast")] public bool Forecast { get; init; }

    /// <summary>Containers beside its own; the size of a task grows by what they need. Default: none.</summary>
    public IReadOnlyList<Sidecar> Sidecars { get; init; } = [];

    /// <summary>A collector that takes the service's traces and sends them on. Default: none.</summary>
    public TraceSidecar? Traces { get; init; }

    /// <summary>Every container beside its own.</summary>
    internal IReadOnlyList<Sidecar> Beside => Traces is { } traces ? [.. Sidecars, traces.Container] : Sidecars;

    /// <summary>What the service may connect to.</summary>
    public IReadOnlyList<Connection> Uses { get; init; } = [];

    /// <summary>Environment variables of its own; nothing secret.</summary>
    [Input("environment")] public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Key that encrypts its logs; its policy must admit CloudWatch Logs.</summary>
    [Input("logKeyArn", required: true)] public required Input<string> LogKeyArn { get; init; }

    /// <summary>Days its logs are kept; see <see cref="Observability.LogRetention"/>.</summary>
    [Input("logRetentionDays", required: true)] public required int LogRetentionDays { get; init; }

    /// <summary>How a release takes over from the one before. Default: <see cref="TrafficShift.Rolling"/>.</summary>
    public TrafficShift Release { get; init; } = new TrafficShift.Rolling();

    /// <summary>
    /// Command that prepares the database, run once with the new image before a release's first task starts; when it fails, nothing
    /// changes. Needs a release other than <see cref="TrafficShift.Rolling"/>. Default: none.
    /// </summary>
    [Input("migration")] public IReadOnlyList<string> Migration { get; init; } = [];

    /// <summary>When the service is needed. Default: always.</summary>
    public WorkingHours? WorkingHours { get; init; }

    /// <summary>Team that answers for a release that was taken back. Default: the project's name.</summary>
    [Input("owner")] public string? Owner { get; init; }

    /// <summary>What stands before the name of a runbook in an alarm. Default: <c>docs/runbooks/</c>, where they are in this repository.</summary>
    [Input("runbookUrl")] public string? RunbookUrl { get; init; }
}
