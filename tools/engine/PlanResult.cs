using System.Collections.Immutable;
using Platform.Graph;

namespace Platform.Engine;

/// <summary>How a plan ended.</summary>
public enum PlanOutcome
{
    /// <summary>The program ended well and logged no error.</summary>
    Succeeded,

    /// <summary>The program failed; its messages are the graph's diagnostics.</summary>
    ProgramFailed,

    /// <summary>
    /// The program refused the stack's settings before it registered anything but the stack: every error it logged
    /// starts with the name of the stack's file, such as <c>Pulumi.dev.yaml</c>.
    /// </summary>
    SettingsRefused,

    /// <summary>The request accepts exact answers only, and not every data source has one; the graph's diagnostics name them.</summary>
    Inexact,

    /// <summary>The program could not be built, so it never ran.</summary>
    BuildFailed,

    /// <summary>The program took longer than the request allows and was stopped.</summary>
    TimedOut,

    /// <summary>The caller gave up.</summary>
    Cancelled,
}

/// <summary>What a plan came to.</summary>
/// <param name="Graph">What was registered, also by a program that failed later; <c>null</c> if no program ran.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Problem">What went wrong and the way out, without secrets; <c>null</c> on success.</param>
/// <param name="ExitCode">The program's exit code; <c>null</c> if it did not end by itself.</param>
/// <param name="ProgramOutput">The last lines the program wrote to its standard output and error, without secrets.</param>
public sealed record PlanResult(
    ResourceGraph? Graph,
    PlanOutcome Outcome,
    string? Problem,
    int? ExitCode,
    ImmutableArray<string> ProgramOutput);

/// <summary>What the engine is doing.</summary>
public enum PlanPhase
{
    /// <summary>Compiling the program.</summary>
    Building,

    /// <summary>The program runs.</summary>
    Running,

    /// <summary>The program ended; its registrations become a graph.</summary>
    Analysing,
}

/// <summary>A sign of life.</summary>
/// <param name="Phase">What the engine is doing.</param>
/// <param name="Resources">How many resources are registered so far.</param>
public readonly record struct PlanProgress(PlanPhase Phase, int Resources);
