using System.Globalization;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Scheduling.V1;
using Pulumi.Kubernetes.Storage.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Scheduling.V1;
using Pulumi.Kubernetes.Types.Inputs.Storage.V1;

namespace Platform.Components.Clusters.Nodes;

/// <summary>What every cluster offers its workloads.</summary>
internal static class ClusterObjects
{
    /// <summary>Priority of what serves users: it displaces what can wait when nodes are short.</summary>
    public const string ServingPriority = "platform-serving";

    /// <summary>Priority of what can wait.</summary>
    public const string BatchPriority = "platform-batch";

    /// <summary>The default volume: gp3, encrypted with our key, tagged, in the zone of its pod.</summary>
    public static StorageClass Volumes(ClusterSite site, string driver, Resource after)
    {
        var args = new StorageClassArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = "gp3-encrypted",
                Annotations = { ["storageclass.kubernetes.io/is-default-class"] = "true" },
            },
            Provisioner = driver,
            VolumeBindingMode = "WaitForFirstConsumer",
            AllowVolumeExpansion = true,
            ReclaimPolicy = "Delete",
            Parameters = { ["type"] = "gp3", ["encrypted"] = "true", ["kmsKeyId"] = site.Args.DataKeyArn },
        };

        foreach (var (tag, index) in site.Tags.Select((tag, index) => (tag, index)))
        {
            args.Parameters[$"tagSpecification_{(index + 1).ToString(CultureInfo.InvariantCulture)}"] = $"{tag.Key}={tag.Value}";
        }

        return new StorageClass($"{site.Name}-volumes", args, site.InCluster(after));
    }

    /// <summary>Two priorities, so that what serves users waits last.</summary>
    public static Resource[] Priorities(ClusterSite site) =>
        [Priority(site, ServingPriority, 100_000, "Serves users."), Priority(site, BatchPriority, 1_000, "Can wait.")];

    /// <summary>Turns network policies on: Auto Mode ignores them without this switch.</summary>
    public static ConfigMap NetworkPolicyController(ClusterSite site) => new($"{site.Name}-network-policies", new ConfigMapArgs
    {
        Metadata = new ObjectMetaArgs { Name = "amazon-vpc-cni", Namespace = "kube-system" },
        Data = { ["enable-network-policy-controller"] = "true" },
    }, site.InCluster());

    private static PriorityClass Priority(ClusterSite site, string name, int value, string description) => new($"{site.Name}-{name}", new PriorityClassArgs
    {
        Metadata = new ObjectMetaArgs { Name = name },
        Value = value,
        Description = description,
    }, site.InCluster());
}
