using System.Globalization;
using Platform.Cli.Commands.Alarms;
using Platform.Graph;
using Platform.Insights.Alarms.Evaluation;

namespace Platform.Cli.Render.Alarms;

/// <summary>Error budgets for people.</summary>
internal static class BudgetText
{
    public static string Of(ResourceGraph graph, IReadOnlyList<BudgetUse> budgets, Scenario? scenario, TextLayout layout)
    {
        var page = new Page(layout);
        page.Line(new Span($"{graph.Project}/{graph.Stack}", Tone.Strong), $"  {budgets.Count} objectives over 30 days");
        foreach (var (budget, used) in budgets)
        {
            page.Heading(budget.Name);
            page.Line($"  {Number(100 * (1 - budget.Budget))} % must be good; the rest is {Number(budget.Minutes)} minutes of complete failure");
            foreach (var rate in budget.Rates)
            {
                page.Hang(
                    $"  {Number(rate.Factor),5} × ",
                    "          ",
                    new Span(rate.Alarm.Severity.PadRight(10), rate.Alarm.Severity == "critical" ? Tone.Bad : Tone.Plain),
                    $"bad ones above {Number(100 * rate.Alarm.Threshold!.Value)} %: gone in {Number(rate.HoursToNothing)} h, heard of within {Number(rate.Hours)} h with {Number(rate.SpentPercent)} % spent");
            }

            if (scenario is not null)
            {
                page.Line(
                    $"  {scenario.Name}: ",
                    used is { } percent
                        ? new Span($"uses {Number(percent)} % of it", percent > 100 ? Tone.Bad : Tone.Plain)
                        : new Span("has no data for it", Tone.Faint));
            }
        }

        return page.ToString();
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
