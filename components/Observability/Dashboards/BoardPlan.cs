using Platform.Components.Observability.Alarms;
using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Dashboards;

/// <summary>The four boards of an environment, made from what its components tell: a component that tells nothing is not on them.</summary>
internal static class BoardPlan
{
    private const int Hour = 3600;

    private static readonly Layer[] FromUsersDown =
        [Layer.Users, Layer.Edge, Layer.Entry, Layer.App, Layer.Cache, Layer.Database, Layer.Network, Layer.Durability];

    /// <param name="watched">The signals that are looked at.</param>
    /// <param name="watches">Whose they are, and what else they tell.</param>
    /// <param name="level">How much of it.</param>
    public static IReadOnlyList<Board> Of(IReadOnlyList<Watched> watched, IReadOnlyList<IObserved> watches, MonitoringLevel level)
    {
        var promises = WatchList.Promises(watches).Where(promise => promise.Objective.Bad is not null).ToList();
        var events = WatchList.Events(watches, level).ToList();
        var operations = new Board("operations", "Operations: health by tier, from the users down", [.. FromUsersDown.Select(Tier).Where(HasPanels)]);
        return level == MonitoringLevel.Basic ? [operations] :
        [
            new Board("executive", "Executive: promises, use and money",
            [
                new("At a glance: what was kept of each promise, over the time shown", [.. promises.Select(Kept)]),
                new("Promises: share of bad ones, and the share that may be", [.. promises.Select(Promise)]),
                new("Use", [.. watched.Where(each => each.Signal.Key == "unusual-traffic").Select(each => Plain("Requests", ((Unusual)each.Signal.Measure).Of, each.Signal))]),
                new("Money", [new("Charges of this month so far", "USD", Metric.Of("AWS/Billing", "EstimatedCharges", "Maximum", ("Currency", "USD")), 6 * Hour, null, GlobalRegion.Name)]),
            ]),
            operations,
            new Board("development", "Development: errors, latency, releases",
            [
                new("Errors and latency", Panels(each => each.Signal.Layer == Layer.Users)),
                new("Releases", [.. Rollouts(watches), .. WatchList.Releases(watches).OrderBy(each => each.Name, StringComparer.Ordinal).Select(Shown)]),
                new("The application", Panels(each => each.Signal.Layer == Layer.App)),
                new("What it waits for", Panels(each => each.Signal.Layer is Layer.Cache or Layer.Database)),
            ]),
            new Board("security", "Security: findings, attacks, refusals, changes of what protects",
            [
                new("Findings: how many an hour", Told(Layer.Security)),
                .. watched.Where(each => each.Signal.Layer == Layer.Security).GroupBy(each => each.Component).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new BoardSection(group.Key, [.. group.Select(Shown)])),
            ]),
        ];

        BoardSection Tier(Layer layer) => new(layer.ToString(), [.. Panels(each => each.Signal.Layer == layer), .. Told(layer)]);

        IReadOnlyList<Panel> Panels(Func<Watched, bool> which) => [.. watched.Where(which).OrderBy(each => each.Name, StringComparer.Ordinal).Select(Shown)];

        Panel Shown(Watched each) => new(each.Name, each.Signal.Unit, each.Signal.Measure, each.Signal.Evaluation.Seconds, each.Signal.Limit.In(level), each.Signal.Region);

        IReadOnlyList<Panel> Told(Layer layer) => [.. events.Where(each => each.Event.Layer == layer).Select(Happened)];
    }

    private static Panel Promise((string Component, Objective Objective) promise) => new(
        $"{promise.Component}: {promise.Objective.Meaning}", "share", promise.Objective.Bad!, Hour, promise.Objective.Budget, null);

    private static Panel Kept((string Component, Objective Objective) promise) => new(
        $"{promise.Component}: {promise.Objective.Meaning}",
        "%",
        promise.Objective.Bad! with { Expression = $"100 * (1 - ({promise.Objective.Bad.Expression}))" },
        Hour,
        null,
        null,
        IsTotal: true);

    private static Panel Plain(string title, Metric metric, Signal signal) => new(title, signal.Unit, metric, signal.Evaluation.Seconds, null, signal.Region);

    private static IEnumerable<Panel> Rollouts(IEnumerable<IObserved> watches) => watches.OfType<ILogging>()
        .SelectMany(logging => logging.Queries)
        .Where(query => query.Release is not null)
        .Select(query => new Panel(query.Release!, "", new LogLines(query.Group, query.Text), Hour, null, null));

    // EventBridge counts, by rule, what it handed on.
    private static Panel Happened((string Component, EventSignal Event) each) => new(
        $"{each.Component}-{each.Event.Key}",
        "count",
        Metric.Of("AWS/Events", "TriggeredRules", "Sum", ("RuleName", EventRules.NameOf(each.Component, each.Event))),
        Hour,
        null,
        null);

    private static bool HasPanels(BoardSection section) => section.Panels.Count > 0;
}
