using System.CommandLine;
using System.CommandLine.Help;
using Platform.Cli.Arguments;
using Platform.Cli.Planning;
using Platform.Cli.Render;
using Platform.Cli.Render.Plans;
using Platform.Engine;

namespace Platform.Cli;

/// <summary>The way from typed words to an exit code: parses, runs one command, and turns every failure into one clear message.</summary>
internal sealed class CommandLine
{
    /// <summary>The option that shows everything there is to see.</summary>
    public const string VerboseName = "--verbose";

    private static readonly ParserConfiguration Parser = new()
    {
        EnablePosixBundling = false,
        ResponseFileTokenReplacer = null,   // `--secret key=@x` and STACK are words, never files to be read
    };

    private readonly Terminal _terminal;
    private readonly IReadOnlyList<ICliCommand> _commands;
    private readonly RootCommand _root = new("Plans, checks and explains this platform before anything is deployed.");
    private readonly Option _help;
    private readonly Option _version;

    /// <summary>Offers <paramref name="commands"/>.</summary>
    public CommandLine(Terminal terminal, IReadOnlyList<ICliCommand> commands)
    {
        (_terminal, _commands) = (terminal, commands);
        _root.Directives.Clear();
        _help = _root.Options.OfType<HelpOption>().Single();
        _help.Description = "Shows this help.";
        _version = _root.Options.OfType<VersionOption>().Single();
        _version.Description = "Shows the version.";
        foreach (var command in commands)
        {
            _root.Subcommands.Add(command.Syntax);
        }
    }

    /// <summary>Parses and runs; never throws.</summary>
    public async Task<ExitCode> RunAsync(string[] arguments, Interruption interruption)
    {
        try
        {
            return await DispatchAsync(_root.Parse(arguments, Parser), interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.ExitCode is { } exitCode)
        {
            _terminal.Tell(Tone.Bad, "interrupted", "nothing was written.");
            return exitCode;
        }
        catch (UsageException problem)
        {
            return _terminal.Fail(ExitCode.WrongUse, problem.Message);
        }
        catch (PlanRequestException problem)
        {
            return _terminal.Fail(ExitCode.WrongUse, problem.Message);
        }
        catch (PlanFailedException failure)
        {
            return PlanFailureText.Tell(_terminal, failure, arguments.Contains(VerboseName));
        }
#pragma warning disable CA1031 // the last resort: whatever went wrong, the user gets a sentence and a way to see more
        catch (Exception problem)
        {
            return _terminal.Fail(
                ExitCode.NoPlan,
                arguments.Contains(VerboseName)
                    ? problem.ToString()
                    : $"{problem.GetType().Name}: {problem.Message} ({VerboseName} shows where)");
        }
#pragma warning restore CA1031
    }

    private async Task<ExitCode> DispatchAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var command = _commands.FirstOrDefault(known => known.Syntax == arguments.CommandResult.Command || known.Syntax.Subcommands.Contains(arguments.CommandResult.Command));
        if (arguments.GetResult(_help) is { Implicit: false })
        {
            _terminal.Write(HelpText.Of(_root, command, _terminal.Data));
            return ExitCode.Fine;
        }

        if (arguments.GetResult(_version) is { Implicit: false })
        {
            _terminal.Write($"platform {typeof(CommandLine).Assembly.GetName().Version?.ToString(3)}\n");
            return ExitCode.Fine;
        }

        if (arguments.UnmatchedTokens.Count == 0 && command is null)
        {
            return _terminal.Fail(ExitCode.WrongUse, "name a command.", Hint(null));
        }

        return arguments.Errors.Count > 0
            ? _terminal.Fail(ExitCode.WrongUse, ParseProblem.Describe(arguments), Hint(command))
            : await command!.RunAsync(arguments, cancellationToken);
    }

    private static string Hint(ICliCommand? command) => command is null
        ? "./platform --help lists what there is."
        : $"./platform {command.Syntax.Name} --help tells what it takes.";
}
