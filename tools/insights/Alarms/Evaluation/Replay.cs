using System.Collections.Immutable;

namespace Platform.Insights.Alarms.Evaluation;

/// <summary>What happened in a replay.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Changes">When alarms changed their state, in order.</param>
/// <param name="Messages">Who was told, in order.</param>
/// <param name="Silenced">Which composites stayed silent because of another, and since when.</param>
public sealed record ReplayResult(
    Scenario Scenario, ImmutableArray<StateChange> Changes, ImmutableArray<Message> Messages, ImmutableArray<Silence> Silenced)
{
    /// <summary>Messages that call a person.</summary>
    public IEnumerable<Message> Pages => Messages.Where(message => message.Alarm.Pages);
}

/// <summary>An alarm changed its state.</summary>
/// <param name="Minute">When.</param>
/// <param name="Alarm">Which.</param>
/// <param name="State">What it says now.</param>
/// <param name="Figure">The figure that decided; null for a composite, or without data.</param>
public sealed record StateChange(int Minute, PlannedAlarm Alarm, AlarmState State, double? Figure);

/// <summary>Somebody is told of an alarm.</summary>
/// <param name="Minute">When.</param>
/// <param name="Alarm">Of which.</param>
public sealed record Message(int Minute, PlannedAlarm Alarm);

/// <summary>Nobody is told of an alarm, because somebody was told of another.</summary>
/// <param name="Minute">When.</param>
/// <param name="Alarm">Of which.</param>
/// <param name="Because">The alarm that silenced it.</param>
public sealed record Silence(int Minute, PlannedAlarm Alarm, string Because);

/// <summary>Replays a scenario against the alarms of a plan, minute by minute.</summary>
public sealed class Replay
{
    private readonly ImmutableArray<PlannedAlarm> _alarms;
    private readonly Dictionary<string, MetricEvaluator> _figures;
    private readonly Dictionary<string, CompositeAlarm> _composites;
    private readonly Dictionary<string, Pager> _pagers;
    private readonly Dictionary<string, AlarmState> _states = [];
    private readonly Scenario _scenario;

    private Replay(ImmutableArray<PlannedAlarm> alarms, Scenario scenario)
    {
        // Regions have alarms of the same name: they are kept apart by the resource.
        (_alarms, _scenario) = (alarms, scenario);
        var metric = alarms.OfType<MetricAlarm>().ToList();
        var history = metric.Select(alarm => new MetricEvaluator(alarm, new SeriesSource(scenario, 0)).Reach).DefaultIfEmpty(1).Max();
        var series = new SeriesSource(scenario, history);
        _figures = metric.ToDictionary(Id, alarm => new MetricEvaluator(alarm, series));
        _composites = alarms.OfType<CompositeAlarm>().ToDictionary(Id);
        _pagers = alarms.Where(alarm => alarm.Tells.Length > 0).ToDictionary(Id, alarm => new Pager(alarm));
    }

    /// <summary>Replays a scenario.</summary>
    /// <exception cref="FormatException">An alarm uses what cannot be replayed.</exception>
    public static ReplayResult Run(IEnumerable<PlannedAlarm> alarms, Scenario scenario) => new Replay([.. alarms], scenario).Run();

    private ReplayResult Run()
    {
        var changes = ImmutableArray.CreateBuilder<StateChange>();
        var messages = ImmutableArray.CreateBuilder<Message>();
        var silences = ImmutableArray.CreateBuilder<Silence>();
        for (var minute = 0; minute < _scenario.Minutes; minute++)
        {
            var now = States(minute);
            foreach (var alarm in _alarms)
            {
                var id = Id(alarm);
                if (_states.GetValueOrDefault(id) != now[id])
                {
                    changes.Add(new(minute, alarm, now[id], alarm is MetricAlarm ? _figures[id].Figure(minute) : null));
                    _states[id] = now[id];
                }
            }

            foreach (var pager in _pagers.Values)
            {
                var outcome = pager.Hear(minute, now[Id(pager.Alarm)], Suppressor(pager.Alarm, now));
                if (outcome == PagerOutcome.Tells)
                {
                    messages.Add(new(minute, pager.Alarm));
                }
                else if (outcome == PagerOutcome.Silenced)
                {
                    silences.Add(new(minute, pager.Alarm, ((CompositeAlarm)pager.Alarm).Suppressor!));
                }
            }
        }

        return new(_scenario, changes.ToImmutable(), messages.ToImmutable(), silences.ToImmutable());
    }

    /// <summary>The states after a minute: figures first, then composites, each after those it names.</summary>
    private Dictionary<string, AlarmState> States(int minute)
    {
        var now = _figures.ToDictionary(figure => figure.Key, figure => figure.Value.At(minute, _states.GetValueOrDefault(figure.Key)));
        foreach (var composite in _composites.Keys)
        {
            Composite(composite, now, []);
        }

        return now;
    }

    private AlarmState Composite(string id, Dictionary<string, AlarmState> now, HashSet<string> open)
    {
        if (now.TryGetValue(id, out var known))
        {
            return known;
        }

        if (!_composites.TryGetValue(id, out var composite))
        {
            throw new FormatException($"a rule names '{id}', but the plan has no such alarm in that region.");
        }

        if (!open.Add(id))
        {
            throw new FormatException($"'{composite.Name}' is part of its own rule.");
        }

        var holds = CompositeRule.Holds(composite.Rule, name => Composite(Id(composite.Resource.Region, name), now, open));
        open.Remove(id);
        return now[id] = holds ? AlarmState.Alarm : AlarmState.Ok;
    }

    private static bool Suppressor(PlannedAlarm alarm, Dictionary<string, AlarmState> now) =>
        alarm is CompositeAlarm { Suppressor: { } name } && now.GetValueOrDefault(Id(alarm.Resource.Region, name)) == AlarmState.Alarm;

    private static string Id(PlannedAlarm alarm) => Id(alarm.Resource.Region, alarm.Name);

    private static string Id(string? region, string name) => $"{region} {name}";
}
