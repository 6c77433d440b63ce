using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Alarms;

/// <summary>A signal and whose it is.</summary>
/// <param name="Component">Name of the component.</param>
/// <param name="Signal">The signal.</param>
internal sealed record Watched(string Component, Signal Signal)
{
    /// <summary>Name of its alarm.</summary>
    public string Name => $"{Component}-{Signal.Key}";

    /// <summary>
    /// What shares its page: a layer, whose parts fail together; for what nothing silences, the component, so that a second trouble
    /// is not hidden behind a first one that lasts.
    /// </summary>
    public string Group => Signal.Layer is Layer.Durability or Layer.Security
        ? $"{Component}-{Signal.Layer.ToString().ToLowerInvariant()}"
        : Signal.Layer.ToString().ToLowerInvariant();
}
