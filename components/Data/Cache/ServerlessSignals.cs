using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Cache;

/// <summary>What a serverless cache tells about its health. Source of its metrics: ElastiCache user guide, serverless metrics.</summary>
internal static class ServerlessSignals
{
    private const double Share = 0.75;
    private const string Advice = "ElastiCache user guide, scaling serverless: tell at 75 % of a usage limit";

    public static IReadOnlyList<Signal> Of(Output<string> name, ServerlessLimits limits) =>
    [
        new("units", Of(name, "ElastiCacheProcessingUnits", "Sum"), "count",
            Limit.Above(Share * limits.MaxEcpuPerSecond * 60, $"75 % of {limits.MaxEcpuPerSecond} units a second; {Advice}"),
            Severity.Medium, Layer.Cache, "cache-load", "The cache soon answers late: it does nearly as much as it may.") { Basic = true },
        new("memory", Of(name, "BytesUsedForCache", "Maximum"), "bytes",
            Limit.Above(Share * limits.MaxStorageGB * 1e9, $"75 % of {limits.MaxStorageGB} GB; {Advice}"),
            Severity.Medium, Layer.Cache, "cache-memory", "The cache is nearly full; it forgets what has a time to live, and then refuses writes.")
            { Basic = true },
        new("throttled", Of(name, "ThrottledCmds", "Sum"), "count", Limit.Above(0, "no request should be put off"),
            Severity.High, Layer.Cache, "cache-load", "The cache puts requests off: the load grows faster than it does, or it does as much as it may."),
        new("evictions", Of(name, "Evictions", "Sum"), "count", Limit.Above(0, "nothing still wanted should be thrown away"),
            Severity.Low, Layer.Cache, "cache-memory", "The cache throws away what is still wanted.") { Evaluation = new(300, 3, 3) },
        CacheSignals.Hits("clusterId", [name]),
    ];

    // ElastiCache calls nodes CacheClusterId, and serverless caches clusterId. Source: what list-metrics answers, as shown in
    // https://github.com/open-constructs/aws-cdk-library/pull/68 and https://github.com/grafana/grafana-aws-sdk/pull/151.
    private static Metric Of(Output<string> name, string metric, string statistic) =>
        Metric.Of(CacheSignals.Metrics, metric, statistic, ("clusterId", name));
}
