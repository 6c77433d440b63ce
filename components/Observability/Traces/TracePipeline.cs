using Platform.Components.Identity;

namespace Platform.Components.Observability.Traces;

/// <summary>
/// The parts of a collector's configuration that send traces on, and the rights they need. Source: the README of the exporters
/// <c>awsxray</c> and <c>otlphttp</c>, the processor <c>probabilistic_sampler</c> and the extension <c>awsproxy</c> of the OpenTelemetry
/// collector's contributed parts, which AWS Distro for OpenTelemetry has as well.
/// </summary>
internal static class TracePipeline
{
    /// <summary>Name of the exporter within the configuration.</summary>
    public static string Exporter(TraceExport export) => export is TraceExport.XRay ? "awsxray" : "otlphttp";

    /// <summary>The exporter's entry, for under <c>exporters:</c>.</summary>
    /// <param name="export">Where to.</param>
    /// <param name="region">Region of X-Ray; null: the one the collector is told by its surroundings, as on ECS.</param>
    public static string Entry(TraceExport export, string? region) => export switch
    {
        TraceExport.XRay when region is null => "  awsxray: {}\n",
        TraceExport.XRay => $"  awsxray:\n    region: {region}\n",
        TraceExport.Otlp otlp => $"  otlphttp:\n    endpoint: \"{otlp.Endpoint}\"\n",
        _ => throw new ArgumentOutOfRangeException(nameof(export), export, "There is no such export."),
    };

    /// <summary>
    /// What writes traces to X-Ray may do. None of these actions knows resources. Source: the service authorization reference of X-Ray.
    /// </summary>
    /// <param name="export">Where to; nothing of AWS is asked for another place than X-Ray.</param>
    /// <param name="account">The account.</param>
    /// <param name="asks">Whether the application asks X-Ray which requests to trace.</param>
    public static IReadOnlyList<Statement> Rights(TraceExport export, CallerAccount account, bool asks) => export is not TraceExport.XRay ? [] :
    [
        new Statement("SendTraces", ["xray:PutTelemetryRecords", "xray:PutTraceSegments", .. asks ? Asking : []])
        {
            Resources = ["*"],
            Conditions = [new Condition("StringEquals", "aws:RequestedRegion", account.Region)],
        },
    ];

    private static string[] Asking => ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:GetSamplingStatisticSummaries"];
}
