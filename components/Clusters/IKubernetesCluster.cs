using Platform.Components.Clusters.Nodes;
using Platform.Components.Compute;
using Platform.Components.Scheduling;

namespace Platform.Components.Clusters;

/// <summary>What namespaces and workloads need to know of a cluster, whoever made it.</summary>
public interface IKubernetesCluster
{
    /// <summary>Name of the cluster.</summary>
    Output<string> ClusterName { get; }

    /// <summary>ARN of the cluster; roles of pods trust it.</summary>
    Output<string> Arn { get; }

    /// <summary>The security group of nodes and pods.</summary>
    Output<string> SecurityGroupId { get; }

    /// <summary>Log group of what pods print.</summary>
    Output<string> PodLogGroup { get; }

    /// <summary>Region of the cluster.</summary>
    Output<string> Region { get; }

    /// <summary>Its name server, by which pods find everything else, as a block of one address.</summary>
    Output<string> DnsAddress { get; }

    /// <summary>Where pods reach the Kubernetes API, as a block of one address.</summary>
    Output<string> ApiAddress { get; }

    /// <summary>Name as AWS knows it, known before anything is deployed: for the tags of target groups.</summary>
    string PhysicalName { get; }

    /// <summary>Kubernetes minor version, such as <c>1.35</c>.</summary>
    string Version { get; }

    /// <summary>Architecture of the nodes, and so of every image.</summary>
    NodeArchitecture Architecture { get; }

    /// <summary>Group and version of the objects that bind pods to target groups.</summary>
    string TargetBindingApi { get; }

    /// <summary>Whether pods can be given secrets as files.</summary>
    bool HasSecretFiles { get; }

    /// <summary>What its workloads may use: nodes, not pods, are let in at a server, once for all of them.</summary>
    IReadOnlyList<Connection> Uses { get; }

    /// <summary>When it has nodes; null: always.</summary>
    WorkingHours? WorkingHours { get; }

    /// <summary>Options for a Kubernetes object of this cluster: sent to its API, and after what pods need is there.</summary>
    /// <param name="parent">Component the object belongs to. Default: none.</param>
    CustomResourceOptions ObjectOptions(Resource? parent = null);
}
