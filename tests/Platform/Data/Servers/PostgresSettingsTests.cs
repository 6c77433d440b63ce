using Platform.Components.Data;
using Platform.Components.Data.Aurora;
using Platform.Components.Data.Postgres;

namespace Platform.Tests.Data.Servers;

/// <summary>Every setting of the parameter group, tried on a real server: RDS tells of a wrong one only while it makes the group.</summary>
public sealed class PostgresSettingsTests(PostgresSettingsTests.Running running) : IClassFixture<PostgresSettingsTests.Running>
{
    private static readonly string[] OfRds = ["rds.force_ssl", "rds.logical_replication"];

    [PostgresFact]
    public async Task A_real_server_starts_with_every_setting_it_knows_and_reads_each_back()
    {
        var (tried, rest) = running.Settings;

        var read = (await running.Server!.Ask("select name, setting, source from pg_settings")).Split('\n').Select(line => line.Split('\t'))
            .ToDictionary(row => row[0], row => (Value: row[1], Source: row[2]));

        Assert.All(tried, setting => Assert.Equal((Spelled(setting), "command line"), read[setting.Name]));
        Assert.Equal("off", read["fsync"].Value);
        Assert.InRange(tried.Count, 8, 13);
        Assert.Equal(OfRds, rest.Where(setting => setting.Name.StartsWith("rds.", StringComparison.Ordinal)).Select(setting => setting.Name));
        Assert.All(rest.Except(rest.Where(setting => setting.Name.StartsWith("rds.", StringComparison.Ordinal))), setting =>
            Assert.False(PostgresServer.HasLibrary(setting.Name.Split('.')[0]), $"{setting.Name} could have been tried."));
    }

    [PostgresFact]
    public async Task A_real_server_refuses_a_setting_it_does_not_have() => Assert.Contains(
        "unrecognized configuration parameter",
        (await Assert.ThrowsAnyAsync<Exception>(() => PostgresServer.Start([new("log_min_duration_statment", "1000")]))).Message,
        StringComparison.Ordinal);

    [PostgresFact]
    public async Task Settings_that_need_a_restart_are_those_a_real_server_takes_only_then()
    {
        var tried = running.Settings.Tried;

        var needRestart = (await running.Server!.Ask("select name from pg_settings where context = 'postmaster'")).Split('\n').ToHashSet(StringComparer.Ordinal);

        Assert.All(tried, setting => Assert.Equal(needRestart.Contains(setting.Name), setting.NeedsRestart));
    }

    [Fact]
    public void Aurora_is_given_the_same_settings_as_were_tried() => Assert.Equal(
        AuroraParameters.Settings.Select(setting => (setting.Name, setting.Value, setting.NeedsRestart ? "pending-reboot" : "immediate")),
        PostgresParameters.Settings(blueGreen: false).Select(setting => (setting.Name, setting.Value, setting.NeedsRestart ? "pending-reboot" : "immediate")));

    /// <summary>What the installed server can be asked, and the rest: RDS's own, and what belongs to a library that is not installed.</summary>
    private static async Task<(List<ServerSetting> Tried, List<ServerSetting> Others)> Sorted()
    {
        var known = await PostgresServer.KnownSettings();
        var all = PostgresParameters.Settings(blueGreen: true).Union(AuroraParameters.Settings)
            .Select(setting => setting.Name == "shared_preload_libraries"
                ? setting with { Value = string.Join(',', setting.Value.Split(',').Where(PostgresServer.HasLibrary)) }
                : setting)
            .ToList();
        var tried = all.Where(setting => known.Contains(setting.Name) || PostgresServer.HasLibrary(setting.Name.Split('.')[0])).ToList();
        return (tried, [.. all.Except(tried)]);
    }

    /// <summary>One server with every setting that can be tried, for all tests.</summary>
    public sealed class Running : IAsyncLifetime
    {
        internal PostgresServer? Server { get; private set; }

        internal (List<ServerSetting> Tried, List<ServerSetting> Others) Settings { get; private set; } = ([], []);

        public async Task InitializeAsync()
        {
            if (PostgresServer.Missing is null)
            {
                Settings = await Sorted();
                Server = await PostgresServer.Start(Settings.Tried);
            }
        }

        public async Task DisposeAsync()
        {
            if (Server is not null)
            {
                await Server.DisposeAsync();
            }
        }
    }

    /// <summary>How the server spells a value: switches as words.</summary>
    private static string Spelled(ServerSetting setting) => setting.Value switch { "1" => "on", "0" => "off", var value => value };
}
