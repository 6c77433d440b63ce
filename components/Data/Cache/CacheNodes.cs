using Platform.Components.Naming;
using Platform.Components.Network;
using Platform.Components.Observability;
using Pulumi.Aws.ElastiCache;
using Pulumi.Aws.ElastiCache.Inputs;

namespace Platform.Components.Data.Cache;

/// <summary>The nodes of a <see cref="ValkeyCache"/>, and what ElastiCache wants to exist beside them.</summary>
internal static class CacheNodes
{
    public static ReplicationGroup Register(
        string name, ValkeyCacheArgs args, ClientAccess access, CacheUsers users, CustomResourceOptions child)
    {
        var isProtected = args.Protected ?? true;
        var identifier = AwsName.Of(name, NameRule.ReplicationGroup);

        var group = new ReplicationGroupArgs
        {
            ReplicationGroupId = identifier,
            Description = "Cache",
            AutoMinorVersionUpgrade = true,
            NumCacheClusters = args.Nodes,
            AutomaticFailoverEnabled = args.Nodes > 1,
            MultiAzEnabled = args.Nodes > 1,
            ApplyImmediately = false,
            Port = access.Port,
            SubnetGroupName = Subnets(name, args.Network, child).Name,
            SecurityGroupIds = access.ServerGroupId,
            KmsKeyId = args.KeyArn,
            UserGroupIds = users.GroupId,
            SnapshotRetentionLimit = args.SnapshotDays,
            SnapshotWindow = "02:00-03:00",
            MaintenanceWindow = "tue:03:00-tue:04:00",
            FinalSnapshotIdentifier = isProtected ? $"{identifier}-final" : (Input<string>?)null,
            LogDeliveryConfigurations = { Log("slow-log"), Log("engine-log") },
        };
        if (args.Follows is { } datastore)
        {
            group.GlobalReplicationGroupId = datastore;     // engine, nodes, parameters and encryption are the datastore's
        }
        else
        {
            group.Engine = "valkey";
            group.EngineVersion = args.Version;
            group.NodeType = args.NodeType;
            group.ParameterGroupName = Parameters(name, args.Version[0], child).Name;
            group.AtRestEncryptionEnabled = true;
            group.TransitEncryptionEnabled = true;
            group.TransitEncryptionMode = "required";
        }

        return new ReplicationGroup(name, group, CustomResourceOptions.Merge(child, Stateful.Options(isProtected)));

        ReplicationGroupLogDeliveryConfigurationArgs Log(string kind) => new()
        {
            LogType = kind,
            LogFormat = "json",
            DestinationType = "cloudwatch-logs",
            Destination = new LogStream($"{name}-{kind}", new()
            {
                KeyArn = args.LogKeyArn,
                RetentionDays = args.LogRetentionDays,
            }, new ComponentResourceOptions { Parent = child.Parent }).GroupName,
        };
    }

    private static ParameterGroup Parameters(string name, char major, CustomResourceOptions child) => new($"{name}-{major}", new()
    {
        Family = $"valkey{major}",
        Description = "Settings of Valkey",
        Parameters = CacheParameters.All,
    }, child);

    private static SubnetGroup Subnets(string name, INetwork network, CustomResourceOptions child) => new(name, new()
    {
        Description = "Isolated subnets",
        SubnetIds = network.SubnetIds(SubnetTier.Isolated),
    }, child);
}
