using System.Collections.Immutable;
using Platform.Graph;
using Platform.Insights.Alarms;
using Platform.Insights.Alarms.Evaluation;

namespace Platform.Tests.Tools.Alarms;

/// <summary>Suppression, minute by minute, on alarms small enough to follow by hand.</summary>
public class ReplayTests
{
    private const string Cause = "Test/Cause", Symptom = "Test/Symptom";

    private static readonly ImmutableArray<PlannedAlarm> Alarms =
    [
        On("cause", Cause), On("symptom", Symptom),
        Page("page-symptom", "ALARM(\"symptom\")", "critical"),
        Page("page-cause", "ALARM(\"cause\")", "high") with { Suppressor = "page-symptom", WaitSeconds = 600, ExtensionSeconds = 300 },
    ];

    [Fact]
    public void Waits_and_then_calls_when_no_better_page_comes() =>
        Assert.Equal([(22, "page-cause")], Told(new Change(Cause, 10, 60) { Value = 1 }));

    [Fact]
    public void Stays_silent_when_the_better_page_comes_within_its_wait() =>
        Assert.Equal([(20, "page-symptom")], Told(new Change(Cause, 10, 60) { Value = 1 }, new Change(Symptom, 18, 60) { Value = 1 }));

    [Fact]
    public void Calls_after_all_when_the_better_page_ends_and_it_does_not() => Assert.Equal(
        [(20, "page-symptom"), (33, "page-cause")],
        Told(new Change(Cause, 10, 60) { Value = 1 }, new Change(Symptom, 18, 28) { Value = 1 }));

    [Fact]
    public void Tells_nobody_when_it_ends_while_it_waits() => Assert.Empty(Told(new Change(Cause, 10, 18) { Value = 1 }));

    [Fact]
    public void Calls_twice_for_two_troubles() => Assert.Equal(
        [(12, "page-symptom"), (42, "page-symptom")],
        Told(new Change(Symptom, 10, 20) { Value = 1 }, new Change(Symptom, 40, 50) { Value = 1 }));

    [Fact]
    public void Tells_of_a_page_nobody_expects_one_that_does_not_come_and_one_that_comes_late()
    {
        var scenario = Scenario([new Change(Symptom, 10, 20) { Value = 1 }]) with { Expected = [new("page-cause", 0, 60)] };

        Assert.Equal(
            "page-cause should tell somebody in minutes 0 to 60, but told nobody.\npage-symptom calls somebody in minute 12, which nobody expects.",
            string.Join('\n', ReplayVerdict.Of(Replay.Run(Alarms, scenario))));
        Assert.Equal(
            "page-symptom should tell somebody in minutes 0 to 11, but did so in minute 12.",
            string.Join('\n', ReplayVerdict.Of(Replay.Run(Alarms, scenario with { Expected = [new("page-symptom", 0, 11)] }))));
    }

    [Fact]
    public void Refuses_a_rule_that_names_an_alarm_that_is_not_there() => Assert.Contains(
        "a rule names ' gone'",
        Assert.Throws<FormatException>(() => Replay.Run([Page("page", "ALARM(\"gone\")", "high")], Scenario([]))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Refuses_alarms_that_are_part_of_each_other() => Assert.Throws<FormatException>(() =>
        Replay.Run([Page("a", "ALARM(\"b\")", "high"), Page("b", "ALARM(\"a\")", "high")], Scenario([])));

    private static IEnumerable<(int, string)> Told(params Change[] changes) =>
        Replay.Run(Alarms, Scenario(changes)).Messages.Select(message => (message.Minute, message.Alarm.Name));

    private static Scenario Scenario(IEnumerable<Change> changes) => new(
        "test", 80, ImmutableDictionary<string, NormalCourse>.Empty.Add(Cause, new(0)).Add(Symptom, new(0)), [.. changes], null);

    private static MetricAlarm On(string name, string metric) => new(Resource(name), name, "high", "test", [])
    {
        Terms = ImmutableDictionary<string, Term>.Empty.Add("value", new(null, new MetricKey("Test", metric[5..], "Average", ImmutableSortedDictionary<string, string>.Empty))),
        Deciding = "value",
        Comparison = "GreaterThanThreshold",
        Threshold = 0.5,
        PeriodSeconds = 60,
        Periods = 3,
        Needed = 3,
        Missing = "notBreaching",
    };

    private static CompositeAlarm Page(string name, string rule, string severity) => new(Resource(name), name, severity, "test", [severity]) { Rule = rule };

    private static Resource Resource(string name) => new() { Urn = $"urn:{name}", Type = "test", Name = name, Custom = true };
}
