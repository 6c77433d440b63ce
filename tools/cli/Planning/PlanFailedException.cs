using Platform.Engine;

namespace Platform.Cli.Planning;

/// <summary>There is no plan to work on.</summary>
/// <param name="result">How the attempt ended.</param>
internal sealed class PlanFailedException(PlanResult result) : Exception(result.Problem)
{
    /// <summary>How the attempt ended.</summary>
    public PlanResult Result => result;

    /// <summary>How the command ends.</summary>
    public ExitCode ExitCode => result.Outcome == PlanOutcome.SettingsRefused ? ExitCode.WrongUse : ExitCode.NoPlan;
}
