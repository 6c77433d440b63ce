using System.Globalization;
using Platform.Components.Compute.Tasks;

namespace Platform.Components.Observability.Traces;

/// <summary>A collector beside a task of ECS, which takes its traces on the task's own address and sends them on.</summary>
/// <param name="Image">AWS Distro for OpenTelemetry or another collector with the same parts, by digest, built for ARM64.</param>
/// <param name="Export">Where the traces go.</param>
public sealed record TraceSidecar(string Image, TraceExport Export)
{
    private const int Otlp = 4317, Proxy = 2000;

    /// <summary>What the application is told, in the variables every OpenTelemetry SDK reads.</summary>
    /// <param name="service">Name it gives itself, by which rules and groups of X-Ray find it.</param>
    internal Dictionary<string, string> Environment(string service) => Export is TraceExport.XRay
        ? new()
        {
            ["OTEL_SERVICE_NAME"] = service,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{Otlp}",
            ["OTEL_PROPAGATORS"] = "xray,tracecontext,baggage",
            ["OTEL_TRACES_SAMPLER"] = "xray",
            ["OTEL_TRACES_SAMPLER_ARG"] = $"endpoint=http://127.0.0.1:{Proxy}",
        }
        : new()
        {
            ["OTEL_SERVICE_NAME"] = service,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{Otlp}",
            ["OTEL_TRACES_SAMPLER"] = "parentbased_traceidratio",
            ["OTEL_TRACES_SAMPLER_ARG"] = (Export.Percent / 100.0).ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>The container. It reads its configuration from a variable, as AWS Distro for OpenTelemetry does.</summary>
    internal Sidecar Container => new()
    {
        Name = "traces",
        Image = Image,
        Cpu = 64,
        Memory = 256,
        Environment = new Dictionary<string, string> { ["AOT_CONFIG_CONTENT"] = Config },
    };

    // The application has chosen already: what arrives here is sent on.
    private string Config => $$"""
        extensions:
          health_check: {}
        {{(Export is TraceExport.XRay ? $"  awsproxy:\n    endpoint: 127.0.0.1:{Proxy}\n" : "")}}receivers:
          otlp:
            protocols:
              grpc:
                endpoint: 127.0.0.1:{{Otlp}}
        processors:
          memory_limiter:
            check_interval: 1s
            limit_percentage: 80
            spike_limit_percentage: 20
          batch: {}
        exporters:
        {{TracePipeline.Entry(Export, region: null)}}service:
          extensions: [health_check{{(Export is TraceExport.XRay ? ", awsproxy" : "")}}]
          pipelines:
            traces:
              receivers: [otlp]
              processors: [memory_limiter, batch]
              exporters: [{{TracePipeline.Exporter(Export)}}]

        """;
}
