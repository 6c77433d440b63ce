using Platform.Components.Compute;
using Platform.Components.Compute.Deployment;
using Platform.Components.Compute.Images;
using Platform.Components.Compute.Scaling;
using Platform.Components.Entry;
using Platform.Components.Messaging;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts.Apps;

/// <summary>The application as tasks of ECS on Fargate: no machine to look after, billed by the second.</summary>
internal sealed class TasksApp(Site site, TaskSettings settings, ContainerRepository images, params Connection[] uses) : IApp
{
    /// <summary>Messages one task should have before it; more of them start another.</summary>
    private const int MessagesPerTask = 100;

    /// <summary>Share of tasks on spot capacity, per cent.</summary>
    public required int SpotPercent { get; init; }

    /// <summary>Tasks that never run on spot, whatever the share.</summary>
    public int OnDemandBase { get; init; }

    /// <summary>How a release takes over.</summary>
    public TrafficShift Release { get; init; } = new TrafficShift.Rolling();

    /// <summary>Name of a cluster that is there already; null: the environment makes its own.</summary>
    public string? ExistingCluster { get; init; }

    private readonly List<Connection> _more = [];
    private readonly List<QueueAccess> _queues = [];
    private Input<string>? _clusterName;

    private Input<string> ClusterName => _clusterName ??= ExistingCluster is { } name ? name : OwnCluster().ClusterName;

    /// <inheritdoc/>
    public TargetKind Targets => TargetKind.Address;

    /// <inheritdoc/>
    public string? PodsOf => null;

    /// <summary>Lets the application connect to one more.</summary>
    public TasksApp Uses(Connection connection)
    {
        _more.Add(connection);
        return this;
    }

    /// <summary>Lets the application put work into a queue, whose address it finds in <c>QUEUE_URL</c>.</summary>
    public TasksApp Sends(WorkQueue queue)
    {
        _queues.Add(queue.ToSend("QUEUE_URL"));
        return this;
    }

    /// <summary>The application's image once more, working off a queue: on spot capacity, as many tasks as there is work.</summary>
    public FargateService Work(string name, WorkQueue queue) => Service(name, target: null, [queue.ToWork("QUEUE_URL")], queue);

    /// <inheritdoc/>
    public IAppTier Run(LoadBalancerTarget target) => Service("app", target, _queues, works: null);

    private FargateService Service(string name, LoadBalancerTarget? target, IReadOnlyList<QueueAccess> queues, WorkQueue? works) => new(name, new()
    {
        Network = site.Network,
        ClusterName = ClusterName,
        Target = target,
        Image = settings.Image,
        RepositoryArn = images.Arn,
        Cpu = settings.Cpu,
        Memory = settings.Memory,
        MinTasks = settings.MinTasks,
        MaxTasks = settings.MaxTasks,
        SpotPercent = works is null ? SpotPercent : 100,      // a task that goes away leaves its message in the queue
        OnDemandBase = works is null ? OnDemandBase : 0,
        Release = works is null ? Release : new TrafficShift.Rolling(),
        Queue = works is null ? null : new QueueLoad(works.QueueName, MessagesPerTask),
        Queues = queues,
        Uses = [.. uses, .. _more],
        LogKeyArn = site.Keys.Logs,
        LogRetentionDays = site.LogDays,
        WorkingHours = site.WorkingHours,
        Owner = site.Tags.GetValueOrDefault("owner"),
        Traces = site.TraceSidecar,
    }, site.Here);

    private ContainerCluster OwnCluster() => new("cluster", new()
    {
        KeyArn = site.Keys.Logs,
        LogRetentionDays = site.LogDays,
        DetailedInsights = site.Protected,
    }, site.Here);
}
