using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Cache;

/// <summary>What a serverless cache tells about its health. Source of its metrics: ElastiCache user guide, serverless metrics.</summary>
internal static class ServerlessSignals
{
    private const double Share = 0.75;
    private const string Advice = "ElastiCache user guide, scaling serverless: tell at 75 % of a usage limit";

    public static IReadOnlyList<Signal> Of(Output<string> name, ServerlessLimits limits) =>
    [
        new("units")
        {
            Measure = Of(name, "ElastiCacheProcessingUnits", "Sum"),
            Unit = "count",
            Meaning = "The cache soon answers late: it does nearly as much as it may.",
            Limit = Limit.Above(Share * limits.MaxEcpuPerSecond * 60, $"75 % of {limits.MaxEcpuPerSecond} units a second; {Advice}"),
            Severity = Severity.Medium,
            Layer = Layer.Cache,
            Runbook = "cache-load",
            Basic = true,
        },
        new("memory")
        {
            Measure = Of(name, "BytesUsedForCache", "Maximum"),
            Unit = "bytes",
            Meaning = "The cache is nearly full; it forgets what has a time to live, and then refuses writes.",
            Limit = Limit.Above(Share * limits.MaxStorageGB * 1e9, $"75 % of {limits.MaxStorageGB} GB; {Advice}"),
            Severity = Severity.Medium,
            Layer = Layer.Cache,
            Runbook = "cache-memory",
            Basic = true,
        },
        new("throttled")
        {
            Measure = Of(name, "ThrottledCmds", "Sum"),
            Unit = "count",
            Meaning = "The cache puts requests off: the load grows faster than it does, or it does as much as it may.",
            Limit = Limit.Above(0, "no request should be put off"),
            Severity = Severity.High,
            Layer = Layer.Cache,
            Runbook = "cache-load",
        },
        new("evictions")
        {
            Measure = Of(name, "Evictions", "Sum"),
            Unit = "count",
            Meaning = "The cache throws away what is still wanted.",
            Limit = Limit.Above(0, AlarmTriggers.AwsSource),
            Severity = Severity.Low,
            Layer = Layer.Cache,
            Evaluation = new(300, 3, 3),
            Runbook = "cache-memory",
        },
        CacheSignals.Hits("clusterId", [name]),
    ];

    // ElastiCache calls nodes CacheClusterId, and serverless caches clusterId. Source: what list-metrics answers, as shown in
    // https://github.com/open-constructs/aws-cdk-library/pull/68 and https://github.com/grafana/grafana-aws-sdk/pull/151.
    private static Metric Of(Output<string> name, string metric, string statistic) =>
        Metric.Of(CacheSignals.Metrics, metric, statistic, ("clusterId", name));
}
