using Platform.Insights.Alarms;
using Platform.Insights.Alarms.Evaluation;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Alarms;

/// <summary>The scenarios of <c>docs/scenarios</c> against the alarms prod really has.</summary>
public class ScenarioTests
{
    private static readonly string Folder = Path.Combine(Sources.Root, "docs", "scenarios");

    /// <summary>Every scenario.</summary>
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)!).Where(file => file is not "normal.yaml").Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public async Task Calls_whom_it_should_once_and_nobody_else(string file)
    {
        var alarms = AlarmReader.Read(await OwnPlan.Of("prod"));
        var scenario = Read(file);

        var result = Replay.Run(alarms, scenario);

        Assert.NotNull(scenario.Expected);
        Assert.Equal([], ReplayVerdict.Of(result));
    }

    [Fact]
    public async Task A_quiet_night_is_quiet()
    {
        var result = Replay.Run(AlarmReader.Read(await OwnPlan.Of("prod")), Read("quiet-night.yaml"));

        Assert.Empty(result.Messages);
    }

    [Fact]
    public async Task An_outage_stays_one_as_long_as_nobody_is_left_who_could_answer()
    {
        var result = Replay.Run(AlarmReader.Read(await OwnPlan.Of("prod")), Read("nobody-left.yaml"));

        var errors = result.Changes.Where(change => change.Alarm.Resource.Name == "entry-errors").ToList();
        Assert.Equal([AlarmState.Alarm, AlarmState.Ok], errors.Select(change => change.State));
        Assert.InRange(errors[0].Minute, 34, 36);
        Assert.True(errors[1].Minute >= 60);
    }

    [Fact]
    public async Task A_spike_silences_the_page_for_slow_requests_since_failing_ones_have_called()
    {
        var result = Replay.Run(AlarmReader.Read(await OwnPlan.Of("prod")), Read("spike.yaml"));

        Assert.Contains(result.Silenced, silence => silence.Alarm.Name.EndsWith("page-users-high", StringComparison.Ordinal)
            && silence.Because.EndsWith("page-users-critical", StringComparison.Ordinal));
        Assert.Single(result.Pages, page => page.Alarm.Severity == "critical");
    }

    [Fact]
    public async Task Every_alarm_of_prod_can_be_replayed_and_none_goes_off_on_a_day_like_any_other()
    {
        var alarms = AlarmReader.Read(await OwnPlan.Of("prod"));
        var normal = Read("error-burst.yaml") with { Minutes = 120, Changes = [] };

        Assert.Empty(Replay.Run(alarms, normal).Changes.Where(change => change.State == AlarmState.Alarm).Select(change => change.Alarm.Name));
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Every_scenario_names_only_metrics_and_alarms_that_are_there(string file) =>
        Assert.Null(ScenarioCheck.Problem(Read(file), AlarmReader.Read(await OwnPlan.Of("prod"))));

    [Theory]
    [InlineData("AWS/ApplicationELB/RequestCuont", null, "*-page-users-critical", "metric 'AWS/ApplicationELB/RequestCuont' is none that an alarm looks at; closest are AWS/ApplicationELB/RequestCount")]
    [InlineData("AWS/ApplicationELB/RequestCount", "nowhere-*", "*-page-users-critical", "is for alarms 'nowhere-*', but none of the alarms that look at it fits; they are entry-errors")]
    [InlineData("AWS/ApplicationELB/RequestCount", null, "page-userz-critical", "alarm 'page-userz-critical' is expected, but no alarm is called so; closest are ")]
    [InlineData("AWS/ApplicationELB/RequestCount", null, "entry-errors", "it tells nobody by itself; expect the page it is part of, such as monitoring-")]
    public async Task Names_that_nothing_bears_are_told_instead_of_changing_nothing(string metric, string? alarms, string expected, string problem)
    {
        var scenario = Read("error-burst.yaml") with { Changes = [new(metric, 0, 5) { Value = 1, Alarms = alarms }], Expected = [new(expected, 0, 5)] };

        Assert.Contains(problem, ScenarioCheck.Problem(scenario, AlarmReader.Read(await OwnPlan.Of("prod"))), StringComparison.Ordinal);
    }

    internal static Scenario Read(string file) => ScenarioReader.Read(
        File.ReadAllText(Path.Combine(Folder, file)), name => File.ReadAllText(Path.Combine(Folder, name)));
}
