using System.CommandLine;
using Platform.Cli.Planning;
using Platform.Cli.Render;
using Platform.Cli.Render.Alarms;
using Platform.Graph;
using Platform.Insights.Alarms;
using Platform.Insights.Alarms.Evaluation;

namespace Platform.Cli.Commands.Alarms;

/// <summary><c>alarms test</c>: what happens when this happens?</summary>
internal sealed class TestQuestion(Terminal terminal, string project, Planner plan)
    : AlarmQuestion(new Command("test", "Replays a course of events: which alarms go off, and who is called.") { Scenario }, terminal, project, plan)
{
    private static readonly Argument<string> Scenario = new("SCENARIO")
    {
        Description = "a course of events as YAML; docs/scenarios has some, docs/observability.md tells the form.",
    };

    protected override string? ScenarioOf(ParseResult arguments) => arguments.GetRequiredValue(Scenario);

    protected override (string Text, bool Sound) Answer(ResourceGraph graph, Scenario? scenario, TextLayout? layout)
    {
        var alarms = AlarmReader.Read(graph);
        if (alarms.IsEmpty)
        {
            throw new UsageException($"{graph.Project}/{graph.Stack} has no alarms to test.");
        }

        if (ScenarioCheck.Problem(scenario!, alarms) is { } problem)
        {
            throw new UsageException($"the scenario '{scenario!.Name}' does not fit {graph.Project}/{graph.Stack}: {problem}");
        }

        var result = Replay.Run(alarms, scenario!);
        var faults = ReplayVerdict.Of(result);
        return (layout is null ? AlarmsJson.Of(result, faults) : ReplayText.Of(result, faults, layout), faults.IsEmpty);
    }
}
