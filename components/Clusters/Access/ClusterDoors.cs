using Platform.Components.Identity;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Vpc;

namespace Platform.Components.Clusters.Access;

/// <summary>Who may call the API, and from where.</summary>
internal static class ClusterDoors
{
    public static Resource[] Open(
        string name, Pulumi.Aws.Eks.Cluster cluster, KubernetesClusterArgs args, Output<string> group, CallerAccount account, CustomResourceOptions child) =>
    [
        .. args.Access.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => Admit($"{name}-access-{entry.Key}", cluster, entry.Value, account, child)),
        .. args.ApiClients.OrderBy(client => client.Key, StringComparer.Ordinal).Select(client => new SecurityGroupIngressRule($"{name}-api-from-{client.Key}", new()
        {
            SecurityGroupId = group,
            Description = "Kubernetes API",
            IpProtocol = "tcp",
            FromPort = 443,
            ToPort = 443,
            ReferencedSecurityGroupId = client.Value,
        }, child)),
    ];

    /// <summary>Registers the cluster as an identity provider, when asked to; its ARN, or nothing.</summary>
    public static Output<string> ServiceAccountRoles(string name, Pulumi.Aws.Eks.Cluster cluster, KubernetesClusterArgs args, CustomResourceOptions child) =>
        args.ServiceAccountRoles == true
            ? new OpenIdConnectProvider($"{name}-service-accounts", new()
            {
                Url = cluster.Identities.Apply(identities => identities[0].Oidcs[0].Issuer ?? ""),
                ClientIdLists = ["sts.amazonaws.com"],
            }, child).Arn
            : Output.Create("");

    private static AccessPolicyAssociation Admit(
        string name, Pulumi.Aws.Eks.Cluster cluster, ClusterAccess access, CallerAccount account, CustomResourceOptions child)
    {
        var entry = new AccessEntry(name, new() { ClusterName = cluster.Name, PrincipalArn = access.PrincipalArn }, child);
        return new AccessPolicyAssociation(name, new()
        {
            ClusterName = cluster.Name,
            PrincipalArn = entry.PrincipalArn,
            PolicyArn = Output.Format($"arn:{account.Partition}:eks::aws:cluster-access-policy/{access.PolicyName}"),
            AccessScope = new AccessPolicyAssociationAccessScopeArgs
            {
                Type = access.Namespaces.Count == 0 ? "cluster" : "namespace",
                Namespaces = access.Namespaces.ToArray(),
            },
        }, child);
    }
}
