using Platform.Components.Network;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2;

namespace Platform.Components.Compute.Instances.Fleets;

/// <summary>The Auto Scaling group: how many machines, where, and how one takes over from another.</summary>
internal static class InstanceGroup
{
    /// <summary>Name of the hook that holds an instance until it has finished its work.</summary>
    public const string DrainHook = "drain";

    /// <summary>Seconds an instance has to finish what it works on.</summary>
    public const int DrainSeconds = 90;

    public static GroupArgs Args(
        AutoScalingServiceArgs args, string groupName, LaunchTemplate template, IReadOnlyList<Output<string>> alarmNames)
    {
        var size = FleetSize.Of(args);
        return new()
        {
            Name = groupName,
            MinSize = size.Min,
            MaxSize = size.Max,
            VpcZoneIdentifiers = args.Network.SubnetIds(SubnetTier.Private),
            TargetGroupArns = args.Target.GroupArn,
            HealthCheckType = "ELB",
            HealthCheckGracePeriod = GroupRefresh.WarmUpSeconds,
            DefaultInstanceWarmup = GroupRefresh.WarmUpSeconds,
            MaxInstanceLifetime = GroupRefresh.MaxLifetimeSeconds,
            CapacityRebalance = args.Purchase.UsesSpot,         // replaces a spot instance before it is taken away

            // A version, not $Latest: going back needs to know to what.
            MixedInstancesPolicy = FleetMix.Policy(template.Id, template.LatestVersion.Apply(version => $"{version}"), args.Shape, args.Purchase),
            InstanceRefresh = GroupRefresh.WithRollback(alarmNames),
            InstanceMaintenancePolicy = GroupRefresh.Maintenance,
            WarmPool = args.WarmInstances is > 0 and var warm
                ? new GroupWarmPoolArgs { PoolState = "Stopped", MinSize = warm, MaxGroupPreparedCapacity = size.Max }
                : null!,
            EnabledMetrics =
            [
                Metric.GroupMinSize, Metric.GroupMaxSize, Metric.GroupDesiredCapacity, Metric.GroupInServiceInstances, Metric.GroupPendingInstances,
                Metric.GroupTerminatingInstances, Metric.GroupTotalInstances,
            ],
            MetricsGranularity = "1Minute",
            Tags = [.. args.InstanceTags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag =>
                new GroupTagArgs { Key = tag.Key, Value = tag.Value, PropagateAtLaunch = true })],
        };
    }

    /// <summary>How many run at the moment is the scaling policies' affair, never a deployment's.</summary>
    public static CustomResourceOptions Options(AutoScalingServiceArgs args, CustomResourceOptions child) =>
        CustomResourceOptions.Merge(child, new CustomResourceOptions
        {
            // The schedule moves the bounds twice a day; a deployment in the evening must not move them back.
            IgnoreChanges = args.WorkingHours is null ? ["desiredCapacity"] : ["desiredCapacity", "minSize", "maxSize"],
        });

    public static LifecycleHookArgs Drain(Input<string> groupName) => new()
    {
        Name = DrainHook,
        AutoscalingGroupName = groupName,
        LifecycleTransition = "autoscaling:EC2_INSTANCE_TERMINATING",
        HeartbeatTimeout = DrainSeconds + 30,
        DefaultResult = "CONTINUE",
    };
}
