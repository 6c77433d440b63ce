using Platform.Graph;

namespace Platform.Tests.Tools.Alarms;

/// <summary>
/// Who emits which metric under which dimensions. Source: the pages of the AWS services on their CloudWatch metrics, and for metrics of our own
/// the programs that write them.
/// </summary>
internal static class Emitters
{
    private const string Instance = "aws:rds/instance:Instance";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Cluster = "aws:eks/cluster:Cluster";

    /// <summary>Every form in which a metric is emitted.</summary>
    public static readonly Emitter[] All =
    [
        new("AWS/ApplicationELB", "RequestCount HTTPCode_ELB_5XX_Count HTTPCode_Target_5XX_Count TargetResponseTime RejectedConnectionCount TargetConnectionErrorCount")
        {
            Dimensions = { ["LoadBalancer"] = new("aws:lb/loadBalancer:LoadBalancer", "arnSuffix") },
        },
        new("AWS/ApplicationELB", "HealthyHostCount UnHealthyHostCount")
        {
            Dimensions = { ["LoadBalancer"] = new("aws:lb/loadBalancer:LoadBalancer", "arnSuffix"), ["TargetGroup"] = new("aws:lb/targetGroup:TargetGroup", "arnSuffix") },
        },
        new("AWS/Backup", "NumberOfBackupJobsFailed NumberOfRestoreJobsFailed")
        {
            Dimensions = { ["BackupVaultName"] = new("aws:backup/vault:Vault", "name") }, Needs = "aws:backup/plan:Plan",
        },
        new("AWS/Backup", "NumberOfCopyJobsFailed")
        {
            Dimensions = { ["BackupVaultName"] = new("aws:backup/vault:Vault", "name") { Anywhere = true } }, Needs = "aws:backup/plan:Plan",
        },
        new("AWS/Billing", "EstimatedCharges") { Dimensions = { ["Currency"] = new("USD") }, Region = "us-east-1" },
        new("AWS/CertificateManager", "DaysToExpiry") { Dimensions = { ["CertificateArn"] = new("aws:acm/certificate:Certificate", "arn") } },
        new("AWS/CloudFront", "5xxErrorRate")
        {
            Dimensions = { ["DistributionId"] = new("aws:cloudfront/distribution:Distribution", "id"), ["Region"] = new("Global") }, Region = "us-east-1",
        },
        new("AWS/CloudFront", "OriginLatency CacheHitRate")
        {
            Dimensions = { ["DistributionId"] = new("aws:cloudfront/monitoringSubscription:MonitoringSubscription", "distributionId"), ["Region"] = new("Global") },
            Region = "us-east-1",
        },
        new("AWS/EC2", "StatusCheckFailed") { Dimensions = { ["InstanceId"] = new("aws:ec2/instance:Instance", "id") } },
        new("AWS/ECS", "CPUUtilization MemoryUtilization")
        {
            Dimensions = { ["ClusterName"] = new("aws:ecs/cluster:Cluster", "name"), ["ServiceName"] = new("aws:ecs/service:Service", "name") },
        },
        new("AWS/EKS", "apiserver_request_total_5XX scheduler_pending_pods_UNSCHEDULABLE") { Dimensions = { ["ClusterName"] = new(Cluster, "name") } },
        new("AWS/ElastiCache", "CPUUtilization EngineCPUUtilization CacheHits CacheMisses CurrConnections DatabaseMemoryUsagePercentage Evictions ReplicationLag")
        {
            Dimensions = { ["CacheClusterId"] = new("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId") { Numbered = "numCacheClusters" } },
        },
        new("AWS/ElastiCache", "GlobalDatastoreReplicationLag")
        {
            Dimensions = { ["CacheClusterId"] = new("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId") { Numbered = "numCacheClusters" } },
            Needs = "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup",
        },
        new("AWS/Events", "TriggeredRules") { Dimensions = { ["RuleName"] = new("aws:cloudwatch/eventRule:EventRule", "name") } },
        new("AWS/Lambda", "Errors") { Dimensions = { ["FunctionName"] = new("aws:lambda/function:Function", "name") } },
        new("AWS/NATGateway", "ActiveConnectionCount ErrorPortAllocation PacketsDropCount") { Dimensions = { ["NatGatewayId"] = new("aws:ec2/natGateway:NatGateway", "id") } },
        new("AWS/RDS", "CPUUtilization DatabaseConnections DiskQueueDepth FreeStorageSpace FreeableMemory MaximumUsedTransactionIDs ReadLatency WriteLatency DBLoad")
        {
            Dimensions = { ["DBInstanceIdentifier"] = new(Instance, "identifier") },
        },
        new("AWS/RDS", "ReplicaLag") { Dimensions = { ["DBInstanceIdentifier"] = new(Instance, "identifier") { Has = "replicateSourceDb" } } },
        new("AWS/S3", "OperationsFailedReplication")
        {
            Dimensions = { ["SourceBucket"] = new("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "bucket"), ["DestinationBucket"] = new(Bucket, "id") { Anywhere = true }, ["RuleId"] = new("everything") },
        },
        new("AWS/S3", "ReplicationLatency")
        {
            Dimensions = { ["SourceBucket"] = new("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "bucket") { Anywhere = true }, ["DestinationBucket"] = new(Bucket, "id"), ["RuleId"] = new("everything") },
        },
        new("AWS/WAFV2", "BlockedRequests CountedRequests")
        {
            Dimensions = { ["WebACL"] = new("aws:wafv2/webAcl:WebAcl", "visibilityConfig.metricName"), ["Rule"] = new("ALL") }, Region = "us-east-1",
        },
        new("AWS/WAFV2", "BlockedRequests CountedRequests")
        {
            Dimensions = { ["WebACL"] = new("aws:wafv2/webAcl:WebAcl", "visibilityConfig.metricName"), ["Rule"] = new("ALL"), ["Region"] = new("aws:wafv2/webAcl:WebAcl", "region") },
        },
        new("ContainerInsights", "cluster_failed_node_count node_cpu_utilization node_memory_utilization node_filesystem_utilization")
        {
            Dimensions = { ["ClusterName"] = new("aws:eks/addon:Addon", "clusterName") { Is = ("addonName", "amazon-cloudwatch-observability") } },
        },
        new("ContainerInsights", "pod_cpu_utilization_over_pod_limit pod_memory_utilization_over_pod_limit pod_number_of_container_restarts")
        {
            Dimensions =
            {
                ["ClusterName"] = new("aws:eks/addon:Addon", "clusterName") { Is = ("addonName", "amazon-cloudwatch-observability") },
                ["Namespace"] = new("kubernetes:core/v1:Namespace", "metadata.name"),
                ["PodName"] = new("kubernetes:apps/v1:Deployment", "metadata.name"),
            },
        },
        new("Platform/Logs", "*") { Needs = "aws:cloudwatch/logMetricFilter:LogMetricFilter" },
        new("Platform/Passwords", "Age") { Dimensions = { ["Database"] = new(Instance, "identifier") }, Program = "password_rotation.py" },
        new("Platform/Probe", "Up") { Dimensions = { ["From"] = new("aws:synthetics/canary:Canary", "region") { Anywhere = true } }, Program = "probe.py" },
        new("Platform/Restore", "DaysSinceProven RestoreMinutes ValidationsFailed")
        {
            Dimensions = { ["Plan"] = new("aws:backup/restoreTestingPlan:RestoreTestingPlan", "name") }, Program = "restore_validation.py",
        },
    ];
}

/// <summary>Metrics of one form.</summary>
/// <param name="Namespace">Such as <c>AWS/RDS</c>.</param>
/// <param name="Names">Their names; <c>*</c>: those that the filters of logs write.</param>
internal sealed record Emitter(string Namespace, string Names)
{
    /// <summary>Its dimensions, all of them.</summary>
    public Dictionary<string, EmittedValue> Dimensions { get; } = [];

    /// <summary>A type without which nothing is emitted.</summary>
    public string? Needs { get; init; }

    /// <summary>The only region it is emitted in; null: that of the resources.</summary>
    public string? Region { get; init; }

    /// <summary>The program of ours that writes it; null: AWS does.</summary>
    public string? Program { get; init; }
}

/// <summary>The values of a dimension: a word, or what resources of a type are called.</summary>
/// <param name="Type">The type, or the word.</param>
/// <param name="Path">Where its resources have the value; empty for a word.</param>
internal sealed record EmittedValue(string Type, string Path = "")
{
    /// <summary>Where the number of members is that are called after the value; null: the value itself is meant.</summary>
    public string? Numbered { get; init; }

    /// <summary>What a resource must have been given; null: nothing.</summary>
    public string? Has { get; init; }

    /// <summary>What a resource must have been given, and its value.</summary>
    public (string Path, string Value)? Is { get; init; }

    /// <summary>Whether it may stand in another region than the one that measures.</summary>
    public bool Anywhere { get; init; }

    /// <summary>The values in a plan for whoever looks in a region.</summary>
    public IEnumerable<string> In(ResourceGraph graph, string? region) => Path.Length == 0 ? [Type] : graph.OfType(Type)
        .Where(resource => Anywhere || region is null || resource.Region is null || resource.Region == region)
        .Where(resource => Has is null || resource.Inputs[Has] is not null)
        .Where(resource => Is is not { } wanted || resource.Inputs[wanted.Path]?.AsText == wanted.Value)
        .SelectMany(Values);

    private IEnumerable<string> Values(Resource resource)
    {
        var value = Path switch
        {
            "id" => resource.Id ?? resource.Outputs["id"]?.AsText,
            "region" => resource.Region,
            _ => Path.Split('.').Aggregate((PropertyValue?)resource.Outputs, (inner, key) => inner?[key])?.AsText
                ?? Path.Split('.').Aggregate((PropertyValue?)resource.Inputs, (inner, key) => inner?[key])?.AsText,
        };
        return value is null ? []
            : Numbered is null ? [value]
            : Enumerable.Range(1, (int)(resource.Inputs[Numbered]?.AsNumber ?? 0)).Select(number => $"{value}-{number:000}");
    }
}
