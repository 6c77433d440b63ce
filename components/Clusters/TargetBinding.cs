namespace Platform.Components.Clusters;

/// <summary>Whose objects bind pods to target groups: EKS and the controller of the chart know the same kind by two names.</summary>
internal static class TargetBinding
{
    public const string OfAutoMode = "eks.amazonaws.com/v1";

    public const string OfController = "elbv2.k8s.aws/v1beta1";
}
