using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Platform.Cli.Arguments;
using Platform.Cli.Output;
using Platform.Cli.Planning;
using Platform.Cli.Render;
using Platform.Cli.Render.Plans;
using Platform.Graph;

namespace Platform.Cli.Commands;

/// <summary><c>plan</c>: what would exist, without an account or credentials.</summary>
internal sealed class PlanCommand : ICliCommand
{
    private readonly Option<string> _format = TypedOption.Choice("--format", "Form of the plan.", "text", "json");
    private readonly DestinationOption _output;
    private readonly PlanSource _source;

    /// <summary>Plans the project in <paramref name="project"/> unless the arguments name another.</summary>
    public PlanCommand(Terminal terminal, string project, Planner plan)
    {
        _output = new DestinationOption(terminal);
        Syntax = new Command("plan", "Shows what a stack would create, without an account, credentials or a network.") { _format, _output };
        _source = new PlanSource(Syntax, terminal, project, plan);
    }

    public Command Syntax { get; }

    public ImmutableArray<Example> Examples { get; } =
    [
        new("plan dev", "the tree of dev, by component"),
        new("plan prod --verbose", "also what every resource is given, and every assumption"),
        new("plan prod --format json --output prod.json", "the same for programs; see docs/plan-json.md"),
        new("plan dev --config aws:region=eu-west-1", "with one setting changed"),
        new("plan dev --preview", "computed values unknown, as in a real first preview"),
    ];

    public async Task<ExitCode> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var destination = _output.Open(arguments);
        var graph = await _source.PlanAsync(arguments, cancellationToken);
        var document = arguments.GetRequiredValue(_format) == "json"
            ? PlanJson.Write(graph)
            : Encoding.UTF8.GetBytes(PlanText.Of(graph, _source.IsVerbose(arguments), destination.Layout));
        await destination.WriteAsync(document, cancellationToken);
        return ExitCode.Fine;
    }
}
