using System.Collections.Immutable;
using Platform.Components.Data.Postgres;
using Platform.Components.Entry;
using Platform.Components.Observability.Signals;

namespace Platform.Tests.Observability;

public class SignalTests
{
    [Fact]
    public async Task Travels_in_the_platform_output_of_its_component()
    {
        ImmutableDictionary<string, object>? about = null;
        await Sandbox.Run(() => new WebLoadBalancer("entry", new()
        {
            Network = Given.Network,
            CertificateArn = "arn:certificate",
            AllowFrom = AllowedSource.CloudFront,
            LogRetentionDays = 14,
        }).About.Apply(value => about = value));

        var errors = Entries(about!).Single(signal => (string)signal["key"] == "errors");
        Assert.Equal(("critical", "users", "requests-fail"), (errors["severity"], errors["layer"], errors["runbook"]));
        Assert.Equal(1.0, ((ImmutableDictionary<string, object>)errors["limit"])["above"]);
        Assert.NotEmpty((string)((ImmutableDictionary<string, object>)errors["limit"])["source"]);
    }

    [Theory]
    [InlineData("db.t4g.micro", 85, 0.15 * MachineSize.GiB), InlineData("db.r7g.large", 1369, 2.4 * MachineSize.GiB)]
    public async Task Limits_of_a_database_follow_from_its_class(string machineClass, double connections, double memory)
    {
        var signals = await Postgres(machineClass);

        Assert.Equal(connections, signals["connections"].Limit.Value);
        Assert.Equal(Math.Round(memory), signals["memory"].Limit.Value);
        Assert.Contains(machineClass, signals["connections"].Limit.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_class_nobody_knows_has_no_limit_by_size() =>
        Assert.Empty((await Postgres("db.serverless")).Keys.Intersect(["connections", "memory", "load"]));

    [Fact]
    public async Task An_idle_replica_stays_below_every_limit_of_its_lag()
    {
        IReadOnlyList<Signal> signals = [];
        await Sandbox.Run(() => signals = PostgresSignals.Replica(Output.Create("replica")));

        // RDS reports up to five minutes for a source without writes.
        Assert.All(signals.Where(signal => signal.Limit.Side == Side.Above), signal => Assert.True(signal.Limit.Value > 300, signal.Key));
        var page = Assert.Single(signals, signal => signal.Severity == Severity.Critical);
        Assert.Equal((900.0, MissingData.Bad), (page.Limit.Value, page.Evaluation.Missing));
    }

    [Fact]
    public async Task A_stopped_database_is_no_full_disk()
    {
        IReadOnlyList<Signal> signals = [];
        await Sandbox.Run(() => signals = PostgresSignals.Of(Output.Create("database"), "db.t4g.micro", 20, alwaysOn: false));

        Assert.Equal(MissingData.Nothing, signals.Single(signal => signal.Key == "storage").Evaluation.Missing);
    }

    private static async Task<Dictionary<string, Signal>> Postgres(string machineClass)
    {
        IReadOnlyList<Signal> signals = [];
        await Sandbox.Run(() => signals = PostgresSignals.Of(Output.Create("database"), machineClass, 200, alwaysOn: true));
        return signals.ToDictionary(signal => signal.Key);
    }

    private static IEnumerable<ImmutableDictionary<string, object>> Entries(ImmutableDictionary<string, object> about) =>
        ((ImmutableArray<object>)about["signals"]).Cast<ImmutableDictionary<string, object>>();
}
