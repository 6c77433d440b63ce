using Platform.Components.Clusters;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Compute;
using Platform.Components.Entry;
using Platform.Components.Scheduling;
using Platform.Components.Workloads;
using Platform.Tests.Clusters;

namespace Platform.Tests.Workloads;

/// <summary>A web service "orders" of a team "shop", as staging and prod have it.</summary>
internal static class GivenWorkload
{
    /// <summary>Registers cluster, namespace and workload.</summary>
    public static Task<Sandbox> Run(Action<Settings>? change = null, bool prod = true) => Sandbox.Run(() => Build(change, prod));

    public static Task<string> Refusal(Action<Settings> change) => Sandbox.Refusal(() => Build(change, prod: true));

    public static void Build(Action<Settings>? change, bool prod)
    {
        var settings = new Settings();
        change?.Invoke(settings);
        var cluster = settings.Cluster ?? new KubernetesCluster("apps", prod ? GivenCluster.Prod(Compute) : GivenCluster.Staging(Compute));
        var space = new TeamNamespace(settings.Space, new() { Cluster = cluster, Team = "shop", CpuMillis = 20_000, MemoryMiB = 40_960 });
        new KubernetesWorkload(settings.Name, new()
        {
            Cluster = cluster,
            Namespace = space.Name,
            Target = settings.Target,
            TargetCidr = "10.99.128.0/17",
            Image = settings.Image,
            CpuMillis = 250,
            MemoryMiB = 512,
            MinPods = settings.MinPods,
            MaxPods = settings.MaxPods,
            ReadyPath = "/ready",
            ScaleBy = settings.ScaleBy,
            Uses = settings.Uses,
            ConnectsTo = settings.ConnectsTo,
            Environment = new Dictionary<string, Input<string>> { ["REGION"] = "eu-west-1" },
            Migration = settings.Migration,
            CanWait = settings.CanWait,
            WorkingHours = settings.WorkingHours,
            KubectlImage = settings.KubectlImage,
        });

        void Compute(GivenCluster.Settings given) => given.Compute = settings.Compute ?? given.Compute;
    }

    /// <summary>What a test changes.</summary>
    internal sealed class Settings
    {
        public string Name { get; set; } = "orders";

        public string Space { get; set; } = "shop";

        public LoadBalancerTarget Target { get; set; } = Given.Target;

        public string Image { get; set; } = Given.Image;

        public int MinPods { get; set; } = 3;

        public int MaxPods { get; set; } = 30;

        public IReadOnlyList<ScalingSignal> ScaleBy { get; set; } = [];

        public IReadOnlyList<Connection> Uses { get; set; } = [GivenCluster.Orders];

        public IReadOnlyList<string> Migration { get; set; } = ["/app/migrate", "up"];

        public bool? CanWait { get; set; }

        public WorkingHours? WorkingHours { get; set; }

        public string? KubectlImage { get; set; }

        public ClusterCompute? Compute { get; set; }

        public IKubernetesCluster? Cluster { get; set; }

        public Dictionary<string, Egress> ConnectsTo { get; set; } = new() { ["aws"] = new("0.0.0.0/0", 443) };
    }
}
