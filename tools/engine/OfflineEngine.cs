using Platform.Engine.Launching;

namespace Platform.Engine;

/// <summary>Runs a Pulumi program over the real protocol, without provider or account, and returns what it registered.</summary>
public static class OfflineEngine
{
    private const string PassphraseVariable = "PULUMI_CONFIG_PASSPHRASE";

    /// <summary>Plans one stack of one project.</summary>
    /// <param name="request">What to plan.</param>
    /// <param name="progress">Told about every phase and registration; may be <c>null</c>.</param>
    /// <param name="cancellationToken">Stops the program and everything it started.</param>
    /// <returns>The result; a program that fails, hangs or is cancelled is a result too, not an exception.</returns>
    /// <exception cref="PlanRequestException">The request is wrong; nothing was started.</exception>
    public static Task<PlanResult> PlanAsync(
        PlanRequest request, IProgress<PlanProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new PlanRun(request, progress, Environment.GetEnvironmentVariable(PassphraseVariable), Launchers.For).RunAsync(cancellationToken);
    }
}
