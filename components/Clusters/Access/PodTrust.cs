using Platform.Components.Identity;

namespace Platform.Components.Clusters.Access;

/// <summary>Who may assume a pod's role: one service account, in one namespace, of one cluster.</summary>
internal static class PodTrust
{
    /// <summary>Trust by EKS Pod Identity. Its session tags are what tells one pod from another, so all three are demanded.</summary>
    public static Output<string> Policy(Output<string> clusterArn, Input<string> @namespace, string serviceAccount) =>
        PolicyText.Of(new Statement("PodIdentity", "sts:AssumeRole", "sts:TagSession")
        {
            Principal = Principal.Service("pods.eks.amazonaws.com"),
            Conditions =
            [
                new Condition("StringEquals", "aws:RequestTag/eks-cluster-arn", clusterArn),
                new Condition("StringEquals", "aws:RequestTag/kubernetes-namespace", @namespace),
                new Condition("StringEquals", "aws:RequestTag/kubernetes-service-account", serviceAccount),
            ],
        });

    /// <summary>Trust by the cluster's OpenID Connect provider, where Pod Identity does not reach.</summary>
    public static Output<string> ServiceAccountPolicy(Output<string> providerArn, Input<string> @namespace, string serviceAccount) =>
        providerArn.Apply(arn =>
        {
            var issuer = arn[(arn.IndexOf(":oidc-provider/", StringComparison.Ordinal) + ":oidc-provider/".Length)..];
            return PolicyText.Of(new Statement("ServiceAccount", "sts:AssumeRoleWithWebIdentity")
            {
                Principal = new Principal("Federated", arn),
                Conditions =
                [
                    new Condition("StringEquals", $"{issuer}:aud", "sts.amazonaws.com"),
                    new Condition("StringEquals", $"{issuer}:sub", Output.Format($"system:serviceaccount:{@namespace}:{serviceAccount}")),
                ],
            });
        });
}
