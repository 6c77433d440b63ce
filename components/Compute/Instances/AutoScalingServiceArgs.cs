using System.Collections.Immutable;
using Platform.Components.Compute.Instances.Fleets;
using Platform.Components.Entry;
using Platform.Components.Network;
using Platform.Components.Scheduling;

namespace Platform.Components.Compute.Instances;

/// <summary>What a caller may choose; <see cref="AutoScalingService"/> decides the rest.</summary>
public sealed class AutoScalingServiceArgs : ResourceArgs
{
    /// <summary>Network to run in, on its private subnets.</summary>
    public required INetwork Network { get; init; }

    /// <summary>Load balancer that sends requests, with targets of kind <see cref="TargetKind.Instance"/>; it alone may.</summary>
    public required LoadBalancerTarget Target { get; init; }

    /// <summary>Image by digest, such as <c>registry/name@sha256:…</c>, able to run as user 10001 on a read-only disk; it is told its port as <c>PORT</c>.</summary>
    [Input("image", required: true)] public required string Image { get; init; }

    /// <summary>ECR repository the image is pulled from, where this stack makes it. Default: the one the reference names, if it is one of ECR.</summary>
    [Input("repositoryArn")] public Input<string>? RepositoryArn { get; init; }

    /// <summary>Amazon Linux 2023 image of the machines, by id, so that a machine started tonight equals the one tested today.</summary>
    [Input("machineImageId", required: true)] public required string MachineImageId { get; init; }

    /// <summary>Which machines will do.</summary>
    public required InstanceShape Shape { get; init; }

    /// <summary>How they are bought.</summary>
    public required PurchaseMix Purchase { get; init; }

    /// <summary>Instances that always run, at least one per zone and 500 at most; outside of working hours none does.</summary>
    [Input("minInstances", required: true)] public required int MinInstances { get; init; }

    /// <summary>Instances that may run, 5000 at most. Default: ten times <see cref="MinInstances"/>, room for ten times the normal load.</summary>
    [Input("maxInstances")] public int? MaxInstances { get; init; }

    /// <summary>Requests a minute above which an instance gets help, 1 or more. Default: 1000.</summary>
    [Input("requestsPerInstance")] public int? RequestsPerInstance { get; init; }

    /// <summary>Whether instances also start ahead of the load that came at this hour on other days. Default: false.</summary>
    [Input("forecast")] public bool Forecast { get; init; }

    /// <summary>Stopped instances kept ready, 0 to 100; impossible with spot and with working hours. Default: 0.</summary>
    [Input("warmInstances")] public int? WarmInstances { get; init; }

    /// <summary>What the service may connect to.</summary>
    public IReadOnlyList<Connection> Uses { get; init; } = [];

    /// <summary>Environment variables of its own; nothing secret.</summary>
    [Input("environment")] public IReadOnlyDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Size of the root volume in GiB, 8 to 1000. Default: 20.</summary>
    [Input("volumeGiB")] public int? VolumeGiB { get; init; }

    /// <summary>Key that encrypts its logs; its policy must admit CloudWatch Logs.</summary>
    [Input("logKeyArn", required: true)] public required Input<string> LogKeyArn { get; init; }

    /// <summary>Days its logs are kept; see <see cref="Observability.LogRetention"/>.</summary>
    [Input("logRetentionDays", required: true)] public required int LogRetentionDays { get; init; }

    /// <summary>Policy that limits the machines' role, whatever is attached to it later, by ARN. Default: none.</summary>
    [Input("permissionsBoundaryArn")] public string? PermissionsBoundaryArn { get; init; }

    /// <summary>When the service is needed. Default: always.</summary>
    public WorkingHours? WorkingHours { get; init; }

    /// <summary>Tags of machines, volumes and interfaces, which the default tags of a provider do not reach. Default: none.</summary>
    [Input("instanceTags")] public IReadOnlyDictionary<string, string> InstanceTags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Team that answers for a release that was taken back. Default: the project's name.</summary>
    [Input("owner")] public string? Owner { get; init; }

    /// <summary>What stands before the name of a runbook in an alarm. Default: <c>docs/runbooks/</c>, where they are in this repository.</summary>
    [Input("runbookUrl")] public string? RunbookUrl { get; init; }
}
