namespace Platform.Components.Clusters;

/// <summary>The names by which the EKS API knows the add-ons a cluster is given.</summary>
public static class AddOn
{
    /// <summary>Pod networking and network policies.</summary>
    public const string VpcCni = "vpc-cni";

    /// <summary>Credentials for pods.</summary>
    public const string PodIdentityAgent = "eks-pod-identity-agent";

    /// <summary>Service addresses on each node.</summary>
    public const string KubeProxy = "kube-proxy";

    /// <summary>Name resolution.</summary>
    public const string CoreDns = "coredns";

    /// <summary>Volumes.</summary>
    public const string EbsCsiDriver = "aws-ebs-csi-driver";

    /// <summary>CPU and memory use, which horizontal autoscaling reads.</summary>
    public const string MetricsServer = "metrics-server";

    /// <summary>Secrets Manager values as files in pods: driver and AWS provider in one.</summary>
    public const string SecretsStore = "aws-secrets-store-csi-driver-provider";

    /// <summary>Container Insights and the logs of pods.</summary>
    public const string Observability = "amazon-cloudwatch-observability";
}
