using System.CommandLine;
using Platform.Cli.Planning;
using Platform.Cli.Render;
using Platform.Cli.Render.Alarms;
using Platform.Graph;
using Platform.Insights.Alarms;
using Platform.Insights.Alarms.Evaluation;

namespace Platform.Cli.Commands.Alarms;

/// <summary><c>alarms budget</c>: what may go wrong, and how soon does somebody hear?</summary>
internal sealed class BudgetQuestion(Terminal terminal, string project, Planner plan)
    : AlarmQuestion(new Command("budget", "Tells what may go wrong in thirty days, and how soon somebody hears.") { During }, terminal, project, plan)
{
    private static readonly Option<string?> During = new("--scenario")
    {
        Description = "Also tell how much of each budget this course of events uses up.",
        HelpName = "FILE",
    };

    protected override string? ScenarioOf(ParseResult arguments) => arguments.GetValue(During);

    protected override (string Text, bool Sound) Answer(ResourceGraph graph, Scenario? scenario, TextLayout? layout)
    {
        var used = ErrorBudget.Of(graph)
            .Select(budget => new BudgetUse(budget, scenario is null ? null : budget.UsedPercent(scenario)))
            .ToList();
        return (layout is null ? AlarmsJson.Of(used) : BudgetText.Of(graph, used, scenario, layout), used.All(use => use.Percent is null or <= 100));
    }
}

/// <summary>A budget, and how much of it a course of events uses up; null where that is not asked or not known.</summary>
internal sealed record BudgetUse(ErrorBudget Budget, double? Percent);
