using System.Text.RegularExpressions;
using Platform.Components.Compute.Images;
using Platform.Components.Compute.Instances.Boot;
using Platform.Components.Compute.Instances.Fleets;
using Platform.Components.Entry;
using Platform.Components.Observability;

namespace Platform.Components.Compute.Instances;

/// <summary>Everything that is checked before the first child of an <see cref="AutoScalingService"/> is registered.</summary>
internal static partial class FleetChecks
{
    public static void Check(AutoScalingService self, AutoScalingServiceArgs args)
    {
        self.OneOf("logRetentionDays", args.LogRetentionDays, LogRetention.Days);
        self.Require(
            ContainerImage.IsPinned(args.Image),
            $"image is '{args.Image}', but must end in a digest, as in registry/name@sha256:…; a tag may name another image tomorrow.");
        self.Require(
            MachineImage().IsMatch(args.MachineImageId),
            $"machineImageId is '{args.MachineImageId}', but must be the id of one image, as in ami-0123456789abcdef0; the newest one has been tested by nobody.");
        self.Require(
            args.Target.Kind == TargetKind.Instance,
            "target takes addresses, but EC2 Auto Scaling adds instances; make the load balancer with Targets = TargetKind.Instance.");
        CheckShape(self, args.Shape);
        CheckSizes(self, args);
        CheckWarmPool(self, args);
        CheckVariables(self, args);
        self.Require(
            args.Uses.Count <= 4,
            $"uses {args.Uses.Count} connections, but a machine holds 5 security groups and one is its own; split the service.");
    }

    private static void CheckShape(AutoScalingService self, InstanceShape shape)
    {
        self.InRange("shape.minVcpus", shape.MinVcpus, min: 1, max: 192);
        self.InRange("shape.maxVcpus", shape.MaxVcpus, min: shape.MinVcpus, max: 192);
        self.InRange("shape.minMemoryGiB", shape.MinMemoryGiB, min: 1, max: 1536);
        self.InRange("shape.maxMemoryGiB", shape.MaxMemoryGiB, min: shape.MinMemoryGiB, max: 1536);
        self.Require(
            shape.Architecture is "arm64" or "x86_64",
            $"shape.architecture is '{shape.Architecture}', but must be arm64 or x86_64, whichever both images were built for.");
    }

    private static void CheckSizes(AutoScalingService self, AutoScalingServiceArgs args)
    {
        var zones = args.Network.Zones.Count;
        self.Require(
            args.MinInstances >= zones && args.MinInstances <= 500,
            $"minInstances is {args.MinInstances}, but must be {zones} to 500; a zone without an instance answers nothing when the others fail.");
        self.InRange("maxInstances", FleetSize.Of(args).Max, min: args.MinInstances, max: 5000);
        self.InRange("requestsPerInstance", args.RequestsPerInstance ?? GroupScaling.DefaultRequests, min: 1, max: 1_000_000);
        self.InRange("volumeGiB", args.VolumeGiB ?? InstanceTemplate.DefaultVolumeGiB, min: 8, max: 1000);
        self.InRange("purchase.onDemandBase", args.Purchase.OnDemandBase, min: 0, max: FleetSize.Of(args).Max);
        self.InRange("purchase.onDemandPercentage", args.Purchase.OnDemandPercentage, min: 0, max: 100);
    }

    private static void CheckWarmPool(AutoScalingService self, AutoScalingServiceArgs args)
    {
        if (self.InRange("warmInstances", args.WarmInstances ?? 0, min: 0, max: 100) == 0)
        {
            return;
        }

        self.Require(
            !args.Purchase.UsesSpot,
            $"warmInstances is {args.WarmInstances}, but spot instances cannot be stopped and kept; set purchase.onDemandPercentage to 100, or use forecast.");
        self.Require(
            args.WorkingHours is null,
            $"warmInstances is {args.WarmInstances}, but with working hours they would be kept, and paid for, all night; leave one of the two out.");
    }

    private static void CheckVariables(AutoScalingService self, AutoScalingServiceArgs args)
    {
        var names = args.Environment.Keys.Concat(args.Uses.SelectMany(use => use.Environment.Keys.Concat(use.Secrets.Keys))).ToList();
        foreach (var name in names)
        {
            self.Require(
                Variable().IsMatch(name) && name != BootFiles.PortVariable,
                $"environment variable '{name}' cannot be; use letters, digits and underscores, and leave {BootFiles.PortVariable} to the load balancer's target.");
        }

        var twice = names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key;
        self.Require(twice is null, $"environment variable '{twice}' is given twice; rename one.");
    }

    [GeneratedRegex(@"\Aami-[0-9a-f]{8,17}\z")]
    private static partial Regex MachineImage();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Variable();
}
