using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Platform.Components.Workloads;

/// <summary>
/// A team's share of a cluster: no more than its quota, no pod that could harm a neighbour, and no connection nobody asked for.
/// </summary>
/// <example><code>var orders = new TeamNamespace("orders", new() { Cluster = cluster, Team = "orders", CpuMillis = 20_000, MemoryMiB = 40_960 });</code></example>
public sealed class TeamNamespace : ComponentResource
{
    /// <summary>Registers the namespace with its limits and its closed network.</summary>
    /// <param name="name">Logical name and name of the namespace: a DNS label.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">The name or a limit cannot be.</exception>
    public TeamNamespace(string name, TeamNamespaceArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:TeamNamespace", name, args, options)
    {
        this.RequireLabel("name", name, max: 63);
        this.RequireLabel("team", args.Team, max: 63);
        this.Require(!name.StartsWith("kube-", StringComparison.Ordinal) && name != "default",
            $"name is '{name}', but 'default' and 'kube-' belong to Kubernetes; name it after the team or the product.");
        var quota = new ResourceQuotaSpecArgs { Hard = Quota(args) };
        var child = args.Cluster.ObjectOptions(this);

        var space = new Namespace(name, new NamespaceArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Labels = Labels(args) },
        }, child);

        Name = space.Metadata.Apply(metadata => metadata.Name);
        new ResourceQuota(name, new ResourceQuotaArgs { Metadata = Meta("quota"), Spec = quota }, child);
        new LimitRange(name, new LimitRangeArgs { Metadata = Meta("limits"), Spec = new LimitRangeSpecArgs { Limits = ContainerDefaults } }, child);
        NetworkRules.Close(name, Name, args.Cluster, child);

        About = this.Declare(ServiceTier.App, options);
        RegisterOutputs();
    }

    /// <summary>Name of the namespace, to hand to what runs in it.</summary>
    [Output("name")] public Output<string> Name { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    // What a container gets that asks for nothing: enough to start, too little to hurt.
    private static LimitRangeItemArgs ContainerDefaults => new()
    {
        Type = "Container",
        DefaultRequest = { ["cpu"] = "50m", ["memory"] = "64Mi" },
        Default = { ["cpu"] = "500m", ["memory"] = "256Mi" },
    };

    private static Dictionary<string, string> Labels(TeamNamespaceArgs args)
    {
        var labels = new Dictionary<string, string>
        {
            ["platform/team"] = args.Team,

            // A pod counts as ready once the load balancer finds it healthy, so a release never outruns it.
            [$"{args.Cluster.TargetBindingApi.Split('/')[0]}/pod-readiness-gate-inject"] = "enabled",
        };
        foreach (var mode in (string[])["enforce", "audit", "warn"])
        {
            labels[$"pod-security.kubernetes.io/{mode}"] = "restricted";
            labels[$"pod-security.kubernetes.io/{mode}-version"] = $"v{args.Cluster.Version}";     // an upgrade tightens it on purpose
        }

        return labels;
    }

    private Dictionary<string, string> Quota(TeamNamespaceArgs args)
    {
        var cpu = this.InRange("cpuMillis", args.CpuMillis, min: 100, max: 10_000_000).ToString(CultureInfo.InvariantCulture);
        var memory = this.InRange("memoryMiB", args.MemoryMiB, min: 128, max: 10_000_000).ToString(CultureInfo.InvariantCulture);
        var pods = this.InRange("pods", args.Pods ?? 100, min: 1, max: 5_000).ToString(CultureInfo.InvariantCulture);
        return new()
        {
            ["requests.cpu"] = $"{cpu}m",
            ["requests.memory"] = $"{memory}Mi",
            ["limits.memory"] = $"{memory}Mi",
            ["pods"] = pods,

            // Both would open a way in that neither firewall nor CDN sees.
            ["services.loadbalancers"] = "0",
            ["services.nodeports"] = "0",
        };
    }

    private ObjectMetaArgs Meta(string name) => new() { Name = name, Namespace = Name };
}
