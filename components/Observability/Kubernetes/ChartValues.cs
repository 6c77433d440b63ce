using System.Collections.Immutable;
using Platform.Components.Observability.Dashboards;

namespace Platform.Components.Observability.Kubernetes;

/// <summary>What the chart of Prometheus, Alertmanager and Grafana is told.</summary>
internal static class ChartValues
{
    public const string AlertmanagerAccount = "platform-alertmanager", GrafanaAccount = "platform-grafana";

    /// <summary>ConfigMaps with this label are dashboards.</summary>
    public const string DashboardLabel = "grafana_dashboard";

    public static Dictionary<string, object> Of(
        IEnumerable<PromGroup> groups, Dictionary<string, object> routes, Input<string> passwordSecret, string stack, string region) => new()
    {
        // Rules are ours, made from what runs here; the chart's own would watch what EKS hides.
        ["defaultRules"] = Off("create"),
        ["additionalPrometheusRulesMap"] = Map(("platform", Map(("groups", groups.Select(group => group.ToTree()).ToImmutableArray<object>())))),
        ["kubeControllerManager"] = Off("enabled"),
        ["kubeScheduler"] = Off("enabled"),
        ["kubeEtcd"] = Off("enabled"),
        ["kubeProxy"] = Off("enabled"),

        // Container Insights measures nodes; an exporter there would need the host's network.
        ["nodeExporter"] = Off("enabled"),

        // It would have the Kubernetes API call into a namespace that lets nobody in.
        ["prometheusOperator"] = Map(("admissionWebhooks", Off("enabled")), ("tls", Off("enabled"))),
        ["alertmanager"] = Map(
            ("config", routes),
            ("serviceAccount", Map(("name", AlertmanagerAccount))),
            ("alertmanagerSpec", Map(("replicas", 2), ("podAntiAffinity", "hard"), ("podAntiAffinityTopologyKey", "topology.kubernetes.io/zone")))),
        ["prometheus"] = Map(("prometheusSpec", Map(
            ("replicas", 2),
            ("podAntiAffinity", "hard"),
            ("podAntiAffinityTopologyKey", "topology.kubernetes.io/zone"),
            ("retention", "15d"),
            ("retentionSize", "40GiB"),
            ("externalLabels", Map(("stack", stack))),
            ("additionalScrapeConfigs", ImmutableArray.Create<object>(Collector.Scraped)),
            ("resources", Map(("requests", Map(("cpu", "500m"), ("memory", "2Gi"))), ("limits", Map(("memory", "4Gi"))))),
            ("storageSpec", Map(("volumeClaimTemplate", Map(("spec", Map(
                ("accessModes", ImmutableArray.Create<object>("ReadWriteOnce")),
                ("resources", Map(("requests", Map(("storage", "50Gi")))))))))))))),
        ["grafana"] = Map(
            ("admin", Map(("existingSecret", passwordSecret.ToOutput()), ("userKey", "user"), ("passwordKey", "password"))),
            ("defaultDashboardsEnabled", false),
            ("serviceAccount", Map(("name", GrafanaAccount))),
            ("additionalDataSources", ImmutableArray.Create<object>(Map(
                ("name", "CloudWatch"),
                ("uid", GrafanaBoard.CloudWatch),
                ("type", GrafanaBoard.CloudWatch),
                ("jsonData", Map(("authType", "default"), ("defaultRegion", region)))))),
            ("sidecar", Map(("dashboards", Map(("enabled", true), ("label", DashboardLabel))))),
            ("grafana.ini", Map(("auth.anonymous", Off("enabled")), ("users", Map(("allow_sign_up", false)))))),
    };

    public static Dictionary<string, object> Map(params (string Key, object Value)[] members) => members.ToDictionary(member => member.Key, member => member.Value);

    private static Dictionary<string, object> Off(string switchName) => new() { [switchName] = false };
}
