using System.Collections.Frozen;

namespace Platform.Tests.Tools.Recovery;

/// <summary>Which types of AWS hold data that nobody can make again, and how AWS keeps a last copy of it.</summary>
internal static class StatefulTypes
{
    /// <summary>Types that hold data.</summary>
    public static readonly FrozenSet<string> All = new[]
    {
        "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
        "aws:backup/vault:Vault",
        "aws:dynamodb/table:Table",
        "aws:ecr/repository:Repository",
        "aws:efs/fileSystem:FileSystem",
        "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup",
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "aws:elasticache/serverlessCache:ServerlessCache",
        "aws:kms/key:Key",
        "aws:kms/replicaKey:ReplicaKey",
        "aws:rds/cluster:Cluster",
        "aws:rds/clusterInstance:ClusterInstance",
        "aws:rds/globalCluster:GlobalCluster",
        "aws:rds/instance:Instance",
        "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
        "aws:s3/bucket:Bucket",
        "aws:secretsmanager/secret:Secret",
    }.ToFrozenSet(StringComparer.Ordinal);
}
