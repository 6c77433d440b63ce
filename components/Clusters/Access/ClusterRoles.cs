using Platform.Components.Clusters.Nodes;
using Platform.Components.Identity;
using Pulumi.Aws.Iam;

namespace Platform.Components.Clusters.Access;

/// <summary>The IAM roles of a cluster: its own, its nodes' and those of the add-ons that call AWS.</summary>
internal sealed class ClusterRoles
{
    private readonly string _name;
    private readonly CallerAccount _account;
    private readonly CustomResourceOptions _child;

    public ClusterRoles(string name, KubernetesClusterArgs args, CallerAccount account, CustomResourceOptions child)
    {
        (_name, _account, _child) = (name, account, child);
        var auto = args.Compute is AutoMode;

        Cluster = Role("cluster", PolicyText.Of(new Statement("Assume", auto ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"])
        {
            Principal = Principal.Service("eks.amazonaws.com"),
            Conditions = [new Condition("StringEquals", "aws:SourceAccount", account.Id)],
        }));
        ClusterReady =
        [
            .. Attach("cluster", Cluster, auto
                ? ["AmazonEKSClusterPolicy", "AmazonEKSComputePolicy", "AmazonEKSBlockStoragePolicy", "AmazonEKSLoadBalancingPolicy", "AmazonEKSNetworkingPolicy"]
                : ["AmazonEKSClusterPolicy"]),
            Grant("cluster", Cluster, ClusterPermissions.Of(args, account, auto)),
        ];

        Node = Role("node", PolicyText.TrustOf("ec2.amazonaws.com", account));
        NodeReady = Attach("node", Node, auto
            ? ["AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly"]
            : ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonSSMManagedInstanceCore"]);
    }

    public Role Cluster { get; }

    public Resource[] ClusterReady { get; }

    public Role Node { get; }

    public Resource[] NodeReady { get; }

    /// <summary>A role that only the pods of one service account of this cluster can have.</summary>
    public PodRole Pod(string suffix, Output<string> clusterArn, string @namespace, string serviceAccount, params string[] managedPolicies)
    {
        var role = Role(suffix, PodTrust.Policy(clusterArn, @namespace, serviceAccount));
        return new(role, Attach(suffix, role, managedPolicies));
    }

    public RolePolicy Grant(string suffix, Role role, params Statement[] statements) => new($"{_name}-{suffix}", new()
    {
        Role = role.Name,
        Policy = PolicyText.Of(statements),
    }, _child);

    private Role Role(string suffix, Output<string> trust) => new($"{_name}-{suffix}", new() { AssumeRolePolicy = trust }, _child);

    private Resource[] Attach(string suffix, Role role, string[] policies) =>
    [
        .. policies.Select(policy => new RolePolicyAttachment($"{_name}-{suffix}-{policy[(policy.LastIndexOf('/') + 1)..]}", new()
        {
            Role = role.Name,
            PolicyArn = Output.Format($"arn:{_account.Partition}:iam::aws:policy/{policy}"),
        }, _child)),
    ];
}

/// <summary>A pod's role and what must exist before the pod can use it.</summary>
internal sealed record PodRole(Role Role, Resource[] Ready);
