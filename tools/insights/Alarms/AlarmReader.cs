using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Graph;

namespace Platform.Insights.Alarms;

/// <summary>Finds the alarms of a plan; it knows the resources of CloudWatch, not who made them.</summary>
public static partial class AlarmReader
{
    /// <summary>The token of an alarm on a figure.</summary>
    public const string MetricType = "aws:cloudwatch/metricAlarm:MetricAlarm";

    /// <summary>The token of an alarm on alarms.</summary>
    public const string CompositeType = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

    private const string Single = "value";

    /// <summary>The alarms that are complete, in the order of the graph. One whose period or limit is unknown is left out.</summary>
    public static ImmutableArray<PlannedAlarm> Read(ResourceGraph graph) =>
    [
        .. graph.OfType(MetricType).Select(resource => Metric(graph, resource)).OfType<PlannedAlarm>(),
        .. graph.OfType(CompositeType).Select(resource => Composite(graph, resource)).OfType<PlannedAlarm>(),
    ];

    private static MetricAlarm? Metric(ResourceGraph graph, Resource resource)
    {
        var inputs = resource.Inputs;
        var queries = inputs["metricQueries"]?.AsList ?? [];
        var terms = queries.IsEmpty ? Lone(inputs) : Terms(queries);
        var deciding = queries.IsEmpty
            ? Single
            : queries.FirstOrDefault(query => query["returnData"]?.AsBool == true && Band(query["expression"]?.AsText) is null)?["id"]?.AsText;
        var period = Number(inputs["period"]) ?? queries.Select(query => Number(query["metric"]?["period"])).FirstOrDefault(value => value is not null);
        if (deciding is null || period is null || Number(inputs["evaluationPeriods"]) is not { } periods || inputs["comparisonOperator"]?.AsText is not { } comparison)
        {
            return null;
        }

        return new(resource, NameOf(resource, "name"), Tag(resource, "severity", "unknown"), Tag(resource, "component", ""), Topics(graph, resource))
        {
            Terms = terms,
            Deciding = deciding,
            Comparison = comparison,
            Threshold = inputs["threshold"]?.AsNumber,
            Band = queries.Select(query => Band(query["expression"]?.AsText)).FirstOrDefault(width => width is not null),
            PeriodSeconds = period.Value,
            Periods = periods,
            Needed = Number(inputs["datapointsToAlarm"]) ?? periods,
            Missing = inputs["treatMissingData"]?.AsText ?? "missing",
        };
    }

    private static CompositeAlarm? Composite(ResourceGraph graph, Resource resource)
    {
        if (resource.Inputs["alarmRule"]?.AsText is not { } rule)
        {
            return null;
        }

        var suppressor = resource.Inputs["actionsSuppressor"];
        return new(resource, NameOf(resource, "alarmName"), Tag(resource, "severity", "unknown"), Tag(resource, "component", ""), Topics(graph, resource))
        {
            Rule = rule,
            Suppressor = suppressor?["alarm"]?.AsText,
            WaitSeconds = Number(suppressor?["waitPeriod"]) ?? 0,
            ExtensionSeconds = Number(suppressor?["extensionPeriod"]) ?? 0,
        };
    }

    private static ImmutableDictionary<string, Term> Lone(MapValue inputs) => ImmutableDictionary<string, Term>.Empty.Add(
        Single, new(null, Key(inputs, inputs["statistic"]?.AsText ?? inputs["extendedStatistic"]?.AsText ?? "Average")));

    private static ImmutableDictionary<string, Term> Terms(ImmutableArray<PropertyValue> queries) => queries
        .Where(query => query["id"]?.AsText is not null)
        .ToImmutableDictionary(query => query["id"]!.AsText!, query => query["metric"] is MapValue metric
            ? new Term(null, Key(metric, metric["stat"]?.AsText ?? "Average"))
            : new Term(query["expression"]?.AsText, null));

    private static MetricKey Key(MapValue metric, string statistic) => new(
        metric["namespace"]?.AsText ?? "",
        metric["metricName"]?.AsText ?? "",
        statistic,
        (metric["dimensions"]?.AsMap ?? MapValue.Empty.Members).ToImmutableSortedDictionary(
            dimension => dimension.Key, dimension => dimension.Value.AsText ?? "", StringComparer.Ordinal));

    /// <summary>The topics, by name; a topic of elsewhere by the address the alarm has.</summary>
    private static ImmutableArray<string> Topics(ResourceGraph graph, Resource resource) =>
    [
        .. (resource.Inputs["alarmActions"]?.AsList ?? []).Select((action, index) =>
            resource.Placeholders
                .Where(placeholder => placeholder.Path == $"alarmActions[{index.ToString(CultureInfo.InvariantCulture)}]")
                .Select(placeholder => graph.Find(placeholder.Urn)?.Name)
                .FirstOrDefault(name => name is not null)
            ?? action.AsText ?? "unknown"),
    ];

    private static string NameOf(Resource resource, string property) => resource.Inputs[property]?.AsText ?? resource.Name;

    private static string Tag(Resource resource, string tag, string otherwise) => resource.Inputs["tags"]?[tag]?.AsText ?? otherwise;

    private static int? Number(PropertyValue? value) => value?.AsNumber is { } number ? (int)number : null;

    private static double? Band(string? expression) => expression is not null && BandForm().Match(expression) is { Success: true } band
        ? double.Parse(band.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"^\s*ANOMALY_DETECTION_BAND\(\s*\w+\s*,\s*([0-9.]+)\s*\)\s*$")]
    private static partial Regex BandForm();
}
