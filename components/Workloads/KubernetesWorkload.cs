using System.Collections.Immutable;
using Platform.Components.Compute;
using Platform.Components.Observability.Logs;
using Platform.Components.Observability.Signals;
using Platform.Components.Workloads.Pods;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace Platform.Components.Workloads;

/// <summary>
/// A web service in a cluster: as many pods as the load asks for, spread over zones, reached through its load balancer only, allowed
/// what its connections say, and never without pods while a node or a release is replaced.
/// </summary>
/// <example><code>var orders = new KubernetesWorkload("orders", new() { Cluster = cluster, Namespace = space.Name, Target = entry.Target, … });</code></example>
public sealed class KubernetesWorkload : ComponentResource, IAppTier, ILogging
{
    /// <summary>Registers the pods with their identity, network, scaling and budget.</summary>
    /// <param name="name">Logical name and name of the objects in the namespace: a DNS label of at most 40.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">The image has no digest, or numbers and names are not possible.</exception>
    public KubernetesWorkload(string name, KubernetesWorkloadArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:KubernetesWorkload", name, args, options)
    {
        this.Check(args, name);
        var aws = new CustomResourceOptions { Parent = this };
        var child = args.Cluster.ObjectOptions(this);

        var identity = WorkloadIdentity.Register(name, args, aws, child);
        var binding = RequestPath.Register(name, args, aws, child);
        var connections = NetworkRules.PermitConnections(name, args, child);
        Resource[] ready = [.. identity.Ready, .. SecretFiles.Register(name, args, child), connections];
        if (args.Migration.Count > 0)
        {
            ready = [.. ready, Migration.Register(name, args, After(ready))];
        }

        var deployment = new Deployment(name, Rollout.Of(name, args), After([.. ready, binding]));
        Availability.Register(name, args, After([deployment]), child);
        OffHours.Register(name, args, After([deployment]), child);

        (SecurityGroupId, RoleArn, LogGroupName) = (args.Cluster.SecurityGroupId, identity.RoleArn, args.Cluster.PodLogGroup);
        ScalingTarget = Output.Format($"deployment/{args.Namespace}/{deployment.Metadata.Apply(metadata => metadata.Name)}");
        EndpointArn = args.Target.GroupArn;
        Signals = WorkloadSignals.Of(args.Cluster.ClusterName, args.Namespace, deployment.Metadata.Apply(metadata => metadata.Name), name);
        (LogSignals, Queries) = (AppLogs.Signals(name, args.Cluster.PodLogGroup), AppLogs.Queries(args.Cluster.PodLogGroup));
        About = this.Declare(ServiceTier.App, options, new Dictionary<string, object>
        {
            ["serverMeanMilliseconds"] = ServiceTargets.ServerMeanMilliseconds,
            ["scaleFactor"] = ServiceTargets.ScaleFactor,
        }, signals: Signals);
        RegisterOutputs();

        CustomResourceOptions After(Resource[] others) => CustomResourceOptions.Merge(child, new() { DependsOn = others });
    }

    /// <summary>Security group of its pods, which they share with all of the cluster.</summary>
    [Output("securityGroupId")] public Output<string> SecurityGroupId { get; private set; }

    /// <inheritdoc/>
    [Output("roleArn")] public Output<string> RoleArn { get; private set; }

    /// <inheritdoc/>
    [Output("logGroupName")] public Output<string> LogGroupName { get; private set; }

    /// <inheritdoc/>
    [Output("scalingTarget")] public Output<string> ScalingTarget { get; private set; }

    /// <inheritdoc/>
    public Output<string> EndpointArn { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<LogSignal> LogSignals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SavedQuery> Queries { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}
