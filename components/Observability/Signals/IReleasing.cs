namespace Platform.Components.Observability.Signals;

/// <summary>A component whose releases are taken back by alarms of their own.</summary>
public interface IReleasing : IObserved
{
    /// <summary>What takes a release back; the component makes the alarms, since they must be there before the first release.</summary>
    IReadOnlyList<Signal> ReleaseSignals { get; }
}
