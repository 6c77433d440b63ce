namespace Platform.Cli.Doctor;

/// <summary>Runs a program that answers a short question.</summary>
internal interface IProcessRunner
{
    /// <summary>The answer of <paramref name="program"/>; <c>null</c> if there is no such program.</summary>
    /// <param name="program">Its name, searched for on the path.</param>
    /// <param name="arguments">What to ask.</param>
    /// <param name="directory">Where it runs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<ProcessAnswer?> AskAsync(string program, IReadOnlyList<string> arguments, string directory, CancellationToken cancellationToken);
}

/// <summary>What a program answered.</summary>
/// <param name="ExitCode">How it ended; <c>null</c> if it had to be stopped.</param>
/// <param name="FirstLine">The first line of its output that is not empty; empty if there is none.</param>
internal sealed record ProcessAnswer(int? ExitCode, string FirstLine);
