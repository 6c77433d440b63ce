using Platform.Components.Clusters;
using Platform.Components.Clusters.Access;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Compute;
using Platform.Components.Entry;
using Platform.Components.Workloads;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts.Apps;

/// <summary>The application as pods of EKS, on nodes that EKS itself adds, patches and removes.</summary>
internal sealed class PodsApp : IApp
{
    private readonly Site _site;
    private readonly PodSettings _settings;
    private readonly Connection[] _uses;
    private readonly KubernetesCluster _cluster;
    private readonly string? _kubectlImage;

    /// <summary>Registers the cluster.</summary>
    /// <param name="site">Where it stands.</param>
    /// <param name="cluster">Its numbers.</param>
    /// <param name="adminRole">Role that deploys and administers it; EKS lets nobody in who is not named.</param>
    /// <param name="settings">The numbers of the application.</param>
    /// <param name="uses">What the application may connect to.</param>
    public PodsApp(Site site, ClusterSettings cluster, string adminRole, PodSettings settings, params Connection[] uses)
    {
        (_site, _settings, _uses, _kubectlImage) = (site, settings, uses, cluster.KubectlImage);
        _cluster = new KubernetesCluster(site.Name("cluster"), new()
        {
            Version = cluster.Version,
            Compute = new AutoMode { MaxCpus = cluster.MaxCpus },
            Network = site.Network,
            DataKeyArn = site.Keys.Data,
            LogsKeyArn = site.Keys.Logs,
            Uses = uses,
            Access = new Dictionary<string, ClusterAccess>
            {
                ["deploy"] = new() { PrincipalArn = adminRole, Level = AccessLevel.ClusterAdmin },
            },
            DeployRoleArn = adminRole,
            ApiClients = cluster.Runners.ToDictionary(group => group, group => (Input<string>)group),
            LogRetentionDays = site.LogDays,
            Protect = site.Protected,
            Tags = site.Tags,
        }, site.Here);
    }

    /// <inheritdoc/>
    public TargetKind Targets => TargetKind.Address;

    /// <inheritdoc/>
    public string? PodsOf => _cluster.PhysicalName;

    /// <inheritdoc/>
    public IAppTier Run(LoadBalancerTarget target)
    {
        // Twice the most pods: a release brings its own before it takes the old ones away.
        var space = new TeamNamespace(_site.Name("app"), new()
        {
            Cluster = _cluster,
            Team = _site.Tags["owner"],
            CpuMillis = 2 * _settings.MaxPods * _settings.CpuMillis,
            MemoryMiB = 2 * _settings.MaxPods * _settings.MemoryMiB,
            Pods = 2 * _settings.MaxPods,
        }, _site.Here);
        return new KubernetesWorkload(_site.Name("app"), new()
        {
            Cluster = _cluster,
            Namespace = space.Name,
            Target = target,
            TargetCidr = _site.Network.Cidr,
            Image = _settings.Image,
            CpuMillis = _settings.CpuMillis,
            MemoryMiB = _settings.MemoryMiB,
            MinPods = _settings.MinPods,
            MaxPods = _settings.MaxPods,
            Uses = _uses,
            ConnectsTo = new Dictionary<string, Egress> { ["aws"] = new("0.0.0.0/0", 443) },
            WorkingHours = _site.WorkingHours,
            KubectlImage = _site.WorkingHours is null ? null : _kubectlImage,
        }, _site.Here);
    }
}
