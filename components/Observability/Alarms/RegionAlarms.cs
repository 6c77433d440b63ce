using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.CloudWatch;

namespace Platform.Components.Observability.Alarms;

/// <summary>The alarms of one region, from signals and objectives of what is watched there.</summary>
internal sealed class RegionAlarms
{
    private readonly MonitoringLevel _level;
    private readonly AlarmText _text;
    private readonly IReadOnlyDictionary<Severity, Output<string>> _topics;
    private readonly string? _region;
    private readonly CustomResourceOptions _child;
    private readonly PageGroups _groups;
    private readonly List<(Watched, Severity, Output<string>)> _pages = [];

    public RegionAlarms(
        string name, MonitoringLevel level, AlarmText text, IReadOnlyDictionary<Severity, Output<string>> topics, string? region, CustomResourceOptions child)
    {
        (_level, _text, _topics, _region, _child) = (level, text, topics, region, child);
        _groups = new(name, text, topics, region, child);
    }

    public void Register(IEnumerable<Watched> signals, IEnumerable<(string Component, Objective Objective)> objectives)
    {
        foreach (var watched in signals.OrderBy(watched => watched.Name, StringComparer.Ordinal))
        {
            var severity = Capped(watched.Signal.Severity, _level);
            var alarm = Alarm(watched, severity, tells: severity.Pages() ? null : _topics[severity]);
            if (severity.Pages())
            {
                _pages.Add((watched, severity, alarm));
            }
        }

        foreach (var (component, objective) in objectives.OrderBy(promise => promise.Component, StringComparer.Ordinal).ThenBy(promise => promise.Objective.Key, StringComparer.Ordinal))
        {
            Burns(component, objective);
        }

        _groups.Register(_pages);
    }

    /// <summary>Where nobody is on call, nothing calls anybody.</summary>
    public static Severity Capped(Severity severity, MonitoringLevel level) => level == MonitoringLevel.Basic && severity.Pages() ? Severity.Medium : severity;

    private Output<string> Alarm(Watched watched, Severity severity, Output<string>? tells)
    {
        var args = SignalAlarm.Of(watched, _text, _level, severity);
        args.AlarmActions = tells is null ? new InputList<string>() : tells;
        args.OkActions = tells is null ? new InputList<string>() : tells;
        args.Region = _region!;
        return new MetricAlarm(watched.Name, args, _child).Name;
    }

    /// <summary>Fast burns page together with what else users feel; slow ones make one ticket.</summary>
    private void Burns(string component, Objective objective)
    {
        foreach (var burns in BurnSignals.Of(objective).GroupBy(burn => burn.Rate.Severity).OrderBy(group => group.Key))
        {
            var severity = burns.Key;
            var windows = burns.Select(burn => Output.Format(
                $"(ALARM(\"{Silent(burn.Long)}\") AND ALARM(\"{Silent(burn.Short)}\"))")).ToList();
            var watched = new Watched(component, burns.First().Long with { Key = $"{objective.Key}-budget-{(severity.Pages() ? "page" : "ticket")}" });
            var part = _groups.Part(
                watched.Name,
                $"{objective.Meaning} The budget of {Objective.Days} days burns too fast.",
                Output.All(windows.Select(window => (Input<string>)window)).Apply(parts => string.Join(" OR ", parts)),
                watched,
                severity,
                severity.Pages() ? null : _topics[severity]);
            if (severity.Pages())
            {
                _pages.Add((watched, severity, part));
            }

            Output<string> Silent(Signal signal) => Alarm(new Watched(component, signal), severity, tells: null);
        }
    }
}
