using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Platform.Cli.Arguments;
using Platform.Cli.Baselines;
using Platform.Cli.Output;
using Platform.Cli.Planning;
using Platform.Cli.Render;
using Platform.Cli.Render.Changes;
using Platform.Insights.Diff;

namespace Platform.Cli.Commands;

/// <summary><c>diff</c>: what an update would change, and whom that hurts.</summary>
internal sealed class DiffCommand : ICliCommand
{
    private readonly Option<string> _format = TypedOption.Choice("--format", "Form of the answer.", "text", "json", "markdown");
    private readonly Option<string> _failOn = TypedOption.Choice(
        "--fail-on", "End with exit code 1 if there is such a change; replace-stateful: data are replaced, perhaps replaced, or deleted.", "nothing", "replace-stateful", "replace", "change");

    private readonly DestinationOption _output;
    private readonly PlanSource _source;
    private readonly BaselineSource _baseline;

    /// <summary>Compares plans of the project in <paramref name="project"/> unless the arguments name another.</summary>
    public DiffCommand(Terminal terminal, string project, Planner plan, GitRevisions revisions)
    {
        _output = new DestinationOption(terminal);
        Syntax = new Command("diff", "Shows what an update would change, what it replaces, and whom that hurts.") { _format, _failOn, _output };
        _source = new PlanSource(Syntax, terminal, project, plan);
        _baseline = new BaselineSource(Syntax, terminal, _source, revisions);
    }

    public Command Syntax { get; }

    public ImmutableArray<Example> Examples { get; } =
    [
        new("diff dev --against git:HEAD", "what the uncommitted changes do to dev"),
        new("diff dev --against git:HEAD --format markdown", "the same as a comment of a pull request"),
        new("diff dev --against git:HEAD --fail-on replace-stateful", "exit code 1 if data would be lost"),
    ];

    public async Task<ExitCode> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var destination = _output.Open(arguments);
        var baseline = await _baseline.ReadAsync(arguments, cancellationToken);
        var plan = await _source.PlanAsync(arguments, cancellationToken);
        var diff = StackComparison.Of(baseline.Graph, plan);
        var document = arguments.GetRequiredValue(_format) switch
        {
            "json" => DiffJson.Write(diff, baseline.Name),
            "markdown" => Encoding.UTF8.GetBytes(DiffMarkdown.Of(diff, baseline.Name)),
            _ => Encoding.UTF8.GetBytes(DiffText.Of(diff, baseline, _source.IsVerbose(arguments), destination.Layout)),
        };
        await destination.WriteAsync(document, cancellationToken);
        return Fails(arguments.GetRequiredValue(_failOn), diff) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static bool Fails(string failOn, StackDiff diff) => failOn switch
    {
        "replace-stateful" => diff.EndsStatefulResource,
        "replace" => diff.Changes.Any(change => change.Kind == ChangeKind.Delete || change.Replacement != Replacement.Never),
        "change" => !diff.Changes.IsEmpty,
        _ => false,
    };
}
