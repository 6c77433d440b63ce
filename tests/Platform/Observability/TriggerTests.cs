using System.Collections.Immutable;
using Platform.Components;
using Platform.Components.Data.Postgres;
using Platform.Components.Observability.Signals;
using Platform.Tests.Stacks;

namespace Platform.Tests.Observability;

/// <summary>The triggers of the platform charter, in the alarms that are really planned.</summary>
public class TriggerTests
{
    // Tasks of ECS and machines have the same two; dev and AutoScalingServiceTests show them.
    [Theory]
    [InlineData("app-cpu", AlarmTriggers.CpuPercent), InlineData("cluster-node-cpu", AlarmTriggers.CpuPercent), InlineData("database-cpu", AlarmTriggers.CpuPercent)]
    [InlineData("app-memory", AlarmTriggers.MemoryPercent), InlineData("cluster-node-memory", AlarmTriggers.MemoryPercent), InlineData("cache-memory", AlarmTriggers.MemoryPercent)]
    [InlineData("entry-latency", AlarmTriggers.P95Seconds), InlineData("entry-errors", AlarmTriggers.ErrorPercent)]
    public async Task Goes_off_above_the_trigger_of_the_charter_after_five_minutes(string name, double trigger)
    {
        foreach (var environment in new[] { "staging", "prod" })
        {
            var alarm = (await RealStack.Run(environment)).Named("MetricAlarm", name);

            Assert.Equal(("GreaterThanThreshold", trigger), (alarm["comparisonOperator"], alarm["threshold"]));
            Assert.Equal(5 * 60.0, (double)alarm["datapointsToAlarm"]! * PeriodOf(alarm));
            Assert.Contains($"Source: {AlarmTriggers.Source}.", (string)alarm["alarmDescription"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_triggers_are_those_of_the_charter() => Assert.Equal(
        (70, 85, 1, 1000, 80, 1),
        (AlarmTriggers.CpuPercent, AlarmTriggers.MemoryPercent, AlarmTriggers.P95Seconds, AlarmTriggers.QueueLength, AlarmTriggers.ConnectionsPercent, AlarmTriggers.ErrorPercent));

    [Theory, InlineData("db.r7g.large"), InlineData("db.t4g.medium")]
    public async Task A_database_is_told_at_80_per_cent_of_its_connections_and_85_of_its_memory(string machineClass)
    {
        IReadOnlyList<Signal> signals = [];
        await Sandbox.Run(() => signals = PostgresSignals.Of(Output.Create("database"), machineClass, 200, alwaysOn: true));
        var size = MachineSize.Of(machineClass)!;

        Assert.Equal(Math.Floor(0.8 * size.PostgresConnections), Math.Floor(signals.Single(signal => signal.Key == "connections").Limit.Value));
        var memory = signals.Single(signal => signal.Key == "memory").Limit;
        Assert.Equal((Side.Below, Math.Round(0.15 * size.MemoryGiB * MachineSize.GiB)), (memory.Side, memory.Value));
    }

    [Fact]
    public async Task Availability_latency_freshness_and_cache_hits_each_have_a_budget_that_somebody_hears_burn()
    {
        var names = (await RealStack.Run("prod")).Of("MetricAlarm").Select(alarm => alarm.Name).ToHashSet();

        Assert.All(
            new[] { "entry-requests", "entry-fast", "database-2-fresh", "cache-hits", "probe-available" },
            objective => Assert.Contains($"{objective}-1x-long", names));
    }

    [Theory]
    [InlineData("assets-copies-failed", "assets", "second-assets"), InlineData("second-assets-copies-failed", "second-assets", "assets")]
    [InlineData("assets-copies-late", "second-assets", "assets"), InlineData("second-assets-copies-late", "assets", "second-assets")]
    public async Task Failed_copies_are_told_where_they_come_from_and_late_ones_where_they_arrive(string name, string from, string to)
    {
        var alarm = (await RealStack.Run("prod")).Named("MetricAlarm", name);

        Assert.Equal(("AWS/S3", "everything"), (alarm["namespace"], alarm["dimensions.RuleId"]));
        Assert.Equal((from, to), (End("SourceBucket"), End("DestinationBucket")));
        Assert.Equal(name.StartsWith("second-", StringComparison.Ordinal), alarm.Provider!.Contains("aws::second::", StringComparison.Ordinal));

        string End(string dimension) => ((string)alarm[$"dimensions.{dimension}"]!).Split(':')[^1];
    }

    private static double PeriodOf(Registration alarm) => alarm["period"] is double period ? period
        : ((ImmutableArray<object>)alarm["metricQueries"]!).Cast<ImmutableDictionary<string, object>>()
            .Where(query => query.ContainsKey("metric"))
            .Select(query => (double)((ImmutableDictionary<string, object>)query["metric"])["period"])
            .Distinct()
            .Single();
}
