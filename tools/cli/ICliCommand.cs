using System.Collections.Immutable;
using System.CommandLine;

namespace Platform.Cli;

/// <summary>One command: what it takes, how it is used, what it does.</summary>
internal interface ICliCommand
{
    /// <summary>Name, description, argument and options.</summary>
    Command Syntax { get; }

    /// <summary>What the help shows; every line works as it stands in a clone of this repository.</summary>
    ImmutableArray<Example> Examples { get; }

    /// <summary>Runs it on arguments that were parsed without a mistake.</summary>
    /// <exception cref="UsageException">The arguments ask for something that is not there.</exception>
    Task<ExitCode> RunAsync(ParseResult arguments, CancellationToken cancellationToken);
}

/// <summary>A line of the help.</summary>
/// <param name="CommandLine">What to type after <c>./platform</c>.</param>
/// <param name="Meaning">What it answers.</param>
internal sealed record Example(string CommandLine, string Meaning);
