using Platform.Components.Data.Cache;
using Platform.Components.Observability.Signals;
using static Platform.Tests.Data.Cache.Caches;

namespace Platform.Tests.Data.Cache;

/// <summary>A cache of several regions: what it is told, and everything AWS excludes, each refused with the way out before AWS is asked.</summary>
public class GlobalDatastoreTests
{
    private const string Nodes = "but ElastiCache replicates to other regions from nodes of size large or more of the families "
        + "c7gn, m5, m6g, m7g, r5, r6g, r6gd, r7g only. Choose one such as cache.r7g.large, or leave the other region without a cache.";

    [Fact]
    public async Task Follows_a_cache_of_another_region_and_inherits_its_engine()
    {
        var plan = await Sandbox.Run(() => Make(nodeType: Large, nodes: 2, follows: Elsewhere()));

        var group = plan.Only("ReplicationGroup");
        Assert.Equal(("global-cache", "arn:key/data"), (group["globalReplicationGroupId"], group["kmsKeyId"]));
        foreach (var inherited in (string[])["engine", "engineVersion", "nodeType", "parameterGroupName", "atRestEncryptionEnabled", "transitEncryptionEnabled", "transitEncryptionMode"])
        {
            Assert.Null(group[inherited]);
        }

        Assert.Empty(plan.Of("GlobalReplicationGroup"));
        Assert.Empty(plan.Of("ParameterGroup"));
    }

    [Fact]
    public async Task Is_the_first_of_a_global_datastore_when_asked() => Assert.Equal(
        "ReplicationGroup:cache",
        (await Sandbox.Run(() => Make(nodeType: Large, isGlobal: true))).Only("GlobalReplicationGroup")["primaryReplicationGroupId"]);

    [Fact]
    public async Task Either_side_tells_how_far_it_is_behind_since_either_may_follow_and_a_cache_alone_tells_nothing_of_it()
    {
        Assert.Empty(await Behind(() => Make(nodeType: Large, nodes: 2)));
        Assert.Equal(2, Assert.Single(await Behind(() => Make(nodeType: Large, nodes: 2, isGlobal: true))).Terms.Count);
        Assert.All(
            Assert.Single(await Behind(() => Make(nodeType: Large, nodes: 2, shards: 3, follows: Elsewhere(shards: 3)))).Terms.Values,
            metric => Assert.Equal(("AWS/ElastiCache", "GlobalDatastoreReplicationLag", "Maximum"), (metric.Namespace, metric.Name, metric.Statistic)));

        static async Task<List<Formula>> Behind(Func<ValkeyCache> make)
        {
            IReadOnlyList<Signal> signals = [];
            await Sandbox.Run(() => signals = make().Signals);
            return [.. signals.Where(signal => signal.Key == "behind-other-region").Select(signal => (Formula)signal.Measure)];
        }
    }

    [Fact]
    public async Task A_follower_has_as_many_shards_as_the_first_without_saying_so()
    {
        var group = (await Sandbox.Run(() => Make(nodeType: Large, nodes: 2, shards: 3, follows: Elsewhere(shards: 3)))).Only("ReplicationGroup");

        Assert.Equal((null, 1.0, null), (group["numNodeGroups"], group["replicasPerNodeGroup"], group["numCacheClusters"]));
    }

    [Theory]
    [InlineData("cache.t4g.small"), InlineData("cache.t4g.medium")]
    public Task Refuses_burstable_nodes_as_the_first(string nodeType) => Refuses(() => Make(nodeType: nodeType, isGlobal: true), $"nodeType is '{nodeType}', {Nodes}");

    [Fact]
    public Task Refuses_nodes_smaller_than_large() =>
        Refuses(() => Make(nodeType: "cache.r7g.medium", isGlobal: true), $"nodeType is 'cache.r7g.medium', {Nodes}");

    [Fact]
    public Task Refuses_families_that_are_not_replicated() =>
        Refuses(() => Make(nodeType: "cache.c7g.large", isGlobal: true), $"nodeType is 'cache.c7g.large', {Nodes}");

    [Fact]
    public Task Refuses_a_serverless_cache() => Refuses(
        () => Serverless(isGlobal: true),
        "serverless is set, but a Global Datastore takes caches with nodes only. Set nodeType, such as cache.r7g.large, and nodes; or leave the other "
        + "region a cache of its own, which fills itself after a failover.");

    [Fact]
    public Task Refuses_a_follower_of_another_node_type() => Refuses(
        () => Make(nodeType: "cache.r7g.xlarge", follows: Elsewhere()),
        "nodeType is 'cache.r7g.xlarge', but the cache it follows has 'cache.r7g.large'; a Global Datastore has one node type. Set the same.");

    [Fact]
    public Task Refuses_a_follower_of_another_version() => Refuses(
        () => Make(version: "7.2", nodeType: Large, follows: Elsewhere()),
        "version is '7.2', but the cache it follows has '8.1'; a Global Datastore has one version, raised for all members at once.");

    [Theory]
    [InlineData(null, 2, "none", "2"), InlineData(3, 2, "3", "2"), InlineData(3, null, "3", "none")]
    public Task Refuses_a_follower_with_other_shards(int? mine, int? theirs, string told, string there) => Refuses(
        () => Make(nodeType: Large, shards: mine, follows: Elsewhere(theirs)),
        $"shards is {told}, but the cache it follows has {there}; the members of a Global Datastore are sharded alike. Set the same.");

    [Fact]
    public Task Refuses_a_third_follower() => Refuses(
        () =>
        {
            var datastore = Elsewhere();
            foreach (var name in (string[])["first", "second", "cache"])
            {
                Make(nodeType: Large, follows: datastore, name: name);
            }
        },
        "it is follower 3 of its Global Datastore, but AWS takes 2. Let this region read from a cache of its own, which fills itself, or from one of the others.");

    [Fact]
    public Task Refuses_to_grow_by_itself() => Refuses(
        () => Make(nodeType: Large, nodes: 2, shards: 2, maxShards: 4, isGlobal: true),
        "maxShards and maxNodes are set, but ElastiCache scales no member of a Global Datastore. Set shards for the highest load, or give up the copy in another region.");

    [Fact]
    public Task Refuses_to_be_first_and_follower_at_once() => Refuses(
        () => Make(nodeType: Large, isGlobal: true, follows: Elsewhere()),
        "global and follows are both set, but a cache is the first of a Global Datastore or follows one. Set one of the two.");

    private static async Task Refuses(Action build, string sentence) =>
        Assert.Contains($"ValkeyCache 'cache': {sentence}", await Sandbox.Refusal(build), StringComparison.Ordinal);
}
