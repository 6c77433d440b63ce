using Platform.Insights.Alarms;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Alarms;

public class ErrorBudgetTests
{
    [Fact]
    public async Task Three_nines_are_43_minutes_a_month_and_two_per_cent_are_spent_when_the_first_alarm_calls()
    {
        var requests = ErrorBudget.Of(await OwnPlan.Of("prod")).Single(budget => budget.Name == "entry-requests");

        Assert.Equal(43.2, requests.Minutes, 6);
        Assert.Equal([14.4, 6, 3, 1], requests.Rates.Select(rate => rate.Factor));
        Assert.Equal([1.0, 6, 24, 72], requests.Rates.Select(rate => rate.Hours));
        Assert.Equal([2.0, 5, 10, 10], requests.Rates.Select(rate => Math.Round(rate.SpentPercent, 6)));
    }

    [Fact]
    public async Task An_hour_of_two_per_cent_uses_three_per_cent_of_the_month()
    {
        var requests = ErrorBudget.Of(await OwnPlan.Of("prod")).Single(budget => budget.Name == "entry-requests");

        // 60 min × 2 % = 1.2 min of 43.2, and the few errors of every day.
        Assert.InRange(requests.UsedPercent(ScenarioTests.Read("error-burst.yaml"))!.Value, 2.7, 3.5);
    }
}
