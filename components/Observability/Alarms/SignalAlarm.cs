using Platform.Components.Naming;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Platform.Components.Observability.Alarms;

/// <summary>An alarm of CloudWatch, made from a signal.</summary>
internal static class SignalAlarm
{
    public const string BandId = "usual";

    private static readonly string[] Plain = ["Average", "Maximum", "Minimum", "SampleCount", "Sum"];

    /// <summary>The name an alarm has in AWS: told in pages, so it is one that people can read.</summary>
    public static string NameOf(string name) => AwsName.Of(name, new NameRule(255));

    /// <summary>The alarm of a signal, with what it tells and its tags; it acts on nothing yet.</summary>
    public static MetricAlarmArgs Of(Watched watched, AlarmText text, MonitoringLevel level, Severity severity)
    {
        var signal = severity.Pages() ? watched.Signal with { Evaluation = watched.Signal.Evaluation.Lasting } : watched.Signal;
        var args = Of(watched.Name, signal, signal.Limit.In(level), text.Of(signal, level, severity));
        foreach (var (key, value) in text.Tags(watched.Component, signal.Layer, severity, signal.Owner, signal.Runbook))
        {
            args.Tags.Add(key, value);
        }

        return args;
    }

    private static MetricAlarmArgs Of(string name, Signal signal, double limit, string description)
    {
        var args = new MetricAlarmArgs
        {
            Name = NameOf(name),
            AlarmDescription = description,
            ComparisonOperator = signal.Limit.Side == Side.Above ? "GreaterThanThreshold" : "LessThanThreshold",
            EvaluationPeriods = signal.Evaluation.Of,
            DatapointsToAlarm = signal.Evaluation.Needed,
            TreatMissingData = signal.Evaluation.Missing switch
            {
                MissingData.Well => "notBreaching",
                MissingData.Bad => "breaching",
                _ => "ignore",
            },
        };
        switch (signal.Measure)
        {
            case Metric metric:
                Measure(args, metric, signal.Evaluation.Seconds);
                args.Threshold = limit;
                break;

            case Formula formula:
                args.Threshold = limit;
                args.MetricQueries =
                [
                    new MetricAlarmMetricQueryArgs { Id = "value", Expression = formula.Expression, Label = signal.Unit, ReturnData = true },
                    .. formula.Terms.OrderBy(term => term.Key, StringComparer.Ordinal).Select(term => Query(term.Key, term.Value, signal.Evaluation.Seconds)),
                ];
                break;

            case Unusual unusual:
                args.ThresholdMetricId = BandId;
                args.ComparisonOperator = "LessThanLowerOrGreaterThanUpperThreshold";
                args.MetricQueries =
                [
                    new MetricAlarmMetricQueryArgs
                    {
                        Id = BandId,
                        Expression = FormattableString.Invariant($"ANOMALY_DETECTION_BAND(value, {limit})"),
                        Label = "what is usual",
                        ReturnData = true,
                    },
                    Query("value", unusual.Of, signal.Evaluation.Seconds, returned: true),
                ];
                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(signal), signal.Measure, "CloudWatch does not measure this.");
        }

        return args;
    }

    private static void Measure(MetricAlarmArgs args, Metric metric, int seconds)
    {
        (args.Namespace, args.MetricName, args.Period) = (metric.Namespace, metric.Name, seconds);
        args.Dimensions = Dimensions(metric);
        if (Plain.Contains(metric.Statistic))
        {
            args.Statistic = metric.Statistic;
        }
        else
        {
            // One slow request at night is no percentile.
            (args.ExtendedStatistic, args.EvaluateLowSampleCountPercentiles) = (metric.Statistic, "ignore");
        }
    }

    private static MetricAlarmMetricQueryArgs Query(string id, Metric metric, int seconds, bool returned = false) => new()
    {
        Id = id,
        ReturnData = returned,
        Metric = new MetricAlarmMetricQueryMetricArgs
        {
            Namespace = metric.Namespace,
            MetricName = metric.Name,
            Dimensions = Dimensions(metric),
            Stat = metric.Statistic,
            Period = seconds,
        },
    };

    private static InputMap<string> Dimensions(Metric metric)
    {
        var dimensions = new InputMap<string>();
        foreach (var (name, value) in metric.Dimensions.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            dimensions.Add(name, value);
        }

        return dimensions;
    }
}
