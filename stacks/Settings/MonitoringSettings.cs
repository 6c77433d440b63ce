using Platform.Components.Observability;
using Platform.Components.Observability.Signals;

namespace Platform.Stacks.Settings;

/// <summary>Who hears of alarms.</summary>
/// <param name="Subscribers">By severity; one that is left out has nobody.</param>
public sealed record MonitoringSettings(IReadOnlyDictionary<Severity, IReadOnlyList<Subscriber>> Subscribers);
