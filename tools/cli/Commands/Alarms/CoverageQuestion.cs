using System.CommandLine;
using Platform.Cli.Planning;
using Platform.Cli.Render;
using Platform.Cli.Render.Alarms;
using Platform.Graph;
using Platform.Insights.Alarms;
using Platform.Insights.Alarms.Evaluation;

namespace Platform.Cli.Commands.Alarms;

/// <summary><c>alarms coverage</c>: what could fail without anybody hearing of it?</summary>
internal sealed class CoverageQuestion(Terminal terminal, string project, Planner plan)
    : AlarmQuestion(new Command("coverage", "Tells what can fail, and which alarms see it."), terminal, project, plan)
{
    protected override (string Text, bool Sound) Answer(ResourceGraph graph, Scenario? scenario, TextLayout? layout)
    {
        var coverage = Coverage.Of(graph);
        return (layout is null ? AlarmsJson.Of(coverage) : CoverageText.Of(graph, coverage, layout), !coverage.Uncovered.Any());
    }
}
