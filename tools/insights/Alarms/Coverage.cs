using System.Collections.Immutable;
using Platform.Graph;
using Platform.Insights.Alarms.Evaluation;

namespace Platform.Insights.Alarms;

/// <summary>Which alarms see which resource of a plan.</summary>
/// <param name="Rows">Every resource that can fail, or of which nobody has decided whether it can, in the order of the graph.</param>
/// <param name="Quiet">The others: how many of each type, and why they need no alarm.</param>
public sealed record Coverage(ImmutableArray<CoverageRow> Rows, ImmutableArray<QuietType> Quiet)
{
    /// <summary>What can fail without anybody being told.</summary>
    public IEnumerable<CoverageRow> Uncovered => Rows.Where(row => row.Alarms.IsEmpty && row.Alerts.IsEmpty);

    /// <summary>The table of a plan.</summary>
    public static Coverage Of(ResourceGraph graph)
    {
        var alarms = Heard(AlarmReader.Read(graph));
        var resources = graph.Resources.Where(resource => resource is { Custom: true, External: false }).ToList();
        return new(
            [.. resources.Select(resource => Row(graph, alarms, resource)).OfType<CoverageRow>()],
            [
                .. resources.Where(resource => FailureModes.Of(resource.Type).Fails == Fails.Quietly)
                    .GroupBy(resource => resource.Type, StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new QuietType(group.Key, group.Count(), FailureModes.Of(group.Key).Reason)),
            ]);
    }

    /// <summary>The alarms somebody hears of: those that tell a topic, and those that another one of them is made of.</summary>
    private static List<MetricAlarm> Heard(ImmutableArray<PlannedAlarm> alarms)
    {
        var byName = alarms.ToLookup(alarm => (alarm.Resource.Region, alarm.Name));
        var heard = new HashSet<PlannedAlarm>();
        var open = new Stack<PlannedAlarm>(alarms.Where(alarm => alarm.Tells.Length > 0));
        while (open.TryPop(out var alarm))
        {
            if (heard.Add(alarm) && alarm is CompositeAlarm composite)
            {
                foreach (var part in CompositeRule.Names(composite.Rule).SelectMany(name => byName[(composite.Resource.Region, name)]))
                {
                    open.Push(part);
                }
            }
        }

        return [.. alarms.OfType<MetricAlarm>().Where(heard.Contains)];
    }

    private static CoverageRow? Row(ResourceGraph graph, List<MetricAlarm> alarms, Resource resource)
    {
        var mode = FailureModes.Of(resource.Type);
        return mode.Fails switch
        {
            Fails.Quietly => null,
            Fails.Itself => new(resource, Attached(graph, alarms, resource), "") { Alerts = PrometheusAlerts.Of(graph, resource) },
            Fails.WithItsComponent => new(resource, OfComponent(graph, alarms, resource), mode.Reason),
            _ => new(resource, [], mode.Reason),
        };
    }

    /// <summary>The alarms whose dimensions name it.</summary>
    private static ImmutableArray<MetricAlarm> Attached(ResourceGraph graph, List<MetricAlarm> alarms, Resource resource)
    {
        var attached = graph.AttachedTo(resource.Urn, AlarmReader.MetricType).Select(alarm => alarm.Urn).ToHashSet();
        return [.. alarms.Where(alarm => attached.Contains(alarm.Resource.Urn))];
    }

    private static ImmutableArray<MetricAlarm> OfComponent(ResourceGraph graph, List<MetricAlarm> alarms, Resource resource) =>
        resource.Parent is { } parent && graph.Find(parent) is { } component
            ? [.. alarms.Where(alarm => alarm.Component == component.Name)]
            : [];
}

/// <summary>A resource that can fail.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Alarms">The alarms that see it.</param>
/// <param name="Through">Why those of its component do; empty where they are its own.</param>
public sealed record CoverageRow(Resource Resource, ImmutableArray<MetricAlarm> Alarms, string Through)
{
    /// <summary>Alerts of Prometheus that see it as well.</summary>
    public ImmutableArray<string> Alerts { get; init; } = [];
}

/// <summary>A type that needs no alarm.</summary>
/// <param name="Type">Its token.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Reason">Why.</param>
public sealed record QuietType(string Type, int Count, string Reason);
