using System.CommandLine;
using Platform.Cli.Planning;
using Platform.Cli.Render;
using Platform.Engine;
using Platform.Graph;
using Platform.Graph.Files;

namespace Platform.Cli.Baselines;

/// <summary><c>--against</c>: a saved plan, a stack export, a preview, or a git revision.</summary>
internal sealed class BaselineSource
{
    private const string RevisionPrefix = "git:";

    private readonly Terminal _terminal;
    private readonly PlanSource _plans;
    private readonly GitRevisions _revisions;

    private readonly Option<string> _against = new("--against")
    {
        Description = "What is there: a saved plan, a stack export, a preview (--json --show-sames), or git:REV, which is built once.",
        HelpName = "FILE|git:REV",
        Required = true,
    };

    public BaselineSource(Command syntax, Terminal terminal, PlanSource plans, GitRevisions revisions)
    {
        (_terminal, _plans, _revisions) = (terminal, plans, revisions);
        syntax.Options.Add(_against);
    }

    /// <summary>Reads or plans what the arguments name.</summary>
    /// <exception cref="UsageException">There is no such file or revision, or it is of another stack.</exception>
    /// <exception cref="PlanFailedException">The revision cannot be planned.</exception>
    public async Task<Baseline> ReadAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var name = arguments.GetRequiredValue(_against);
        var graph = name.StartsWith(RevisionPrefix, StringComparison.Ordinal)
            ? await PlanAsync(arguments, name[RevisionPrefix.Length..], cancellationToken)
            : Read(name);
        var stack = _plans.StackOf(arguments);
        return graph.Stack == stack || graph.Resources.IsEmpty
            ? new(graph, name)
            : throw new UsageException($"--against is '{name}', which is of the stack {graph.Stack} of {graph.Project}, but the stack is {stack}; give one of {stack}.");
    }

    private static ResourceGraph Read(string path)
    {
        try
        {
            var file = GraphFileReader.Read(NamedFile.Read("--against", path, $"; a git revision is written {RevisionPrefix}REV"), $"--against '{path}'");
            return file.MissingPart is null ? file.Graph : throw new UsageException($"--against is '{path}', but {file.MissingPart}.");
        }
        catch (FormatException problem)
        {
            throw new UsageException(problem.Message);
        }
    }

    private async Task<ResourceGraph> PlanAsync(ParseResult arguments, string revision, CancellationToken cancellationToken)
    {
        using var copy = await _revisions.CheckOutAsync(_plans.DirectoryOf(arguments), revision, cancellationToken);
        try
        {
            return await _plans.PlanCopyAsync(arguments, copy.Directory, cancellationToken);
        }
        catch (Exception problem) when (problem is PlanFailedException or PlanRequestException)
        {
            _terminal.Tell(Tone.Bad, "error", $"the revision {revision} has no plan:");
            throw;
        }
    }
}
