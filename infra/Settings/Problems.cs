namespace Platform.Infra.Settings;

/// <summary>Collects everything that is wrong with one stack's settings, so that a person fixes them in one go.</summary>
internal sealed class Problems(string stack)
{
    private readonly SortedSet<string> _lines = new(StringComparer.Ordinal);

    /// <summary>Adds one problem: the key, what is wrong with it, and what to do.</summary>
    public void Add(string key, string sentence) => _lines.Add($"Pulumi.{stack}.yaml, {key} {sentence}");

    /// <summary>Ends the program before any resource exists, if there was a problem.</summary>
    /// <exception cref="RunException">There was at least one.</exception>
    public void ThrowIfAny()
    {
        if (_lines.Count > 0)
        {
            throw new RunException(string.Join('\n', _lines));
        }
    }
}
