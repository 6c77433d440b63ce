using Platform.Components.Data.Cache;

namespace Platform.Tests.Data.Servers;

/// <summary>Every setting of the cache's parameter group, and the rights of its users, tried on a real server.</summary>
public class CacheSettingsTests
{
    [RedisFact]
    public async Task A_real_server_starts_with_every_setting_it_knows_and_reads_each_back()
    {
        await using var plain = await RedisServer.Start([]);
        var known = (await plain.Ask("CONFIG GET *")).ToHashSet(StringComparer.Ordinal);
        var (tried, rest) = (CacheParameters.Settings.Where(setting => known.Contains(setting.Name)).ToList(), CacheParameters.Settings.Where(setting => !known.Contains(setting.Name)));

        await using var server = await RedisServer.Start(tried);
        foreach (var setting in tried)
        {
            Assert.Equal([setting.Name, setting.Value, "+OK"], await server.Ask($"CONFIG GET {setting.Name}"));
        }

        Assert.Equal(["reserved-memory-percent"], rest.Select(setting => setting.Name));      // ElastiCache's own
    }

    [RedisFact]
    public async Task Real_servers_with_shards_start_with_every_setting_and_send_clients_to_the_shard_that_has_a_key()
    {
        var settings = CacheParameters.Settings.Where(setting => setting.Name != "reserved-memory-percent").Append(CacheParameters.Cluster).ToList();
        await using var first = await RedisServer.StartShard(settings);
        await using var second = await RedisServer.StartShard(settings);
        Assert.Equal(["cluster-enabled", "yes", "+OK"], await first.Ask("CONFIG GET cluster-enabled"));

        // 16,384 slots, half of them each; "a" is in slot 15495 and "b" in slot 3300.
        await first.Ask("CLUSTER ADDSLOTSRANGE 0 8191");
        await second.Ask("CLUSTER ADDSLOTSRANGE 8192 16383");
        await first.Ask($"CLUSTER MEET 127.0.0.1 {second.Port} {second.BusPort}");
        await first.Until("CLUSTER INFO", "cluster_state:ok");

        Assert.Equal("+OK", (await first.Ask("SET b 1"))[0]);
        Assert.Equal($"-MOVED 15495 127.0.0.1:{second.Port}", (await first.Ask("SET a 1"))[0]);      // a client that speaks no cluster stops here
        Assert.StartsWith("-CROSSSLOT", (await first.Ask("MSET a 1 b 2"))[0], StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task A_real_server_gives_the_application_everything_but_administration_and_strangers_nothing()
    {
        await using var server = await RedisServer.Start([]);

        Assert.Equal("+OK", (await server.Ask($"ACL SETUSER app {CacheUsers.AppRights} >secret"))[0]);
        Assert.Equal(["+OK", "+OK", "+OK"], await server.Ask("AUTH app secret\r\nSET key value"));
        Assert.StartsWith("-NOPERM", (await server.Ask("AUTH app secret\r\nFLUSHALL"))[1], StringComparison.Ordinal);
        Assert.StartsWith("-NOPERM", (await server.Ask("AUTH app secret\r\nCONFIG GET *"))[1], StringComparison.Ordinal);

        Assert.Equal("+OK", (await server.Ask($"ACL SETUSER default {CacheUsers.LockedRights}"))[0]);
        Assert.StartsWith("-NOAUTH", (await server.Ask("GET key"))[0], StringComparison.Ordinal);
    }
}
