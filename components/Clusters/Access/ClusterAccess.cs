namespace Platform.Components.Clusters.Access;

/// <summary>How much an access entry may do; each is one of the access policies EKS maintains.</summary>
public enum AccessLevel
{
    /// <summary>Everything in the cluster.</summary>
    ClusterAdmin,

    /// <summary>Everything in its namespaces, roles included.</summary>
    NamespaceAdmin,

    /// <summary>Change workloads in its namespaces, but neither roles nor quotas.</summary>
    Edit,

    /// <summary>Read everything but secrets in its namespaces.</summary>
    View,
}

/// <summary>An IAM principal that may use the Kubernetes API.</summary>
public sealed class ClusterAccess
{
    /// <summary>ARN of an IAM role. Not of a user: users have lasting keys.</summary>
    public required Input<string> PrincipalArn { get; init; }

    /// <summary>What it may do.</summary>
    public required AccessLevel Level { get; init; }

    /// <summary>
    /// Where it may do it; empty means the whole cluster, which only <see cref="AccessLevel.ClusterAdmin"/> and
    /// <see cref="AccessLevel.View"/> may have.
    /// </summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    internal string PolicyName => Level switch
    {
        AccessLevel.ClusterAdmin => "AmazonEKSClusterAdminPolicy",
        AccessLevel.NamespaceAdmin => "AmazonEKSAdminPolicy",
        AccessLevel.Edit => "AmazonEKSEditPolicy",
        _ => "AmazonEKSViewPolicy",
    };
}
