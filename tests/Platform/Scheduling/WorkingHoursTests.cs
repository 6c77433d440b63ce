using Platform.Components.Scheduling;

namespace Platform.Tests.Scheduling;

public class WorkingHoursTests
{
    private static readonly int[] Starts = [0, 30, 700, 1380, 1425];

    private static readonly int[] Lengths = [30, 60, 180];

    [Fact]
    public void Wakes_on_weekdays_and_puts_to_sleep_every_evening()
    {
        var hours = new WorkingHours(new TimeOnly(6, 15), new TimeOnly(19, 0));

        Assert.Equal("cron(15 6 ? * MON-FRI *)", hours.Begin);
        Assert.Equal("cron(55 5 ? * MON-FRI *)", hours.BeginForDatabase);
        Assert.Equal("cron(0 19 ? * * *)", hours.End);
        Assert.Equal("07:15-08:15", hours.Window(60, 60).ToString());
    }

    [Theory]
    [InlineData("00:15", "19:00", "must lie between 00:30 and 23:30 UTC")]
    [InlineData("06:00", "23:45", "must lie between 00:30 and 23:30 UTC")]
    [InlineData("06:00", "09:00", "must last at least 4 hours")]
    [InlineData("19:00", "06:00", "must last at least 4 hours")]
    public void Refuses_a_day_that_is_too_short_or_reaches_into_another(string from, string to, string problem) => Assert.StartsWith(
        problem, WorkingHours.Problem(TimeOnly.Parse(from, null), TimeOnly.Parse(to, null)), StringComparison.Ordinal);

    [Theory]
    [InlineData("02:00-03:00", 60), InlineData("23:30-00:30", 60), InlineData("00:00-23:59", 1439)]
    public void Reads_back_the_windows_it_writes(string text, int minutes)
    {
        Assert.True(TimeWindow.TryParse(text, out var window));
        Assert.Equal((minutes, text), (window.Minutes, window.ToString()));
    }

    [Theory]
    [InlineData(""), InlineData("02:00"), InlineData("2:00-3:00"), InlineData("02:00-02:00"), InlineData("25:00-26:00"), InlineData("02:00-03:00-04:00")]
    public void Refuses_what_is_not_a_window(string text) => Assert.False(TimeWindow.TryParse(text, out _));

    [Fact]
    public void Overlap_agrees_with_minutes_counted_one_by_one()
    {
        var windows = Starts.SelectMany(start => Lengths.Select(length => new TimeWindow(default(TimeOnly).AddMinutes(start), length))).ToList();

        foreach (var left in windows)
        {
            foreach (var right in windows)
            {
                Assert.Equal(Minutes(left).Overlaps(Minutes(right)), left.Overlaps(right));
                Assert.Equal(Minutes(right).IsSubsetOf(Minutes(left)), left.Contains(right));
            }
        }
    }

    private static HashSet<int> Minutes(TimeWindow window) =>
        [.. Enumerable.Range((int)window.Start.ToTimeSpan().TotalMinutes, window.Minutes).Select(minute => minute % 1440)];
}
