using System.Text.Json.Nodes;
using Platform.Components.Observability;

namespace Platform.Components.Clusters.Health;

/// <summary>What pods print and use, in CloudWatch. The agent would create its log groups itself, without key and for ever.</summary>
internal static class ClusterInsights
{
    private const string ServiceAccount = "cloudwatch-agent";

    private static readonly string[] Groups = ["application", "dataplane", "host", "performance"];

    /// <summary>Creates the log groups under the names the agent writes to; the one of the pods is what is asked for.</summary>
    public static Output<string> Prepare(ClusterSite site)
    {
        var groups = Groups.ToDictionary(group => group, group => new LogStream($"{site.Name}-{group}", new()
        {
            GroupName = $"/aws/containerinsights/{site.Owner.PhysicalName}/{group}",
            KeyArn = site.Args.LogsKeyArn,
            RetentionDays = site.Args.LogRetentionDays ?? 90,
        }, new ComponentResourceOptions { Parent = site.Owner }));
        site.LogGroups = [.. groups.Values];
        return groups["application"].GroupName;
    }

    public static Resource Install(ClusterSite site, Resource[] after) => site.Install(
        AddOn.Observability,
        [.. after, .. site.LogGroups],
        (ServiceAccount, site.Roles.Pod("insights", site.Cluster.Arn, "amazon-cloudwatch", ServiceAccount, "CloudWatchAgentServerPolicy")),
        new JsonObject
        {
            ["containerLogs"] = new JsonObject { ["enabled"] = true },

            // Version 5 and later would put its own agent into every pod it knows the language of.
            ["manager"] = new JsonObject
            {
                ["applicationSignals"] = new JsonObject { ["autoMonitor"] = new JsonObject { ["monitorAllServices"] = false } },
            },
        });
}
