using System.CommandLine;
using System.Text;
using Platform.Cli.Arguments;
using Platform.Cli.Output;
using Platform.Cli.Planning;
using Platform.Cli.Render;
using Platform.Graph;
using Platform.Insights.Alarms.Evaluation;

namespace Platform.Cli.Commands.Alarms;

/// <summary>One question about the alarms of a plan; of prod, where no stack is named, as nobody is called for the others.</summary>
internal abstract class AlarmQuestion
{
    private readonly Option<string> _format = TypedOption.Choice("--format", "Form of the answer.", "text", "json");
    private readonly DestinationOption _output;
    private readonly PlanSource _source;

    protected AlarmQuestion(Command syntax, Terminal terminal, string project, Planner plan)
    {
        (Syntax, _output) = (syntax, new DestinationOption(terminal));
        syntax.Options.Add(_format);
        syntax.Options.Add(_output);
        _source = new PlanSource(syntax, terminal, project, plan, stack: "prod");
    }

    public Command Syntax { get; }

    public async Task<ExitCode> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var destination = _output.Open(arguments);
        var scenario = ScenarioOf(arguments) is { } file ? Read(file) : null;
        var graph = await _source.PlanAsync(arguments, cancellationToken);
        var (text, sound) = Answer(graph, scenario, arguments.GetRequiredValue(_format) == "json" ? null : destination.Layout);
        await destination.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        return sound ? ExitCode.Fine : ExitCode.Findings;
    }

    /// <summary>File of the scenario; null without one.</summary>
    protected virtual string? ScenarioOf(ParseResult arguments) => null;

    /// <summary>The answer, and whether it is a good one.</summary>
    /// <param name="graph">The plan.</param>
    /// <param name="scenario">The scenario; null without one.</param>
    /// <param name="layout">What the reader's end can show; null: a document for programs.</param>
    protected abstract (string Text, bool Sound) Answer(ResourceGraph graph, Scenario? scenario, TextLayout? layout);

    private static Scenario Read(string file)
    {
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            return ScenarioReader.Read(File.ReadAllText(file), name => File.ReadAllText(Path.Combine(folder, name)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"the scenario '{file}' cannot be read: {problem.Message}");
        }
    }
}
