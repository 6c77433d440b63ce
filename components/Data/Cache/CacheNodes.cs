using Platform.Components.Naming;
using Platform.Components.Network;
using Platform.Components.Observability;
using Pulumi.Aws.ElastiCache;
using Pulumi.Aws.ElastiCache.Inputs;

namespace Platform.Components.Data.Cache;

/// <summary>The nodes of a <see cref="ValkeyCache"/>, and what ElastiCache wants to exist beside them.</summary>
internal static class CacheNodes
{
    // The nodes that hold less than everything in memory; the provider wants to be told of them.
    private const string TieredFamily = "cache.r6gd.";

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
            AutomaticFailoverEnabled = args.Nodes > 1 || args.Shards is not null,       // shards have no other way to go on
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
        Count(group, args);
        if (args.Follows is { } datastore)
        {
            group.GlobalReplicationGroupId = datastore.Id;     // engine, nodes, shards, parameters and encryption are the datastore's
        }
        else
        {
            group.Engine = "valkey";
            group.EngineVersion = args.Version;
            group.NodeType = args.NodeType!;
            group.ParameterGroupName = Parameters(name, args, child).Name;
            group.DataTieringEnabled = args.NodeType!.StartsWith(TieredFamily, StringComparison.Ordinal) ? true : (Input<bool>?)null;
            group.AtRestEncryptionEnabled = true;
            group.TransitEncryptionEnabled = true;
            group.TransitEncryptionMode = "required";
        }

        return new ReplicationGroup(name, group, CustomResourceOptions.Merge(child, CustomResourceOptions.Merge(Stateful.Options(isProtected), CacheScaling.Leaves(args))));

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

    // The provider takes the number of shards of a datastore's first member only; the others have as many.
    private static void Count(ReplicationGroupArgs group, ValkeyCacheArgs args)
    {
        if (args.Shards is not { } shards)
        {
            group.NumCacheClusters = args.Nodes!.Value;
            return;
        }

        group.ReplicasPerNodeGroup = args.Nodes!.Value - 1;
        if (args.Follows is null)
        {
            group.NumNodeGroups = shards;
        }
    }

    // A group of its own for caches with shards: the setting that makes them so cannot change within one.
    private static ParameterGroup Parameters(string name, ValkeyCacheArgs args, CustomResourceOptions child) =>
        new($"{name}-{args.Version[0]}{(args.Shards is null ? "" : "-cluster")}", new()
        {
            Family = $"valkey{args.Version[0]}",
            Description = "Settings of Valkey",
            Parameters = CacheParameters.All(isCluster: args.Shards is not null),
        }, child);

    private static SubnetGroup Subnets(string name, INetwork network, CustomResourceOptions child) => new(name, new()
    {
        Description = "Isolated subnets",
        SubnetIds = network.SubnetIds(SubnetTier.Isolated),
    }, child);
}
