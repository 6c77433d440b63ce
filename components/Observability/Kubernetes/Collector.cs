using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Observability.Traces;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace Platform.Components.Observability.Kubernetes;

/// <summary>
/// An OpenTelemetry collector: takes traces over OTLP and counts the requests in them, by service, method and answer, as metrics that
/// Prometheus fetches. It counts them all; a share of the traces is sent on where that is asked for, and the others end here.
/// </summary>
internal static class Collector
{
    public const string Component = "trace-collector";

    public const int Otlp = 4317;

    private const int Metrics = 8889, Health = 13133;

    /// <summary>What the collector does. The bounds of its histogram are those the objectives ask for, in milliseconds.</summary>
    /// <param name="export">Where traces go from it; null: nowhere.</param>
    /// <param name="region">Region it runs in.</param>
    public static string Config(TraceExport? export, string region) => $$"""
        extensions:
          health_check:
            endpoint: 0.0.0.0:13133
        receivers:
          otlp:
            protocols:
              grpc:
                endpoint: 0.0.0.0:4317
        processors:
          memory_limiter:
            check_interval: 1s
            limit_percentage: 80
            spike_limit_percentage: 20
        {{Share(export)}}connectors:
          spanmetrics:
            namespace: traces.span.metrics
            histogram:
              unit: ms
              explicit:
                buckets: [10ms, 25ms, 50ms, 100ms, 200ms, 500ms, 1s, 2s, 5s]
            dimensions:
              - name: http.request.method
              - name: http.response.status_code
        exporters:
          prometheus:
            endpoint: 0.0.0.0:8889
        {{(export is null ? "" : TracePipeline.Entry(export, region))}}service:
          extensions: [health_check]
          pipelines:
            traces:
              receivers: [otlp]
              processors: [memory_limiter]
              exporters: [spanmetrics]
        {{Sent(export)}}    metrics:
              receivers: [spanmetrics]
              exporters: [prometheus]

        """;

    private static string Share(TraceExport? export) => export is null ? "" : $"""
          probabilistic_sampler:
            sampling_percentage: {export.Percent}
          batch:
            timeout: 5s

        """;

    private static string Sent(TraceExport? export) => export is null ? "" : $"""
            traces/sent:
              receivers: [otlp]
              processors: [memory_limiter, probabilistic_sampler, batch]
              exporters: [{TracePipeline.Exporter(export)}]

        """;

    /// <summary>How Prometheus finds the collectors: each pod by itself, since a service would mix their counters.</summary>
    public static Dictionary<string, object> Scraped => ChartValues.Map(
        ("job_name", "collector"),
        ("kubernetes_sd_configs", ImmutableArray.Create<object>(ChartValues.Map(("role", "pod"), ("namespaces", ChartValues.Map(("own_namespace", true)))))),
        ("relabel_configs", ImmutableArray.Create<object>(
            Keep("__meta_kubernetes_pod_label_app_kubernetes_io_component", Component), Keep("__meta_kubernetes_pod_container_port_name", "metrics"))));

    /// <param name="name">Its logical name, and its name in Kubernetes.</param>
    /// <param name="image">Its image, by digest.</param>
    /// <param name="config">What it does.</param>
    /// <param name="space">Its namespace.</param>
    /// <param name="architecture">Machines it runs on.</param>
    /// <param name="child">Options of what is made.</param>
    public static Output<string> Register(string name, string image, string config, string space, NodeArchitecture architecture, CustomResourceOptions child)
    {
        var labels = new Dictionary<string, string> { ["app.kubernetes.io/name"] = name, ["app.kubernetes.io/component"] = Component };
        var settings = new ConfigMap(name, new ConfigMapArgs { Metadata = Meta(), Data = { ["config.yaml"] = config } }, child);
        var account = new ServiceAccount(name, new ServiceAccountArgs { Metadata = Meta(), AutomountServiceAccountToken = false }, child);
        new Deployment(name, new DeploymentArgs
        {
            Metadata = Meta(),
            Spec = new DeploymentSpecArgs
            {
                Replicas = 2,
                Selector = new LabelSelectorArgs { MatchLabels = labels },
                Template = new PodTemplateSpecArgs
                {
                    // A pod that reads its settings at its start must start anew when they change.
                    Metadata = new ObjectMetaArgs { Labels = labels, Annotations = { ["platform/config"] = Fingerprint(config) } },
                    Spec = Pod(image, architecture, labels),
                },
            },
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { settings, account } }));
        new Service(name, new ServiceArgs
        {
            Metadata = Meta(),
            Spec = new ServiceSpecArgs
            {
                Selector = labels,
                Ports = new ServicePortArgs { Name = "otlp", Port = Otlp },
            },
        }, child);
        return Output.Create($"http://{name}.{space}.svc:{Otlp}");

        ObjectMetaArgs Meta() => new() { Name = name, Namespace = space, Labels = labels };

        PodSpecArgs Pod(string pinned, NodeArchitecture nodes, Dictionary<string, string> selected) => new()
        {
            AutomountServiceAccountToken = false,
            ServiceAccountName = name,
            NodeSelector = { ["kubernetes.io/arch"] = nodes.Label },
            SecurityContext = new PodSecurityContextArgs { RunAsNonRoot = true, RunAsUser = 10001, SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" } },
            TopologySpreadConstraints = new TopologySpreadConstraintArgs
            {
                TopologyKey = "topology.kubernetes.io/zone",
                MaxSkew = 1,
                WhenUnsatisfiable = "ScheduleAnyway",
                LabelSelector = new LabelSelectorArgs { MatchLabels = selected },
            },
            Volumes = new VolumeArgs { Name = "config", ConfigMap = new ConfigMapVolumeSourceArgs { Name = name } },
            Containers = new ContainerArgs
            {
                Name = "collector",
                Image = pinned,
                Args = { "--config=/etc/collector/config.yaml" },
                Ports =
                {
                    new ContainerPortArgs { Name = "otlp", ContainerPortValue = Otlp },
                    new ContainerPortArgs { Name = "metrics", ContainerPortValue = Metrics },
                },
                VolumeMounts = new VolumeMountArgs { Name = "config", MountPath = "/etc/collector", ReadOnly = true },
                ReadinessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/", Port = Health } },
                LivenessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/", Port = Health } },
                Resources = new ResourceRequirementsArgs
                {
                    Requests = { ["cpu"] = "100m", ["memory"] = "256Mi" },
                    Limits = { ["memory"] = "512Mi" },
                },
                SecurityContext = new SecurityContextArgs
                {
                    AllowPrivilegeEscalation = false,
                    ReadOnlyRootFilesystem = true,
                    RunAsNonRoot = true,
                    Capabilities = new CapabilitiesArgs { Drop = "ALL" },
                },
            },
        };
    }

    private static string Fingerprint(string config) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(config)))[..16];

    private static Dictionary<string, object> Keep(string label, string value) => ChartValues.Map(
        ("source_labels", ImmutableArray.Create<object>(label)), ("regex", value), ("action", "keep"));
}
