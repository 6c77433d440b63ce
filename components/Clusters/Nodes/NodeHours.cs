using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.Eks;

namespace Platform.Components.Clusters.Nodes;

/// <summary>
/// Takes the nodes of a managed group away in the evening and brings them back in the morning, by the schedule of the Auto Scaling group
/// EKS made for them. EKS's own bounds stay as they are: an update of the group would set them again, and the next evening take them back.
/// </summary>
internal static class NodeHours
{
    public static void Register(ClusterSite site, ManagedNodes nodes, NodeGroup group)
    {
        if (nodes.WorkingHours is not { } hours)
        {
            return;
        }

        var name = group.Resources.Apply(resources => resources[0].AutoscalingGroups[0].Name!);
        At("begin", hours.BeginCrontab, nodes.Min);
        At("end", hours.EndCrontab, 0);

        void At(string what, string when, int count) => new Schedule($"{site.Name}-nodes-{what}", new()
        {
            AutoscalingGroupName = name,
            ScheduledActionName = what,
            Recurrence = when,
            TimeZone = "Etc/UTC",
            MinSize = count,
            MaxSize = nodes.Max,
            DesiredCapacity = count,
        }, site.After());
    }
}
