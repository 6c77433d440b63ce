using System.Text.RegularExpressions;
using Platform.Cli.Planning;
using Platform.Engine;
using Platform.Graph;

namespace Platform.Cli.Render.Plans;

/// <summary>Tells why there is no plan.</summary>
internal static partial class PlanFailureText
{
    private const int OutputLinesShown = 20;

    /// <summary>Writes what the program said, then what that means, and returns how to end.</summary>
    public static ExitCode Tell(Terminal terminal, PlanFailedException failure, bool verbose)
    {
        var result = failure.Result;
        var least = verbose ? Severity.Debug : Severity.Warning;
        var said = (result.Graph?.Diagnostics ?? []).Where(diagnostic => diagnostic.Severity >= least).ToList();
        terminal.Tell(verbose ? said : said.Select(WithoutStackTrace), result.Graph);
        if (said.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            // The reason stands there already; the engine's summary would say it again.
            return failure.ExitCode == ExitCode.WrongUse ? failure.ExitCode
                : result.Outcome == PlanOutcome.Inexact ? terminal.Fail(failure.ExitCode, "not everything is known exactly, so there is no plan that --strict accepts.")
                : terminal.Fail(failure.ExitCode, $"the program failed, so there is no plan.{(verbose || !said.Any(HasStackTrace) ? "" : $" {CommandLine.VerboseName} shows where.")}");
        }

        var problem = result.Problem ?? "there is no plan, and nobody said why.";
        if (!verbose && result.Outcome is PlanOutcome.ProgramFailed or PlanOutcome.TimedOut && !problem.Contains('\n', StringComparison.Ordinal))
        {
            // It ended without a word to the engine, which does not quote it either: its last lines are all there is to go by.
            terminal.Quote("The program wrote:", [.. result.ProgramOutput.TakeLast(OutputLinesShown)]);
        }

        return terminal.Fail(failure.ExitCode, problem);
    }

    private static bool HasStackTrace(Diagnostic diagnostic) => WithoutStackTrace(diagnostic).Message.Length < diagnostic.Message.Length;

    private static Diagnostic WithoutStackTrace(Diagnostic diagnostic) =>
        diagnostic with { Message = string.Join('\n', diagnostic.Message.Split('\n').Where(line => !StackFrame().IsMatch(line))) };

    [GeneratedRegex(@"^\s+(at \S+ ?.*[(\[].*|--- End of .* ---\s*)$")]
    private static partial Regex StackFrame();
}
