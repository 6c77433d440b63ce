using System.Collections.Immutable;
using Platform.Components.Clusters.Access;
using Platform.Components.Clusters.Health;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Compute;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Platform.Components.Scheduling;
using Eks = Pulumi.Aws.Eks;

namespace Platform.Components.Clusters;

/// <summary>
/// A Kubernetes cluster whose API the internet cannot reach, whose secrets, logs and volumes are encrypted with the caller's keys,
/// and which nobody may use who was not named.
/// </summary>
/// <remarks>
/// <c>pulumi</c> must run where the private endpoint can be reached. It authenticates with <c>aws eks get-token</c>, so the state
/// holds no token. What is deployed into the cluster should depend on it: pods then go before add-ons, add-ons before nodes, nodes
/// before their network and that before the cluster.
/// </remarks>
/// <example><code>var cluster = new KubernetesCluster("apps", new() { Version = "1.35", Compute = new AutoMode { MaxCpus = 200 }, … });</code></example>
public sealed class KubernetesCluster : ComponentResource, IKubernetesCluster, ILogging
{
    /// <summary>Tag a target group must carry, with the cluster's name as value, before pods may be registered with it.</summary>
    public const string TargetGroupTag = "eks:eks-cluster-name";

    /// <summary>Registers the cluster with its access, nodes and add-ons.</summary>
    /// <param name="name">Logical name; the cluster's name in AWS ends in it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">The settings contradict each other or exceed what EKS takes.</exception>
    public KubernetesCluster(string name, KubernetesClusterArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:KubernetesCluster", name, args, options)
    {
        var release = this.Check(args);
        var child = new CustomResourceOptions { Parent = this };
        var protect = args.Protect ?? true;
        var account = CallerAccount.Of(this);
        PhysicalName = AwsName.Of(name, new NameRule(100));

        // The name EKS writes to. Created first, it has our key and period.
        var logs = new LogStream($"{name}-control-plane", new()
        {
            GroupName = $"/aws/eks/{PhysicalName}/cluster",
            KeyArn = args.LogsKeyArn,
            RetentionDays = args.LogRetentionDays ?? 90,
        }, new ComponentResourceOptions { Parent = this });

        var roles = new ClusterRoles(name, args, account, child);
        var cluster = new Eks.Cluster(name, ControlPlane.Of(PhysicalName, args, roles.Cluster.Arn), new()
        {
            Parent = this,
            Protect = protect,
            DependsOn = [logs, .. roles.ClusterReady],
        });

        (ClusterName, Arn, Endpoint) = (cluster.Name, cluster.Arn, cluster.Endpoint);
        (NodeRoleArn, Kubeconfig) = (roles.Node.Arn, Access.Kubeconfig.Of(cluster, args.DeployRoleArn));
        SecurityGroupId = cluster.VpcConfig.Apply(network => network.ClusterSecurityGroupId ?? "");
        OidcProviderArn = ClusterDoors.ServiceAccountRoles(name, cluster, args, child);
        (Account, Region, Version) = (account, account.Region, args.Version);
        (DnsAddress, ApiAddress) = args.ServiceHosts();
        (Architecture, Uses, WorkingHours) = (args.Compute.Architecture, args.Uses, (args.Compute as ManagedNodes)?.WorkingHours);
        VcpuQuotas = Output.Create(NodeQuota.Of(args.Compute, args.Network.Zones.Count));
        TargetBindingApi = args.Compute is AutoMode ? TargetBinding.OfAutoMode : TargetBinding.OfController;

        Api = new($"{name}-api", new()
        {
            KubeConfig = Kubeconfig,
            ClusterIdentifier = cluster.Arn,      // a new endpoint is not a new cluster: it replaces nothing
            DeleteUnreachable = !protect,         // a throw-away cluster may be gone before its objects are
            EnableServerSideApply = true,
        }, new() { Parent = this, DependsOn = ClusterDoors.Open(name, cluster, args, SecurityGroupId, account, child) });

        var site = new ClusterSite(name, release, args, cluster, roles, this);
        PodLogGroup = ClusterInsights.Prepare(site);
        Ready = args.Compute is AutoMode auto ? AutoModeNodes.Build(site, auto) : ManagedNodeGroup.Build(site, (ManagedNodes)args.Compute);

        (Signals, Queries) = (ClusterSignals.Of(cluster.Name), [ClusterSignals.Releases(logs.GroupName)]);
        About = this.Declare(ServiceTier.App, options, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>Name of the cluster.</summary>
    [Output("clusterName")] public Output<string> ClusterName { get; private set; }

    /// <summary>ARN of the cluster.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>Address of the Kubernetes API, inside the network.</summary>
    [Output("endpoint")] public Output<string> Endpoint { get; private set; }

    /// <summary>The one security group of nodes and pods: what a database lets in.</summary>
    [Output("securityGroupId")] public Output<string> SecurityGroupId { get; private set; }

    /// <summary>Log group of what pods print.</summary>
    [Output("podLogGroup")] public Output<string> PodLogGroup { get; private set; }

    /// <summary>Role of the nodes.</summary>
    [Output("nodeRoleArn")] public Output<string> NodeRoleArn { get; private set; }

    /// <summary>Connection file for <c>kubectl</c>; it names the command that fetches a token, not a token.</summary>
    [Output("kubeconfig")] public Output<string> Kubeconfig { get; private set; }

    /// <summary>ARN of the OpenID Connect provider; empty unless <see cref="KubernetesClusterArgs.ServiceAccountRoles"/> is set.</summary>
    [Output("oidcProviderArn")] public Output<string> OidcProviderArn { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<LogSignal> LogSignals => [];

    /// <inheritdoc/>
    public IReadOnlyList<SavedQuery> Queries { get; }

    /// <summary>vCPUs the account must be granted for the nodes to reach their maximum, by quota code of service <c>ec2</c>.</summary>
    [Output("vcpuQuotas")] public Output<ImmutableDictionary<string, int>> VcpuQuotas { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <summary>Name of the cluster as AWS will know it, known before it exists: for the tags of target groups.</summary>
    public string PhysicalName { get; }

    /// <inheritdoc/>
    public Output<string> Region { get; }

    /// <inheritdoc/>
    public Output<string> DnsAddress { get; }

    /// <inheritdoc/>
    public Output<string> ApiAddress { get; }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public NodeArchitecture Architecture { get; }

    /// <inheritdoc/>
    public string TargetBindingApi { get; }

    /// <inheritdoc/>
    public bool HasSecretFiles => true;

    /// <inheritdoc/>
    public IReadOnlyList<Connection> Uses { get; }

    /// <inheritdoc/>
    public WorkingHours? WorkingHours { get; }

    /// <inheritdoc/>
    public CustomResourceOptions ObjectOptions(Resource? parent = null) => new() { Parent = parent, Provider = Api, DependsOn = Ready };

    /// <summary>What must exist before pods can run, be reached and read their secrets.</summary>
    internal Resource[] Ready { get; }

    internal Pulumi.Kubernetes.Provider Api { get; }

    internal CallerAccount Account { get; }
}
