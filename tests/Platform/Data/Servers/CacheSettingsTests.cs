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
