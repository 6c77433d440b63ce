using Pulumi.Aws.Vpc;

namespace Platform.Components.Workloads;

/// <summary>
/// Lets a cluster in at the servers its workload uses, where nodes cannot become members of the clients' groups. Every pod of the cluster
/// passes these rules; which of them may connect is decided by network policies, as everywhere.
/// </summary>
internal static class ServerRules
{
    public static void Admit(string name, KubernetesWorkloadArgs args, CustomResourceOptions aws)
    {
        if (args.Cluster.Uses is not null)
        {
            return;
        }

        foreach (var use in args.Uses)
        {
            new SecurityGroupIngressRule($"{name}-to-{use.Name}", new()
            {
                SecurityGroupId = use.ServerSecurityGroupId,
                Description = $"Pods of {args.Cluster.PhysicalName}",
                IpProtocol = "tcp",
                FromPort = use.Port,
                ToPort = use.Port,
                ReferencedSecurityGroupId = args.Cluster.SecurityGroupId,
            }, aws);
        }
    }
}
