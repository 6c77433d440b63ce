using System.Collections.Immutable;

namespace Platform.Components.Clusters;

/// <summary>
/// A Kubernetes version together with the add-on versions that were reviewed for it. EKS would otherwise choose
/// all of them on the day of the update, and two environments would differ by their age.
/// </summary>
public sealed record ClusterRelease
{
    private ClusterRelease(string version, DateOnly supportedUntil, params (string AddOn, string Version)[] addOns)
    {
        Version = version;
        SupportedUntil = supportedUntil;
        AddOns = addOns.ToImmutableSortedDictionary(addOn => addOn.AddOn, addOn => addOn.Version, StringComparer.Ordinal);
    }

    /// <summary>
    /// The versions that may be deployed, oldest first. Source: the release calendar of the EKS user guide and
    /// <c>aws eks describe-addon-versions --kubernetes-version …</c> (default versions). Reviewed 2026-11-21.
    /// 1.33 left standard support on 2026-07-29 and is not offered.
    /// </summary>
    public static ImmutableArray<ClusterRelease> Reviewed { get; } =
    [
        new("1.34", new(2026, 12, 2),
            (AddOn.VpcCni, "v1.21.2-eksbuild.2"),
            (AddOn.PodIdentityAgent, "v1.3.10-eksbuild.3"),
            (AddOn.KubeProxy, "v1.34.6-eksbuild.11"),
            (AddOn.CoreDns, "v1.12.4-eksbuild.17"),
            (AddOn.EbsCsiDriver, "v1.62.0-eksbuild.1"),
            (AddOn.MetricsServer, "v0.8.1-eksbuild.11"),
            (AddOn.SecretsStore, "v3.1.1-eksbuild.1"),
            (AddOn.Observability, "v6.6.0-eksbuild.1")),
        new("1.35", new(2027, 3, 27),
            (AddOn.VpcCni, "v1.22.4-eksbuild.3"),
            (AddOn.PodIdentityAgent, "v1.3.10-eksbuild.3"),
            (AddOn.KubeProxy, "v1.35.3-eksbuild.29"),
            (AddOn.CoreDns, "v1.13.2-eksbuild.31"),
            (AddOn.EbsCsiDriver, "v1.66.0-eksbuild.1"),
            (AddOn.MetricsServer, "v0.8.1-eksbuild.11"),
            (AddOn.SecretsStore, "v3.1.2-eksbuild.1"),
            (AddOn.Observability, "v6.6.0-eksbuild.1")),
    ];

    /// <summary>Kubernetes minor version, for example <c>1.35</c>.</summary>
    public string Version { get; }

    /// <summary>Last day of standard support; afterwards EKS upgrades the cluster by itself (policy STANDARD).</summary>
    public DateOnly SupportedUntil { get; }

    /// <summary>Version of each add-on, by its name.</summary>
    public ImmutableSortedDictionary<string, string> AddOns { get; }

    /// <summary>The reviewed release of this version, or null.</summary>
    public static ClusterRelease? Of(string version) => Reviewed.FirstOrDefault(release => release.Version == version);
}
