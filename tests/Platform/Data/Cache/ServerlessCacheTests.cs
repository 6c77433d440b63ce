using Platform.Components.Data.Cache;
using Platform.Components.Observability.Signals;
using static Platform.Tests.Data.Cache.Caches;

namespace Platform.Tests.Data.Cache;

/// <summary>A cache without nodes to choose.</summary>
public class ServerlessCacheTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() =>
        Golden.Check("cache-serverless", Golden.Full(await Sandbox.Run(() => Serverless(new(10, 5_000, 1, 1_000)))));

    [Fact]
    public async Task Costs_no_more_than_its_limits_say()
    {
        var cache = (await Sandbox.Run(() => Serverless(new(10, 5_000)))).Only("ServerlessCache");

        Assert.Equal(("GB", 10.0, null), (cache["cacheUsageLimits.dataStorage.unit"], cache["cacheUsageLimits.dataStorage.maximum"], cache["cacheUsageLimits.dataStorage.minimum"]));
        Assert.Equal((5000.0, null), (cache["cacheUsageLimits.ecpuPerSeconds.0.maximum"], cache["cacheUsageLimits.ecpuPerSeconds.0.minimum"]));
    }

    [Fact]
    public async Task Asks_everybody_for_a_password_under_a_key_of_ours_and_keeps_snapshots()
    {
        var plan = await Sandbox.Run(() => Serverless());

        var cache = plan.Only("ServerlessCache");
        Assert.Equal(("valkey", "8", "platform-dev-cache", "arn:key/data"), (cache["engine"], cache["majorEngineVersion"], cache["userGroupId"], cache["kmsKeyId"]));
        Assert.Equal((7.0, "02:00"), (cache["snapshotRetentionLimit"], cache["dailySnapshotTime"]));
        Assert.Empty(plan.Of("ReplicationGroup"));
        Assert.Null((await Sandbox.Run(() => Serverless(snapshots: 0))).Only("ServerlessCache")["dailySnapshotTime"]);
    }

    [Fact]
    public async Task Tells_clients_that_it_is_a_cluster()
    {
        ValkeyCache? cache = null;
        await Sandbox.Run(() => cache = Serverless());

        Assert.Contains("CACHE_CLUSTER", cache!.Connection.Environment.Keys);
    }

    [Fact]
    public async Task Tells_before_it_reaches_a_limit_and_when_it_puts_requests_off()
    {
        ValkeyCache? cache = null;
        await Sandbox.Run(() => cache = Serverless(new(10, 5_000)));

        Assert.Equal(["units", "memory", "throttled", "evictions", "hits"], cache!.Signals.Select(signal => signal.Key));
        Assert.Equal([225_000, 7.5e9, 0], cache.Signals.Take(3).Select(signal => signal.Limit.Value));
        Assert.All(cache.Signals.Take(4), signal => Assert.Equal(["clusterId"], ((Metric)signal.Measure).Dimensions.Keys));
    }

    [Fact]
    public async Task Refuses_limits_that_cannot_be_and_nodes()
    {
        await Refuses(() => Serverless(new(0, 5_000)), "serverless.maxStorageGB is 0, but must be 1 to 5000.");
        await Refuses(() => Serverless(new(10, 999)), "serverless.maxEcpuPerSecond is 999, but must be 1000 to 15000000.");
        await Refuses(() => Serverless(new(10, 5_000, 11)), "serverless.minStorageGB is 11, but must be 1 to maxStorageGB, 10.");
        await Refuses(() => Serverless(new(10, 5_000, 1, 6_000)), "serverless.minEcpuPerSecond is 6000, but must be 1000 to maxEcpuPerSecond, 5000.");
        await Refuses(() => Serverless(nodeType: Large), "serverless is set together with nodeType, nodes, shards, maxShards, maxNodes or nodeQuota, but AWS chooses the nodes of a serverless cache.");
        await Refuses(() => Make(nodeType: null, nodes: null), "nodeType is '', but must name a node type such as cache.t4g.micro.");
    }

    private static async Task Refuses(Action build, string sentence) =>
        Assert.Contains(sentence, await Sandbox.Refusal(build), StringComparison.Ordinal);
}
