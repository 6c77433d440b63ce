using Platform.Components.Compute.Deployment;

namespace Platform.Tests.Compute.Deployment;

public class TrafficShiftTests
{
    public static TheoryData<TrafficShift, string, int> Impossible => new()
    {
        { new TrafficShift.BlueGreen(1441), "bakeMinutes", 1441 },
        { new TrafficShift.Linear(2, 5, 15), "stepPercent", 2 },
        { new TrafficShift.Linear(10, 1441, 15), "stepMinutes", 1441 },
        { new TrafficShift.Canary(0, 5, 15), "percent", 0 },
        { new TrafficShift.Canary(100, 5, 15), "percent", 100 },
        { new TrafficShift.Canary(10, 0, 15), "minutes", 0 },
        { new TrafficShift.Canary(10, 5, -1), "bakeMinutes", -1 },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Names_the_number_that_ECS_would_refuse(TrafficShift shift, string argument, int value)
    {
        var problem = shift.Problem();

        Assert.Equal((argument, value), (problem?.Argument, problem?.Value));
    }

    public static TheoryData<TrafficShift, string> Sound => new()
    {
        { new TrafficShift.Rolling(), "ROLLING" },
        { new TrafficShift.BlueGreen(0), "BLUE_GREEN" },
        { new TrafficShift.Linear(3, 0, 1440), "LINEAR" },
        { new TrafficShift.Canary(10, 5, 15), "CANARY" },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void Bears_the_name_ECS_has_for_it(TrafficShift shift, string strategy)
    {
        Assert.Null(shift.Problem());
        Assert.Equal(strategy, shift.Strategy);
    }
}
