using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Platform.Graph;

namespace Platform.Insights.Alarms;

/// <summary>Alerts that a chart of Prometheus is given, as far as they look at workloads of its cluster.</summary>
internal static partial class PrometheusAlerts
{
    private const string ReleaseType = "kubernetes:helm.sh/v3:Release";

    /// <summary>The alerts that see a Deployment or StatefulSet: those that ask for all of them, and those that ask for it by name.</summary>
    public static ImmutableArray<string> Of(ResourceGraph graph, Resource resource)
    {
        var kind = resource.Type switch
        {
            "kubernetes:apps/v1:Deployment" => "deployment",
            "kubernetes:apps/v1:StatefulSet" => "statefulset",
            _ => null,
        };
        return kind is null ? [] :
        [
            .. graph.OfType(ReleaseType)
                .Where(release => release.Provider == resource.Provider)
                .SelectMany(release => (release.Inputs["values"]?["additionalPrometheusRulesMap"]?.AsMap ?? MapValue.Empty.Members).Values)
                .SelectMany(file => file["groups"]?.AsList ?? [])
                .SelectMany(group => group["rules"]?.AsList ?? [])
                .Where(rule => rule["alert"]?.AsText is not null && Sees(rule["expr"]?.AsText ?? "", kind, resource.Inputs["metadata"]?["name"]?.AsText))
                .Select(rule => rule["alert"]!.AsText!),
        ];
    }

    private static bool Sees(string expression, string kind, string? name)
    {
        if (!expression.Contains($"kube_{kind}_", StringComparison.Ordinal))
        {
            return false;
        }

        var asked = Selected().Matches(expression).Where(match => match.Groups["label"].Value == kind).Select(match => match.Groups["value"].Value).ToList();
        return asked.Count == 0 || asked.Contains(name ?? "");
    }

    [GeneratedRegex("(?<label>[a-z_]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Selected();
}
