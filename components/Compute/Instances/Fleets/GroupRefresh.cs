using Pulumi.Aws.AutoScaling.Inputs;

namespace Platform.Components.Compute.Instances.Fleets;

/// <summary>How machines are replaced: one by one or a tenth at a time, new before old, and back again if the alarms say so.</summary>
internal static class GroupRefresh
{
    /// <summary>Seconds a machine needs before it counts as working.</summary>
    public const int WarmUpSeconds = 120;

    /// <summary>Longest life of a machine: 30 days, after which even an unchanged one starts afresh, patched.</summary>
    public const int MaxLifetimeSeconds = 30 * 24 * 60 * 60;

    private const int MinHealthyPercent = 90;

    public static GroupInstanceRefreshArgs WithRollback(IEnumerable<Output<string>> alarmNames) => new()
    {
        Strategy = "Rolling",
        Preferences = new GroupInstanceRefreshPreferencesArgs
        {
            MinHealthyPercentage = MinHealthyPercent,
            MaxHealthyPercentage = VcpuQuota.RefreshCeiling,
            InstanceWarmup = $"{WarmUpSeconds}",
            AutoRollback = true,
            SkipMatching = true,
            ScaleInProtectedInstances = "Wait",
            StandbyInstances = "Wait",
            AlarmSpecification = new GroupInstanceRefreshPreferencesAlarmSpecificationArgs
            {
                Alarms = [.. alarmNames.Select(name => (Input<string>)name)],
            },
        },
    };

    /// <summary>The same bounds when AWS itself replaces a machine, such as at the end of its life.</summary>
    public static GroupInstanceMaintenancePolicyArgs Maintenance { get; } = new()
    {
        MinHealthyPercentage = MinHealthyPercent,
        MaxHealthyPercentage = VcpuQuota.RefreshCeiling,
    };
}
