using Platform.Insights.Alarms.Evaluation;

namespace Platform.Tests.Tools.Alarms;

/// <summary>X: beyond the limit, 0: within it, -: no data; the newest datapoint stands last, as CloudWatch's user guide writes it.</summary>
public class DatapointsTests
{
    private static readonly string[] Treatments = ["missing", "ignore", "breaching", "notBreaching"];

    // Every row of the user guide's two tables, of its older and its newer edition: five datapoints fetched for three. The states stand
    // for missing, ignore, breaching and notBreaching; O: OK, A: alarm, I: insufficient data, =: as before.
    [Theory]
    [InlineData("0-X-X", 3, "OOOO"), InlineData("0----", 3, "OOOO"), InlineData("----0", 3, "OOOO"), InlineData("-----", 3, "I=AO")]
    [InlineData("0XX-X", 3, "AAAA"), InlineData("----X", 3, "I=AO"), InlineData("X----", 3, "A=AO"), InlineData("--X--", 3, "A=AO")]
    [InlineData("0-X-X", 2, "AAAA"), InlineData("00X0X", 2, "AAAA"), InlineData("0-X--", 2, "OOAO"), InlineData("----0", 2, "OOAO")]
    [InlineData("----X", 2, "I=AO"), InlineData("---X-", 2, "A=AO")]
    public void Decides_as_the_tables_of_the_user_guide(string points, int needed, string states)
    {
        foreach (var before in Enum.GetValues<AlarmState>())
        {
            var expected = states.Select(state => state switch { 'O' => AlarmState.Ok, 'A' => AlarmState.Alarm, 'I' => AlarmState.InsufficientData, _ => before });
            Assert.Equal(expected, Treatments.Select(treatment => Datapoints.Decide(Read(points), 3, needed, treatment, before)));
        }
    }

    [Theory]
    [InlineData("00X0X0X", 3, AlarmState.Alarm), InlineData("00X0X00", 3, AlarmState.Ok), InlineData("XX00000", 2, AlarmState.Ok), InlineData("0000X00", 1, AlarmState.Alarm)]
    public void M_of_five(string points, int needed, AlarmState state) =>
        Assert.Equal(state, Datapoints.Decide(Read(points), 5, needed, "notBreaching", AlarmState.Ok));

    [Theory]
    [InlineData(AlarmState.Ok), InlineData(AlarmState.Alarm)]
    public void What_is_measured_once_a_day_keeps_its_state_in_between(AlarmState before) =>
        Assert.Equal(before, Datapoints.Decide([null, null, null], 1, 1, "ignore", before));

    [Fact]
    public void With_enough_real_datapoints_it_does_not_matter_what_missing_ones_count_as() => Every((points, periods, needed) =>
    {
        if (points.Count(point => point is not null) >= periods)
        {
            Assert.Single(Treatments.Select(treatment => Datapoints.Decide(points, periods, needed, treatment, AlarmState.InsufficientData)).Distinct());
        }
    });

    [Fact]
    public void Counting_missing_ones_as_bad_never_hides_an_alarm_and_counting_them_as_well_never_makes_one() => Every((points, periods, needed) =>
    {
        var states = Treatments.ToDictionary(treatment => treatment, treatment => Datapoints.Decide(points, periods, needed, treatment, AlarmState.Ok));
        if (states["notBreaching"] == AlarmState.Alarm)
        {
            Assert.All(states.Values, state => Assert.Equal(AlarmState.Alarm, state));
        }

        if (states["breaching"] == AlarmState.Ok)
        {
            Assert.All(states.Values, state => Assert.Equal(AlarmState.Ok, state));
        }
    });

    [Fact]
    public void One_more_bad_datapoint_never_ends_an_alarm() => Every((points, periods, needed) =>
    {
        var worse = points.Select(point => point is false ? true : point).ToList();
        foreach (var treatment in Treatments.Where(treatment => Datapoints.Decide(points, periods, needed, treatment, AlarmState.Ok) == AlarmState.Alarm))
        {
            Assert.Equal(AlarmState.Alarm, Datapoints.Decide(worse, periods, needed, treatment, AlarmState.Ok));
        }
    });

    /// <summary>Every course of datapoints there is, for every M of up to four.</summary>
    private static void Every(Action<IReadOnlyList<bool?>, int, int> holds)
    {
        bool?[] kinds = [null, false, true];
        for (var periods = 1; periods <= 4; periods++)
        {
            var length = periods + Datapoints.Spare;
            for (var number = 0; number < Math.Pow(kinds.Length, length); number++)
            {
                var rest = number;
                var points = Enumerable.Range(0, length).Select(_ => { var kind = kinds[rest % kinds.Length]; rest /= kinds.Length; return kind; }).ToList();
                for (var needed = 1; needed <= periods; needed++)
                {
                    holds(points, periods, needed);
                }
            }
        }
    }

    private static List<bool?> Read(string points) => [.. points.Reverse().Select(point => point switch { 'X' => true, '0' => (bool?)false, _ => null })];
}
