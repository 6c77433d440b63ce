using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Platform.Components.Observability.Traces;

namespace Platform.Stacks.Settings;

/// <summary>Who hears of alarms, and where traces go.</summary>
/// <param name="Subscribers">By severity; one that is left out has nobody.</param>
/// <param name="Traces">Where traces are sent; null: nowhere.</param>
/// <param name="TraceImage">Collector beside each task, by digest, where traces are sent and there is no cluster with one; else null.</param>
public sealed record MonitoringSettings(
    IReadOnlyDictionary<Severity, IReadOnlyList<Subscriber>> Subscribers, TraceExport? Traces = null, string? TraceImage = null)
{
    /// <summary>The collector beside each task; null: none.</summary>
    internal TraceSidecar? Sidecar => Traces is { } export && TraceImage is { } image ? new TraceSidecar(image, export) : null;
}
