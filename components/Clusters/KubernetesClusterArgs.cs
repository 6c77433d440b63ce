using Platform.Components.Clusters.Access;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Compute;
using Platform.Components.Network;

namespace Platform.Components.Clusters;

/// <summary>What a caller may choose; <see cref="KubernetesCluster"/> decides the rest.</summary>
public sealed class KubernetesClusterArgs : ResourceArgs
{
    /// <summary>Kubernetes minor version, one of <see cref="ClusterRelease.Reviewed"/>. There is no default: a version is raised on purpose.</summary>
    [Input("version", required: true)] public required string Version { get; init; }

    /// <summary>Who runs the nodes: <see cref="AutoMode"/> or <see cref="ManagedNodes"/>.</summary>
    public required ClusterCompute Compute { get; init; }

    /// <summary>Network whose private subnets hold the nodes and the API's network interfaces.</summary>
    public required INetwork Network { get; init; }

    /// <summary>
    /// Key that wraps Kubernetes secrets and encrypts volumes. With <see cref="ManagedNodes"/> its policy must admit autoscaling,
    /// which starts the nodes.
    /// </summary>
    [Input("dataKeyArn", required: true)] public required Input<string> DataKeyArn { get; init; }

    /// <summary>Key that encrypts the logs; its policy must admit CloudWatch Logs.</summary>
    [Input("logsKeyArn", required: true)] public required Input<string> LogsKeyArn { get; init; }

    /// <summary>
    /// What workloads of the cluster may use. The nodes become members of the security groups, at most four; which pod may
    /// connect is decided by its network policy. Default: nothing.
    /// </summary>
    public IReadOnlyList<Connection> Uses { get; init; } = [];

    /// <summary>
    /// Who may use the Kubernetes API, by a stable name; one of them a <see cref="AccessLevel.ClusterAdmin"/>. The creator gets
    /// nothing by itself.
    /// </summary>
    public required IReadOnlyDictionary<string, ClusterAccess> Access { get; init; }

    /// <summary>IAM role the deployment assumes for the Kubernetes API. Default: the identity that runs <c>pulumi</c>.</summary>
    [Input("deployRoleArn")] public Input<string>? DeployRoleArn { get; init; }

    /// <summary>Security groups that may call the API inside the network, by a stable name: a runner, a VPN. Default: none but the nodes.</summary>
    public IReadOnlyDictionary<string, Input<string>> ApiClients { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>
    /// Addresses that may call the API from the internet, for a cluster without a runner in its network. Refused together with
    /// <see cref="Protect"/>. Default: none, the API has no public endpoint.
    /// </summary>
    [Input("publicAccessCidrs")] public IReadOnlyList<string> PublicAccessCidrs { get; init; } = [];

    /// <summary>Service addresses, a private block from /12 to /24 outside the network. Default: <c>172.20.0.0/16</c>.</summary>
    [Input("serviceCidr")] public string? ServiceCidr { get; init; }

    /// <summary>Days the logs of control plane and pods are kept, a period CloudWatch has. Default: 90.</summary>
    [Input("logRetentionDays")] public int? LogRetentionDays { get; init; }

    /// <summary>Refuses deletion, by AWS and by Pulumi. Default: true.</summary>
    [Input("protect")] public bool? Protect { get; init; }

    /// <summary>
    /// Also registers the cluster as an OpenID Connect provider, for charts that know nothing but service account roles.
    /// Default: false, pods use Pod Identity.
    /// </summary>
    [Input("serviceAccountRoles")] public bool? ServiceAccountRoles { get; init; }

    /// <summary>Tags of nodes and volumes, which the default tags of the provider do not reach. Default: none.</summary>
    [Input("tags")] public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Add-on versions that differ from the reviewed ones, by add-on name. Default: none.</summary>
    [Input("addOnVersions")] public IReadOnlyDictionary<string, string> AddOnVersions { get; init; } = new Dictionary<string, string>();
}
