using Platform.Components.Identity;
using Platform.Components.Observability;
using Pulumi.Aws.Ec2;

namespace Platform.Components.Network;

/// <summary>A record of every connection of a network, allowed or refused.</summary>
internal static class FlowLogs
{
    /// <summary>Registers the record; the name of its log group.</summary>
    public static Output<string> Register(string name, Vpc vpc, PrivateNetworkArgs args, CallerAccount account, CustomResourceOptions child)
    {
        var logs = new LogStream($"{name}-flow", new()
        {
            KeyArn = args.LogKeyArn,
            RetentionDays = args.FlowLogRetentionDays,
        }, new ComponentResourceOptions { Parent = child.Parent });

        var role = new ServiceRole(
            $"{name}-flow", "vpc-flow-logs.amazonaws.com", "Writes flow logs", account, child,
            new Statement("Write", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
            {
                Resources = [logs.Arn, Output.Format($"{logs.Arn}:*")],
            },

            // The service lists the groups to find its own; what is listed is all groups of an account and region, never one.
            new Statement("FindGroup", "logs:DescribeLogGroups")
            {
                Resources = [Output.Format($"arn:{account.Partition}:logs:{account.Region}:{account.Id}:log-group:*")],
            });

        new FlowLog(name, new()
        {
            VpcId = vpc.Id,
            TrafficType = "ALL",
            LogDestinationType = "cloud-watch-logs",
            LogDestination = logs.Arn,
            IamRoleArn = role.Arn,
            MaxAggregationInterval = args.FlowLogSeconds,
            Tags = { ["Name"] = name },
        }, child);
        return logs.GroupName;
    }
}
