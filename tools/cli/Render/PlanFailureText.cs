using Platform.Cli.Planning;
using Platform.Engine;
using Platform.Graph;

namespace Platform.Cli.Render;

/// <summary>Tells why there is no plan.</summary>
internal static class PlanFailureText
{
    private const int OutputLinesShown = 20;

    /// <summary>Writes what the program said, then what that means, and returns how to end.</summary>
    public static ExitCode Tell(Terminal terminal, PlanFailedException failure, bool verbose)
    {
        var result = failure.Result;
        var said = (result.Graph?.Diagnostics ?? []).Where(diagnostic => diagnostic.Severity >= (verbose ? Severity.Debug : Severity.Warning)).ToList();
        if (said.Count == 0 && !verbose && result.Outcome is PlanOutcome.ProgramFailed or PlanOutcome.TimedOut)
        {
            // It ended without a word to the engine: its last lines are all there is to go by.
            terminal.Quote("The program wrote:", [.. result.ProgramOutput.TakeLast(OutputLinesShown)]);
        }

        terminal.Tell(said, result.Graph);
        return terminal.Fail(failure.ExitCode, result.Problem ?? "there is no plan, and nobody said why.");
    }
}
