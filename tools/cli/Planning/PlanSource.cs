using System.CommandLine;
using Platform.Cli.Arguments;
using Platform.Cli.Render;
using Platform.Engine;
using Platform.Graph;

namespace Platform.Cli.Planning;

/// <summary>STACK and the options that decide how it is planned: the same for every command that works on a plan.</summary>
internal sealed class PlanSource
{
    // A copy that was never built compiles everything.
    private static readonly TimeSpan BuildTime = TimeSpan.FromMinutes(15);

    private readonly Terminal _terminal;
    private readonly string _project;
    private readonly Planner _plan;

    private readonly Argument<string> _stack = new("STACK")
    {
        Description = "the environment, such as dev; its settings are in Pulumi.STACK.yaml.",
    };

    private readonly Option<string?> _program = new("--program")
    {
        Description = "Plan the Pulumi program in this folder instead of this repository's: C#, TypeScript or JavaScript.",
        HelpName = "DIR",
    };

    private readonly Option<Dictionary<string, string>> _config =
        TypedOption.Pairs("--config", "Use this setting instead of the one in the stack's file; may be repeated.", "region=eu-central-1");

    private readonly Option<Dictionary<string, string>> _secrets =
        TypedOption.Pairs("--secret", "Like --config, but the value is shown and written nowhere.", "token=VALUE");

    private readonly Option<string?> _answers = new("--answers")
    {
        Description = "Answer data sources from this YAML or JSON file.",
        HelpName = "FILE",
    };

    private readonly Option<Dictionary<string, string>> _components =
        TypedOption.Pairs("--component", "Make the remote components of a package with this command, such as awsx=\"node /path/awsx\"; may be repeated.", "awsx=\"node /path/awsx\"");

    private readonly Option<string[]> _stackOutputs = new("--stack-outputs")
    {
        Description = "Answer references to another stack from its saved plan or export; may be repeated.",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Fail where a data source could only be answered with a placeholder." };
    private readonly Option<bool> _preview = new("--preview") { Description = "Leave computed values unknown, as a real first preview does." };
    private readonly Option<TimeSpan?> _timeout = TypedOption.Time("--timeout", "Give up after this time. Default: 2m.");
    private readonly Option<bool> _noBuild = new("--no-build") { Description = "Use the last build, even if the sources are newer." };
    private readonly Option<bool> _verbose = new(CommandLine.VerboseName) { Description = "Show everything, the program's own output included." };

    /// <summary>Adds the argument and the options to <paramref name="syntax"/>.</summary>
    /// <param name="syntax">The command that plans.</param>
    /// <param name="terminal">Where progress is shown.</param>
    /// <param name="project">The project that is planned unless the arguments name another.</param>
    /// <param name="plan">Makes the plan.</param>
    /// <param name="stack">The stack that is planned when none is named; null: one must be named.</param>
    public PlanSource(Command syntax, Terminal terminal, string project, Planner plan, string? stack = null)
    {
        if (stack is not null)
        {
            (_stack.DefaultValueFactory, _stack.Description) = (_ => stack, $"{_stack.Description} Default: {stack}.");
        }

        (_terminal, _project, _plan) = (terminal, project, plan);
        syntax.Arguments.Add(_stack);
        foreach (var option in new Option[] { _verbose, _config, _secrets, _answers, _stackOutputs, _components, _strict, _preview, _program, _timeout, _noBuild })
        {
            syntax.Options.Add(option);
        }
    }

    /// <summary>Whether everything is to be shown.</summary>
    public bool IsVerbose(ParseResult arguments) => arguments.GetValue(_verbose);

    /// <summary>Plans what the arguments ask for.</summary>
    /// <exception cref="PlanRequestException">There is nothing to plan, such as no such stack.</exception>
    /// <exception cref="PlanFailedException">The attempt ended without a plan.</exception>
    public Task<ResourceGraph> PlanAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        PlanAsync(Read(arguments), arguments, cancellationToken);

    /// <summary>Plans the same stack, with the same options, of another copy of the program, and builds that if it has to.</summary>
    /// <exception cref="PlanRequestException">There is nothing to plan, such as no such stack.</exception>
    /// <exception cref="PlanFailedException">The attempt ended without a plan.</exception>
    public Task<ResourceGraph> PlanCopyAsync(ParseResult arguments, string directory, CancellationToken cancellationToken)
    {
        var request = Read(arguments) with { ProjectDirectory = directory, Build = BuildWish.WhenMissing };
        return PlanAsync(arguments.GetValue(_timeout) is null ? request with { Timeout = BuildTime } : request, arguments, cancellationToken);
    }

    /// <summary>The stack that was typed.</summary>
    public string StackOf(ParseResult arguments) => arguments.GetRequiredValue(_stack);

    /// <summary>The folder of the program.</summary>
    public string DirectoryOf(ParseResult arguments) => Read(arguments).ProjectDirectory;

    private async Task<ResourceGraph> PlanAsync(PlanRequest request, ParseResult arguments, CancellationToken cancellationToken)
    {
        PlanResult result;
        using (var line = _terminal.StartProgress())
        {
            result = await _plan(request, new PlanProgressLine(line, request.Stack), cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (IsVerbose(arguments))
        {
            _terminal.Quote("The program wrote:", result.ProgramOutput);
        }

        return result is { Outcome: PlanOutcome.Succeeded, Graph: { } graph } ? graph : throw new PlanFailedException(result);
    }

    private PlanRequest Read(ParseResult arguments)
    {
        var request = new PlanRequest
        {
            ProjectDirectory = arguments.GetValue(_program) is { } program ? Path.GetFullPath(program) : _project,
            Stack = arguments.GetRequiredValue(_stack),
            Config = arguments.GetValue(_config)!,
            Secrets = arguments.GetValue(_secrets)!,
            Mode = arguments.GetValue(_preview) ? AnswerMode.Preview : AnswerMode.Plan,
            AnswersFile = arguments.GetValue(_answers) is { } answers ? Path.GetFullPath(answers) : null,
            Components = arguments.GetValue(_components)!,
            StackOutputs = [.. arguments.GetValue(_stackOutputs)!.Select(Path.GetFullPath)],
            Strict = arguments.GetValue(_strict),
            Build = arguments.GetValue(_noBuild) ? BuildWish.Never

                // The launcher has built this repository, if it had to.
                : arguments.GetValue(_program) is null ? BuildWish.WhenMissing
                : BuildWish.WhenNewer,
        };
        return arguments.GetValue(_timeout) is { } timeout ? request with { Timeout = timeout } : request;
    }
}
