using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Alarms;

/// <summary>What the watched components tell, each with the name of its component.</summary>
internal static class WatchList
{
    /// <summary>The signals an environment looks at; those counted in logs are not among them.</summary>
    public static IEnumerable<Watched> Signals(IEnumerable<IObserved> watches, MonitoringLevel level) => watches
        .SelectMany(component => component.Signals.Select(signal => new Watched(((Resource)component).GetResourceName(), signal)))
        .Where(each => Counts(each.Signal, level));

    /// <summary>Those counted in logs.</summary>
    public static IEnumerable<(Watched Watched, LogSignal Log)> Logs(IEnumerable<IObserved> watches, MonitoringLevel level) => watches
        .OfType<ILogging>()
        .SelectMany(component => component.LogSignals.Select(log => (new Watched(((Resource)component).GetResourceName(), log.Signal), log)))
        .Where(each => Counts(each.log.Signal, level));

    /// <summary>What takes releases back; the components have made those alarms themselves.</summary>
    public static IEnumerable<Watched> Releases(IEnumerable<IObserved> watches) => watches
        .OfType<IReleasing>()
        .SelectMany(releasing => releasing.ReleaseSignals.Select(signal => new Watched(((Resource)releasing).GetResourceName(), signal)));

    /// <summary>What services of AWS tell by themselves.</summary>
    public static IEnumerable<(string Component, EventSignal Event)> Events(IEnumerable<IObserved> watches, MonitoringLevel level) => watches
        .OfType<IAnnouncing>()
        .SelectMany(announcing => announcing.Events.Select(happened => (Component: ((Resource)announcing).GetResourceName(), Event: happened)))
        .Where(each => level == MonitoringLevel.Full || each.Event.Basic);

    /// <summary>What users may count on.</summary>
    public static IEnumerable<(string Component, Objective Objective)> Promises(IEnumerable<IObserved> watches) => watches
        .OfType<IPromising>()
        .SelectMany(promising => promising.Objectives.Select(objective => (((Resource)promising).GetResourceName(), objective)));

    private static bool Counts(Signal signal, MonitoringLevel level) => level == MonitoringLevel.Full || signal.Basic;
}
