using Platform.Components.Compute;
using Platform.Components.Compute.Deployment;
using Platform.Components.Entry;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts;

/// <summary>The application as tasks of ECS on Fargate: no machine to look after, billed by the second.</summary>
internal sealed class TasksApp(Site site, TaskSettings settings, ContainerRepository images, params Connection[] uses) : IApp
{
    /// <summary>Share of tasks on spot capacity, per cent.</summary>
    public required int SpotPercent { get; init; }

    /// <summary>Tasks that never run on spot, whatever the share.</summary>
    public int OnDemandBase { get; init; }

    /// <summary>How a release takes over.</summary>
    public TrafficShift Release { get; init; } = new TrafficShift.Rolling();

    /// <summary>Name of a cluster that is there already; null: the environment makes its own.</summary>
    public string? ExistingCluster { get; init; }

    /// <inheritdoc/>
    public TargetKind Targets => TargetKind.Address;

    /// <inheritdoc/>
    public string? PodsOf => null;

    /// <inheritdoc/>
    public IAppTier Run(LoadBalancerTarget target) => new FargateService("app", new()
    {
        Network = site.Network,
        ClusterName = ExistingCluster is { } name ? name : OwnCluster().ClusterName,
        Target = target,
        Image = settings.Image,
        RepositoryArn = images.Arn,
        Cpu = settings.Cpu,
        Memory = settings.Memory,
        MinTasks = settings.MinTasks,
        MaxTasks = settings.MaxTasks,
        SpotPercent = SpotPercent,
        OnDemandBase = OnDemandBase,
        Release = Release,
        Uses = uses,
        LogKeyArn = site.Keys.Logs,
        LogRetentionDays = site.LogDays,
        WorkingHours = site.WorkingHours,
    }, site.Here);

    private ContainerCluster OwnCluster() => new("cluster", new()
    {
        KeyArn = site.Keys.Logs,
        LogRetentionDays = site.LogDays,
        DetailedInsights = site.Protected,
    }, site.Here);
}
