namespace Platform.Cli.Doctor;

/// <summary>One line of the diagnosis.</summary>
/// <param name="Tool">What was looked for.</param>
/// <param name="Found">What was found, such as a version; <c>null</c> if nothing usable.</param>
/// <param name="Required">Whether planning offline is impossible without it.</param>
/// <param name="Purpose">What it is needed for.</param>
/// <param name="Remedy">How to get it.</param>
internal sealed record CheckUp(string Tool, string? Found, bool Required, string Purpose, string Remedy)
{
    /// <summary>Whether it must be dealt with before anything can be planned.</summary>
    public bool IsMissing => Required && Found is null;
}
