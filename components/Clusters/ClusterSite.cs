using System.Text.Json.Nodes;
using Platform.Components.Clusters.Access;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace Platform.Components.Clusters;

/// <summary>A cluster under construction: what nodes and add-ons need to know of it.</summary>
internal sealed record ClusterSite(
    string Name, ClusterRelease Release, KubernetesClusterArgs Args, Pulumi.Aws.Eks.Cluster Cluster, ClusterRoles Roles, KubernetesCluster Owner)
{
    /// <summary>The log groups the insights agent writes to.</summary>
    public Resource[] LogGroups { get; set; } = [];

    /// <summary>The caller's tags in a fixed order.</summary>
    public IEnumerable<KeyValuePair<string, string>> Tags => Args.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal);

    /// <summary>Installs an add-on by the EKS API. A foreign object in its place fails the creation; settings changed by hand survive an update.</summary>
    public Addon Install(string addOn, Resource[] after, (string ServiceAccount, PodRole Role)? identity = null, JsonObject? settings = null)
    {
        var args = new AddonArgs
        {
            ClusterName = Cluster.Name,
            AddonName = addOn,
            AddonVersion = Args.AddOnVersions.GetValueOrDefault(addOn, Release.AddOns[addOn]),
            ResolveConflictsOnCreate = "NONE",
            ResolveConflictsOnUpdate = "PRESERVE",
        };

        if (settings is not null)
        {
            args.ConfigurationValues = settings.ToJsonString();
        }

        if (identity is { } pod)
        {
            args.PodIdentityAssociations.Add(new AddonPodIdentityAssociationArgs { ServiceAccount = pod.ServiceAccount, RoleArn = pod.Role.Role.Arn });
        }

        return new Addon($"{Name}-{addOn}", args, After([.. after, .. identity?.Role.Ready ?? []]));
    }

    /// <summary>Options of an AWS resource that comes after others, and goes before them.</summary>
    public CustomResourceOptions After(params Resource[] others) => new() { Parent = Owner, DependsOn = others };

    /// <summary>Options of a Kubernetes object of this cluster.</summary>
    public CustomResourceOptions InCluster(params Resource[] after) => new() { Parent = Owner, Provider = Owner.Api, DependsOn = after };
}
