using Platform.Components.Compute;
using Platform.Components.Compute.Deployment;
using Platform.Components.Compute.Scaling;
using Platform.Components.Compute.Tasks;

namespace Platform.Tests.Compute.Deployment;

/// <summary>A service that is released in one way or another.</summary>
internal static class GivenRelease
{
    public static readonly string[] Migrate = ["dotnet", "shop.dll", "migrate"];

    public static FargateService Service(
        TrafficShift? release = null,
        IReadOnlyList<string>? migration = null,
        IReadOnlyList<Sidecar>? sidecars = null,
        QueueLoad? queue = null,
        bool forecast = false,
        Platform.Components.Entry.LoadBalancerTarget? target = null) => new("shop", new()
    {
        Network = Given.Network,
        ClusterName = "cluster",
        Target = target ?? Given.Target,
        Image = Given.Image,
        Cpu = 256,
        Memory = 512,
        MinTasks = 2,
        MaxTasks = 20,
        Release = release ?? new TrafficShift.Rolling(),
        Migration = migration ?? [],
        Sidecars = sidecars ?? [],
        Queue = queue,
        Forecast = forecast,
        LogKeyArn = "arn:key/logs",
        LogRetentionDays = 14,
    });
}
