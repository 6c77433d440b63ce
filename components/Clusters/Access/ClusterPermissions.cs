using Platform.Components.Identity;

namespace Platform.Components.Clusters.Access;

/// <summary>What the cluster's role may do beyond the policies AWS maintains for it.</summary>
internal static class ClusterPermissions
{
    private const string OwnName = "${aws:PrincipalTag/eks:eks-cluster-name}";

    public static Statement[] Of(KubernetesClusterArgs args, CallerAccount account, bool auto)
    {
        Statement[] always =
        [
            new("WrapSecrets", "kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:ListGrants") { Resources = [args.DataKeyArn] },

            // EKS logs until its last second: it would recreate the log group after it was destroyed, without key or period.
            new("LeaveLogGroupsAlone", "logs:CreateLogGroup") { Deny = true, Resources = ["*"] },
        ];
        return auto ? [.. always, .. Volumes(args.DataKeyArn), .. NodeTags(account)] : always;
    }

    /// <summary>What encrypting volumes with a key takes; grants only for services of AWS, which attach the volumes.</summary>
    public static Statement[] Volumes(Input<string> keyArn) =>
    [
        new(
            "EncryptVolumes",
            "kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext",
            "kms:DescribeKey")
        {
            Resources = [keyArn],
        },
        new("GrantVolumes", "kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant")
        {
            Resources = [keyArn],
            Conditions = [new Condition("Bool", "kms:GrantIsForAWSResource", "true")],
        },
    ];

    // The policies AWS maintains let Auto Mode set its own tags only; these let it set ours, on what carries its cluster's name.
    private static Statement[] NodeTags(CallerAccount account) =>
    [
        Tagged("TagNodes", ["ec2:CreateFleet", "ec2:RunInstances", "ec2:CreateLaunchTemplate"], ["*"],
            new("StringLike", "aws:RequestTag/eks:kubernetes-node-class-name", "*"),
            new("StringLike", "aws:RequestTag/eks:kubernetes-node-pool-name", "*")),
        Tagged("TagVolumes", ["ec2:CreateVolume", "ec2:CreateSnapshot"],
            [Output.Format($"arn:{account.Partition}:ec2:*:*:volume/*"), Output.Format($"arn:{account.Partition}:ec2:*:*:snapshot/*")]),
        Tagged("TagInterfaces", ["ec2:CreateNetworkInterface"], ["*"],
            new Condition("StringLike", "aws:RequestTag/eks:kubernetes-cni-node-name", "*")),
    ];

    private static Statement Tagged(string sid, string[] actions, Input<string>[] resources, params Condition[] more) => new(sid, actions)
    {
        Resources = resources,
        Conditions = [new Condition("StringEquals", $"aws:RequestTag/{KubernetesCluster.TargetGroupTag}", OwnName), .. more],
    };
}
