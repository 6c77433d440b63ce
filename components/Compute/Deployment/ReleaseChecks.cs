using Platform.Components.Compute.Images;
using Platform.Components.Compute.Tasks;
using Platform.Components.Entry;

namespace Platform.Components.Compute.Deployment;

/// <summary>What of a service's release and containers cannot be, said before its first child is registered.</summary>
internal static class ReleaseChecks
{
    public static void Check(FargateService self, FargateServiceArgs args)
    {
        self.Require(
            args.Target is null or { Kind: TargetKind.Address },
            "target takes instances, but tasks have addresses of their own; make the load balancer with Targets = TargetKind.Address.");
        self.Require(
            args.Target is not null || args.Release is TrafficShift.Rolling,
            "release shifts traffic, but nobody sends requests to a service without a target; leave it out, or give the service a target.");
        if (args.Release.Problem() is { } problem)
        {
            self.InRange($"release.{problem.Argument}", problem.Value, problem.Min, problem.Max);
        }

        self.Require(
            args.Migration.Count == 0 || args.Release.HasTwoTargetGroups,
            "migration needs a release that ECS asks a hook about, which a rolling one is not; choose TrafficShift.BlueGreen, Linear or Canary.");
        if (args.Queue is { } queue)
        {
            self.InRange("queue.messagesPerTask", queue.MessagesPerTask, min: 1, max: 10_000);
        }

        self.Require(args.Traces?.Export.Problem is null, $"traces' {args.Traces?.Export.Problem}");
        CheckSidecars(self, args);
    }

    private static void CheckSidecars(FargateService self, FargateServiceArgs args)
    {
        foreach (var sidecar in args.Beside)
        {
            self.Require(
                ContainerImage.IsPinned(sidecar.Image),
                $"sidecar '{sidecar.Name}' has image '{sidecar.Image}', but must end in a digest, as in registry/name@sha256:….");
            self.InRange($"sidecar '{sidecar.Name}' cpu", sidecar.Cpu, min: 0, max: 16384);
            self.InRange($"sidecar '{sidecar.Name}' memory", sidecar.Memory, min: 16, max: 122880);
        }

        var twice = args.Beside.Select(sidecar => sidecar.Name).Append(self.GetResourceName())
            .GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        self.Require(twice is null, $"two containers are named '{twice}'; rename the sidecar.");
        self.Require(
            TaskPlan.SizeOf(args) is not null,
            "the containers together need more than the largest task, 16384 CPU units and 122880 MiB; make sidecars services of their own.");
    }
}
