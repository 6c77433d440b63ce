using Platform.Components.Naming;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Platform.Components.Observability.Logs;

/// <summary>Metrics made from logs, and questions kept for them.</summary>
internal static class LogFilters
{
    /// <summary>Makes a metric of the lines that fit.</summary>
    public static void Count(string name, LogSignal log, CustomResourceOptions child)
    {
        var metric = (Metric)log.Signal.Measure;
        new LogMetricFilter(name, new()
        {
            LogGroupName = log.Group,
            Pattern = log.Pattern,
            MetricTransformation = new LogMetricFilterMetricTransformationArgs { Namespace = metric.Namespace, Name = metric.Name, Value = "1", Unit = "Count" },
        }, child);
    }

    /// <summary>Keeps the questions of components, in a folder for each.</summary>
    public static void Save(IEnumerable<ILogging> logging, CustomResourceOptions child)
    {
        foreach (var (component, query) in logging.SelectMany(each => each.Queries.Select(query => (((Resource)each).GetResourceName(), query))))
        {
            new QueryDefinition($"{component}-{query.Key}", new()
            {
                Name = $"{AwsName.Path(component)[1..]}/{query.Key}",
                LogGroupNames = query.Group,
                QueryString = query.Text,
            }, child);
        }
    }
}
