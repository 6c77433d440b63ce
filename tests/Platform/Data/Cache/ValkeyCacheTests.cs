using Platform.Components.Data.Cache;

namespace Platform.Tests.Data.Cache;

public class ValkeyCacheTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() =>
        Golden.Check("cache", Golden.Full(await Sandbox.Run(() => Cache(isProtected: false))));

    [Fact]
    public async Task Asks_everybody_for_a_password_over_tls()
    {
        var plan = await Sandbox.Run(() => Cache());

        var group = plan.Only("ReplicationGroup");
        Assert.Equal(true, group["transitEncryptionEnabled"]);
        Assert.Equal("required", group["transitEncryptionMode"]);
        Assert.Equal("platform-dev-cache", group["userGroupIds.0"]);
        Assert.Null(group["authToken"]);
        Assert.All(plan.Of("User"), user => Assert.Equal("password", user["authenticationMode.type"]));
    }

    [Fact]
    public async Task Locks_the_user_whom_clients_become_that_give_no_name()
    {
        var plan = await Sandbox.Run(() => Cache());

        var locked = plan.Named("User", "cache-default");
        Assert.Equal(("default", "off -@all"), (locked["userName"], locked["accessString"]));
        Assert.Equal("password-of-cache-default", locked["authenticationMode.passwords.0"]);
        Assert.DoesNotContain(plan.Of("SecretVersion"), version => version["secretString"]!.Equals("password-of-cache-default"));
    }

    [Theory]
    [InlineData(1, false), InlineData(2, true)]
    public async Task Fails_over_as_soon_as_there_is_a_second_node(int nodes, bool failover)
    {
        var group = (await Sandbox.Run(() => Cache(nodes: nodes))).Only("ReplicationGroup");

        Assert.Equal(failover, group["automaticFailoverEnabled"]);
        Assert.Equal(failover, group["multiAzEnabled"]);
    }

    [Fact]
    public async Task Keeps_a_last_snapshot_unless_told_otherwise()
    {
        Assert.Equal("platform-dev-cache-final", (await Sandbox.Run(() => Cache())).Only("ReplicationGroup")["finalSnapshotIdentifier"]);
        Assert.Equal(30.0, (await Sandbox.Run(() => Cache())).Only("Secret")["recoveryWindowInDays"]);
        Assert.Null((await Sandbox.Run(() => Cache(isProtected: false))).Only("ReplicationGroup")["finalSnapshotIdentifier"]);
    }

    [Theory]
    [InlineData("7.2", "valkey7"), InlineData("8.1", "valkey8"), InlineData("9.0", "valkey9")]
    public async Task Takes_the_parameters_of_its_version(string version, string family) =>
        Assert.Equal(family, (await Sandbox.Run(() => Cache(version: version))).Only("ParameterGroup")["family"]);

    [Theory]
    [InlineData("cache.t4g.micro", 16_000), InlineData("cache.t3.medium", 36_800), InlineData("cache.r7g.large", 52_000)]
    public async Task Calls_before_a_node_of_its_type_refuses_connections(string nodeType, double limit)
    {
        ValkeyCache? cache = null;
        await Sandbox.Run(() => cache = Cache(nodeType: nodeType));

        Assert.Equal(limit, cache!.Signals.Single(signal => signal.Key == "connections").Limit.Value);
    }

    [Fact]
    public async Task Refuses_what_elasticache_does_not_have()
    {
        Assert.Contains("ValkeyCache 'cache': version is '7.1', but must be a Valkey version", await Sandbox.Refusal(() => Cache(version: "7.1")), StringComparison.Ordinal);
        Assert.Contains("nodeType is 't4g.micro', but must name", await Sandbox.Refusal(() => Cache(nodeType: "t4g.micro")), StringComparison.Ordinal);
        Assert.Contains("nodes is 7, but must be 1 to 6.", await Sandbox.Refusal(() => Cache(nodes: 7)), StringComparison.Ordinal);
        Assert.Contains("snapshotDays is 36, but must be 0 to 35.", await Sandbox.Refusal(() => Cache(snapshots: 36)), StringComparison.Ordinal);
    }

    private static ValkeyCache Cache(
        string version = "8.1", string nodeType = "cache.t4g.micro", int nodes = 1, int snapshots = 0, bool? isProtected = null) =>
        Caches.Make(version, nodeType, nodes, snapshots, isProtected);
}
