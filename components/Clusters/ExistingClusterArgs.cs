using Platform.Components.Clusters.Nodes;
using Platform.Components.Compute;

namespace Platform.Components.Clusters;

/// <summary>What the owner of a cluster says about it; the rest is looked up.</summary>
public sealed class ExistingClusterArgs : ResourceArgs
{
    /// <summary>Its name in AWS.</summary>
    [Input("clusterName", required: true)] public required string ClusterName { get; init; }

    /// <summary>Kubernetes minor version, such as <c>1.35</c>; namespaces demand the pod security standard of that version.</summary>
    [Input("version", required: true)] public required string Version { get; init; }

    /// <summary>Whether it runs in Auto Mode. Otherwise the AWS Load Balancer Controller must be installed.</summary>
    [Input("autoMode", required: true)] public required bool AutoMode { get; init; }

    /// <summary>Whether the Secrets Store driver with its AWS provider is installed; without it no workload may use a secret as a file.</summary>
    [Input("hasSecretFiles", required: true)] public required bool HasSecretFiles { get; init; }

    /// <summary>Log group of what pods print.</summary>
    [Input("podLogGroup", required: true)] public required Input<string> PodLogGroup { get; init; }

    /// <summary>What its workloads may use: each server admits the cluster's security group. Default: nothing.</summary>
    public IReadOnlyList<Connection> Uses { get; init; } = [];

    /// <summary>Architecture of the nodes. Default: <see cref="NodeArchitecture.Arm64"/>.</summary>
    public NodeArchitecture? Architecture { get; init; }

    /// <summary>IAM role the deployment assumes for the Kubernetes API; the cluster must admit it. Default: the identity that runs <c>pulumi</c>.</summary>
    [Input("deployRoleArn")] public Input<string>? DeployRoleArn { get; init; }
}
