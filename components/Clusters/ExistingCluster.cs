using System.Collections.Immutable;
using Platform.Components.Clusters.Access;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Compute;
using Platform.Components.Scheduling;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Vpc;

namespace Platform.Components.Clusters;

/// <summary>A cluster that somebody else made and looks after: workloads run in it as in one of ours, and nothing of it is changed.</summary>
/// <remarks>
/// Nothing tells at plan time what is installed in a cluster. Its owner must keep what <see cref="KubernetesCluster"/> promises, or pods
/// do not start, are not reached, or are reached by too many: the Pod Identity agent, network policies that are enforced, a controller that
/// serves target group bindings, the priority classes <c>platform-serving</c> and <c>platform-batch</c>, and a log agent.
/// </remarks>
/// <example><code>
/// var shared = new ExistingCluster("shared", new()
/// {
///     ClusterName = "shared-prod", Version = "1.35", AutoMode = true, HasSecretFiles = true, PodLogGroup = "/aws/containerinsights/shared-prod/application",
/// });
/// </code></example>
public sealed class ExistingCluster : ComponentResource, IKubernetesCluster
{
    private readonly Pulumi.Kubernetes.Provider _api;

    /// <summary>Looks the cluster up and registers the way to its API.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What its owner says about it.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">The name or the version cannot be.</exception>
    public ExistingCluster(string name, ExistingClusterArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:ExistingCluster", name, args, options)
    {
        this.Require(args.ClusterName.Length is >= 1 and <= 100, $"clusterName is '{args.ClusterName}', but must be 1 to 100 characters.");
        this.Require(
            args.Version.Split('.') is ["1", var minor] && int.TryParse(minor, out _),
            $"version is '{args.Version}', but must be a Kubernetes minor version such as 1.35.");
        this.Require(
            args.Uses.Select(use => use.Name).Distinct().Count() == args.Uses.Count,
            $"uses has {string.Join(", ", args.Uses.Select(use => use.Name))}, but rules are named after connections; give each a name of its own.");

        var found = GetCluster.Invoke(new() { Name = args.ClusterName }, new InvokeOptions { Parent = this });
        (PhysicalName, Version, Architecture) = (args.ClusterName, args.Version, args.Architecture ?? NodeArchitecture.Arm64);
        (TargetBindingApi, HasSecretFiles) = (args.AutoMode ? TargetBinding.OfAutoMode : TargetBinding.OfController, args.HasSecretFiles);

        ClusterName = found.Apply(cluster => cluster.Name);
        Arn = found.Apply(cluster => cluster.Arn);
        Region = found.Apply(cluster => cluster.Region);
        SecurityGroupId = found.Apply(cluster => cluster.VpcConfig.ClusterSecurityGroupId);
        PodLogGroup = args.PodLogGroup.ToOutput();
        (DnsAddress, ApiAddress) = ClusterRules.ServiceHosts(found.Apply(cluster => cluster.KubernetesNetworkConfigs[0].ServiceIpv4Cidr));

        _api = new($"{name}-api", new()
        {
            KubeConfig = Kubeconfig.Of(found, args.DeployRoleArn),
            ClusterIdentifier = Arn,
            EnableServerSideApply = true,
        }, new() { Parent = this });

        Uses = args.Uses;
        foreach (var use in args.Uses)
        {
            // Its nodes are somebody else's and join no group, so each server admits the cluster's own.
            new SecurityGroupIngressRule($"{name}-to-{use.Name}", new()
            {
                SecurityGroupId = use.ServerSecurityGroupId,
                Description = $"Pods of {args.ClusterName}",
                IpProtocol = "tcp",
                FromPort = use.Port,
                ToPort = use.Port,
                ReferencedSecurityGroupId = SecurityGroupId,
            }, new() { Parent = this });
        }

        About = this.Declare(ServiceTier.App, options);
        RegisterOutputs();
    }

    /// <inheritdoc/>
    [Output("clusterName")] public Output<string> ClusterName { get; private set; }

    /// <inheritdoc/>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <inheritdoc/>
    [Output("securityGroupId")] public Output<string> SecurityGroupId { get; private set; }

    /// <inheritdoc/>
    [Output("podLogGroup")] public Output<string> PodLogGroup { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <inheritdoc/>
    public Output<string> Region { get; }

    /// <inheritdoc/>
    public Output<string> DnsAddress { get; }

    /// <inheritdoc/>
    public Output<string> ApiAddress { get; }

    /// <inheritdoc/>
    public string PhysicalName { get; }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public NodeArchitecture Architecture { get; }

    /// <inheritdoc/>
    public string TargetBindingApi { get; }

    /// <inheritdoc/>
    public bool HasSecretFiles { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Connection> Uses { get; }

    /// <inheritdoc/>
    public WorkingHours? WorkingHours => null;

    /// <inheritdoc/>
    public CustomResourceOptions ObjectOptions(Resource? parent = null) => new() { Parent = parent, Provider = _api };
}
