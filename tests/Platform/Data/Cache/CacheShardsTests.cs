using Platform.Components.Data.Cache;
using static Platform.Tests.Data.Cache.Caches;

namespace Platform.Tests.Data.Cache;

/// <summary>A cache whose keys are spread among shards.</summary>
public class CacheShardsTests
{
    [Theory]
    [InlineData(1, 1, 0, false), InlineData(3, 2, 1, true), InlineData(15, 6, 5, true)]
    public async Task Has_shards_of_a_writer_and_its_replicas_and_always_goes_on_without_one(int shards, int nodes, int replicas, bool zones)
    {
        var group = (await Sandbox.Run(() => Make(nodes: nodes, shards: shards))).Only("ReplicationGroup");

        Assert.Equal(((double)shards, (double)replicas, null), (group["numNodeGroups"], group["replicasPerNodeGroup"], group["numCacheClusters"]));
        Assert.Equal((true, zones), (group["automaticFailoverEnabled"], group["multiAzEnabled"]));
    }

    [Theory]
    [InlineData("7.2", "valkey7", "cache-7-cluster"), InlineData("8.1", "valkey8", "cache-8-cluster"), InlineData("9.0", "valkey9", "cache-9-cluster")]
    public async Task Takes_a_parameter_group_of_its_family_that_makes_it_a_cluster(string version, string family, string name)
    {
        var parameters = (await Sandbox.Run(() => Make(version: version, shards: 2))).Only("ParameterGroup");

        Assert.Equal((name, family), (parameters.Name, parameters["family"]));
        Assert.Equal(("cluster-enabled", "yes"), (parameters["parameters.4.name"], parameters["parameters.4.value"]));
    }

    [Fact]
    public async Task Tells_clients_where_to_ask_and_that_they_must()
    {
        ValkeyCache? sharded = null, plain = null;
        await Sandbox.Run(() => (sharded, plain) = (Make(shards: 2), Make(name: "plain")));

        Assert.Equal("true", await Value(sharded!, "CACHE_CLUSTER"));
        Assert.Equal("cache.clustercfg.example", await Value(sharded!, "CACHE_HOST"));
        Assert.DoesNotContain("CACHE_CLUSTER", plain!.Connection.Environment.Keys);
    }

    [Fact]
    public async Task Is_looked_at_shard_by_shard()
    {
        ValkeyCache? cache = null;
        await Sandbox.Run(() => cache = Make(nodeType: Large, nodes: 2, shards: 2));

        var keys = cache!.Signals.Select(signal => signal.Key).ToList();
        Assert.Equal(12, keys.Count);
        Assert.Equal(["shard-1-cpu", "shard-2-cpu"], keys.Where(key => key.EndsWith("-cpu", StringComparison.Ordinal)));
        Assert.Contains("shard-2-lag", keys);
    }

    [Fact]
    public async Task Grows_by_itself_and_no_deployment_takes_that_back()
    {
        var plan = await Sandbox.Run(() => Make(nodeType: Large, nodes: 2, shards: 3, maxShards: 9, maxNodes: 4));

        var shards = plan.Named("Target", "cache-shards");
        Assert.Equal(("elasticache", "elasticache:replication-group:NodeGroups", 3.0, 9.0), (shards["serviceNamespace"], shards["scalableDimension"], shards["minCapacity"], shards["maxCapacity"]));
        var replicas = plan.Named("Target", "cache-replicas");
        Assert.Equal(("elasticache:replication-group:Replicas", 1.0, 3.0), (replicas["scalableDimension"], replicas["minCapacity"], replicas["maxCapacity"]));
        Assert.Equal(
            ["ElastiCacheReplicaEngineCPUUtilization 60", "ElastiCachePrimaryEngineCPUUtilization 60", "ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage 70"],
            plan.Of("Policy").Select(policy => $"{policy["targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType"]} {policy["targetTrackingScalingPolicyConfiguration.targetValue"]}"));
    }

    [Fact]
    public async Task Scales_by_what_disk_and_memory_hold_where_nodes_have_both()
    {
        var plan = await Sandbox.Run(() => Make(nodeType: "cache.r6gd.xlarge", nodes: 2, shards: 3, maxShards: 9));

        Assert.Equal(true, plan.Only("ReplicationGroup")["dataTieringEnabled"]);
        Assert.Equal(
            "ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage",
            plan.Named("Policy", "cache-shards-memory")["targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType"]);
        Assert.Null((await Sandbox.Run(() => Make(nodeType: Large))).Only("ReplicationGroup")["dataTieringEnabled"]);
    }

    [Fact]
    public async Task Takes_more_nodes_than_the_quota_once_AWS_has_raised_it() =>
        Assert.Equal(200.0, (await Sandbox.Run(() => Make(nodes: 2, shards: 200, quota: 400))).Only("ReplicationGroup")["numNodeGroups"]);

    [Fact]
    public async Task Refuses_what_elasticache_does_not_have_and_names_the_way_out()
    {
        await Refuses(() => Make(shards: 0), "shards is 0, but must be 1 to 500.");
        await Refuses(() => Make(shards: 501, quota: 500), "shards is 501, but must be 1 to 500.");
        await Refuses(() => Make(nodes: 7, shards: 2), "nodes is 7, but must be 1 to 6.");
        await Refuses(() => Make(shards: 2, quota: 501), "nodeQuota is 501, but AWS gives every account 90 nodes for a cache with shards, and 500 at most.");
        await Refuses(() => Make(maxShards: 4), "maxShards, maxNodes and nodeQuota need shards: ElastiCache scales caches in cluster mode only. Set shards to 1 or more, or leave them out.");
        await Refuses(
            () => Make(nodes: 2, shards: 46),
            "shards × nodes is 92 at most, but the quota is 90. Take fewer, or have AWS raise 'Nodes per cluster with cluster mode enabled' and set nodeQuota.");
        await Refuses(
            () => Make(nodeType: Large, nodes: 3, shards: 10, maxShards: 40),
            "shards × nodes is 120 at most, but the quota is 90.");
    }

    [Fact]
    public async Task Refuses_to_grow_where_elasticache_does_not()
    {
        await Refuses(() => Make(nodeType: Large, nodes: 2, shards: 4, maxShards: 3), "maxShards is 3, but shards is 4; set more, or leave it out.");
        await Refuses(() => Make(nodeType: Large, nodes: 1, shards: 4, maxNodes: 3), "maxNodes is 3, but must be between nodes (1) and 6, and nodes 2 or more: ElastiCache scales replicas from one on.");
        await Refuses(
            () => Make(nodeType: "cache.t4g.small", nodes: 2, shards: 2, maxShards: 3),
            "nodeType is 'cache.t4g.small', but ElastiCache scales nodes of size large, xlarge, 2xlarge of the families c7gn, m5, m6g, m7g, r5, r6g, r6gd, r7g only.");
        await Refuses(() => Make(nodeType: "cache.r7g.4xlarge", nodes: 2, shards: 2, maxShards: 3), "nodeType is 'cache.r7g.4xlarge', but ElastiCache scales nodes of size large");
    }

    private static async Task<string> Value(ValkeyCache cache, string variable)
    {
        var found = new TaskCompletionSource<string>();
        cache.Connection.Environment[variable].Apply(value => { found.TrySetResult(value); return value; });
        return await found.Task;
    }

    private static async Task Refuses(Action build, string sentence) =>
        Assert.Contains($"ValkeyCache 'cache': {sentence}", await Sandbox.Refusal(build), StringComparison.Ordinal);
}
