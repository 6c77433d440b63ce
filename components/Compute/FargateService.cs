using System.Collections.Immutable;
using Platform.Components.Compute.Deployment;
using Platform.Components.Compute.Images;
using Platform.Components.Compute.Tasks;
using Platform.Components.Identity;
using Platform.Components.Network;
using Platform.Components.Observability;
using Platform.Components.Observability.Logs;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Compute;

/// <summary>
/// A web service in containers: as many as the load asks for, reached through its load balancer only, allowed what its connections say,
/// and back on the version before when a new one does not come up.
/// </summary>
public sealed class FargateService : ComponentResource, IAppTier, ILogging, IReleasing
{
    /// <summary>Registers the service with its roles, rules, logs and scaling.</summary>
    /// <param name="name">Logical name; the service's own name ends in it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">
    /// Fargate has no such size, the image has no digest, or the numbers of tasks contradict each other.
    /// </exception>
    public FargateService(string name, FargateServiceArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:FargateService", name, args, options)
    {
        Check(args);
        ReleaseChecks.Check(this, args);
        var child = new CustomResourceOptions { Parent = this };
        var account = CallerAccount.Of(this);

        var logs = new LogStream(name, new()
        {
            KeyArn = args.LogKeyArn,
            RetentionDays = args.LogRetentionDays,
        }, new ComponentResourceOptions { Parent = this });

        var firewall = new Firewall(name, args.Network.VpcId, "Tasks of a service", child);
        firewall.PermitHttps(args.Network, "AWS services and partners");
        if (args.Target is { } target)
        {
            firewall.Admit("entry", target.Port, Peer.Group(target.SecurityGroupId), "Requests from the load balancer");
            Firewall.Permit($"{name}-entry", target.SecurityGroupId, target.Port, Peer.Group(firewall.Id), "Requests to the service", child);
        }

        var roles = new ServiceRoles(
            ServicePermissions.ToStart(name, args, logs, account, child), ServicePermissions.ToRun(name, args, account, child));
        var task = ServiceDefinition.Task(TaskPlan.OfService(name, args), args, roles, logs, account, child);
        var migration = args.Migration.Count == 0
            ? null
            : ServiceDefinition.Migration(name, args, roles, logs, firewall.Id, account, child);
        var release = new ServiceRelease(name, args, migration, account, child);
        var service = ServiceDefinition.Service(name, args, task, firewall.Id, release, child);
        ScalingTarget = ServiceScaling.Register(name, args, service, release, child);

        (ServiceName, SecurityGroupId) = (service.Name, firewall.Id);
        (RoleArn, LogGroupName) = (roles.Run.Arn, logs.GroupName);
        VcpuQuotas = Output.Create(FargateQuota.Of(TaskPlan.OfService(name, args).Cpu, args.MaxTasks, args.OnDemandBase ?? 0, args.SpotPercent ?? 0));
        EndpointArn = args.Target?.GroupArn ?? Output.Create("");
        (Signals, ReleaseSignals) = ([.. TaskSignals.Of(args.ClusterName, service.Name), .. migration is null ? [] : new[] { migration.Failed }], release.Signals);
        (LogSignals, Queries) = (AppLogs.Signals(name, logs.GroupName), AppLogs.Queries(logs.GroupName));
        About = this.Declare(ServiceTier.App, options, new Dictionary<string, object>
        {
            ["serverMeanMilliseconds"] = ServiceTargets.ServerMeanMilliseconds,
            ["scaleFactor"] = ServiceTargets.ScaleFactor,
        }, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>Name of the service within its cluster.</summary>
    [Output("serviceName")] public Output<string> ServiceName { get; private set; }

    /// <summary>Security group of its tasks.</summary>
    [Output("securityGroupId")] public Output<string> SecurityGroupId { get; private set; }

    /// <inheritdoc/>
    [Output("roleArn")] public Output<string> RoleArn { get; private set; }

    /// <inheritdoc/>
    [Output("logGroupName")] public Output<string> LogGroupName { get; private set; }

    /// <inheritdoc/>
    [Output("scalingTarget")] public Output<string> ScalingTarget { get; private set; }

    /// <summary>vCPUs the account must be granted for the service to reach its maximum, by quota code of service <c>fargate</c>.</summary>
    [Output("vcpuQuotas")] public Output<ImmutableDictionary<string, int>> VcpuQuotas { get; private set; }

    /// <inheritdoc/>
    public Output<string> EndpointArn { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> ReleaseSignals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<LogSignal> LogSignals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SavedQuery> Queries { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private void Check(FargateServiceArgs args)
    {
        this.OneOf("logRetentionDays", args.LogRetentionDays, LogRetention.Days);
        this.OneOf("cpu", args.Cpu, FargateSize.CpuUnits);
        var problem = FargateSize.MemoryProblem(args.Cpu, args.Memory);
        this.Require(problem is null, $"memory is {args.Memory}, but {problem}.");
        this.Require(
            ContainerImage.IsPinned(args.Image),
            $"image is '{args.Image}', but must end in a digest, as in registry/name@sha256:…; a tag may name another image tomorrow.");
        this.InRange("minTasks", args.MinTasks, min: 1, max: 5000);
        this.InRange("maxTasks", args.MaxTasks, min: args.MinTasks, max: 5000);
        this.InRange("requestsPerTask", args.RequestsPerTask ?? 1000, min: 1, max: 1_000_000);
        this.InRange("spotPercent", args.SpotPercent ?? 0, min: 0, max: 100);
        this.InRange("onDemandBase", args.OnDemandBase ?? 0, min: 0, max: args.MaxTasks);
        this.Require(
            args.Uses.Count <= 4,
            $"uses {args.Uses.Count} connections, but a task holds 5 security groups and one is its own; split the service.");
    }
}
