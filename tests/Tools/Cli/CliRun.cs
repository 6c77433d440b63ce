using System.Text;
using Moq;
using Platform.Cli;
using Platform.Cli.Baselines;
using Platform.Cli.Commands;
using Platform.Cli.Doctor;
using Platform.Cli.Planning;
using Platform.Cli.Render;
using Platform.Engine;
using Platform.Graph;

namespace Platform.Tests.Tools.Cli;

/// <summary>One run of the command line inside the test, with a planner that the test chooses.</summary>
internal sealed record CliRun(ExitCode ExitCode, string Data, string Messages, PlanRequest? Request)
{
    /// <summary>The folder that stands for the repository.</summary>
    public const string Project = "/somewhere/platform";

    public static Task<CliRun> Of(params string[] arguments) => Of(SamplePlan.Graph, arguments);

    public static Task<CliRun> Of(ResourceGraph graph, params string[] arguments) =>
        Of((_, _, _) => Task.FromResult(new PlanResult(graph, PlanOutcome.Succeeded, null, 0, [])), arguments);

    public static Task<CliRun> Of(PlanResult result, params string[] arguments) => Of((_, _, _) => Task.FromResult(result), arguments);

    public static async Task<CliRun> Of(Planner planner, string[] arguments, TextLayout? layout = null, bool progress = false, Interruption? signals = null)
    {
        PlanRequest? seen = null;
        using var data = new MemoryStream();
        using var messages = new StringWriter { NewLine = "\n" };
        using var own = new Interruption();
        var terminal = new Terminal(data, messages)
        {
            Data = layout ?? TextLayout.Plain,
            Messages = layout ?? TextLayout.Plain,
            ShowsProgress = progress,
        };
        Planner spy = (request, signs, token) =>
        {
            seen = request;
            return planner(request, signs, token);
        };
        var revisions = new GitRevisions(Mock.Of<IProcessRunner>(), "/nowhere");
        var commands = new CommandLine(terminal, [new PlanCommand(terminal, Project, spy), new DiffCommand(terminal, Project, spy, revisions), new AlarmsCommand(terminal, Project, spy)]);
        var exitCode = await commands.RunAsync(arguments, signals ?? own);
        return new CliRun(exitCode, Encoding.UTF8.GetString(data.ToArray()), messages.ToString(), seen);
    }
}
