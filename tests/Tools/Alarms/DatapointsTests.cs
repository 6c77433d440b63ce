using Platform.Insights.Alarms.Evaluation;

namespace Platform.Tests.Tools.Alarms;

/// <summary>X: beyond the limit, 0: within it, -: no data; the newest datapoint stands last, as CloudWatch's user guide writes it.</summary>
public class DatapointsTests
{
    // The table of the user guide for three of three, five datapoints fetched: missing | ignore | breaching | notBreaching.
    [Theory]
    [InlineData("0-X-X", AlarmState.Ok, AlarmState.Ok, AlarmState.Ok, AlarmState.Ok)]
    [InlineData("----0", AlarmState.Ok, AlarmState.Ok, AlarmState.Ok, AlarmState.Ok)]
    [InlineData("-----", AlarmState.InsufficientData, AlarmState.InsufficientData, AlarmState.Alarm, AlarmState.Ok)]
    [InlineData("0XX-X", AlarmState.Alarm, AlarmState.Alarm, AlarmState.Alarm, AlarmState.Alarm)]
    [InlineData("--XXX", AlarmState.Alarm, AlarmState.Alarm, AlarmState.Alarm, AlarmState.Alarm)]
    [InlineData("XXX00", AlarmState.Ok, AlarmState.Ok, AlarmState.Ok, AlarmState.Ok)]
    public void Three_of_three(string points, AlarmState missing, AlarmState ignore, AlarmState breaching, AlarmState notBreaching) => Assert.Equal(
        [missing, ignore, breaching, notBreaching],
        new[] { "missing", "ignore", "breaching", "notBreaching" }
            .Select(treatment => Datapoints.Decide(Read(points), 3, 3, treatment, AlarmState.InsufficientData)));

    [Theory]
    [InlineData("00X0X0X", 3, AlarmState.Alarm), InlineData("00X0X00", 3, AlarmState.Ok), InlineData("XX00000", 2, AlarmState.Ok), InlineData("0000X00", 1, AlarmState.Alarm)]
    public void M_of_five(string points, int needed, AlarmState state) =>
        Assert.Equal(state, Datapoints.Decide(Read(points), 5, needed, "notBreaching", AlarmState.Ok));

    [Theory]
    [InlineData(AlarmState.Ok), InlineData(AlarmState.Alarm)]
    public void What_is_measured_once_a_day_keeps_its_state_in_between(AlarmState before) =>
        Assert.Equal(before, Datapoints.Decide([null, null, null], 1, 1, "ignore", before));

    private static List<bool?> Read(string points) => [.. points.Reverse().Select(point => point switch { 'X' => true, '0' => (bool?)false, _ => null })];
}
