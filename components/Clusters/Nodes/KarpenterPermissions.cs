using Platform.Components.Clusters.Access;
using Platform.Components.Identity;

namespace Platform.Components.Clusters.Nodes;

/// <summary>
/// What Karpenter may do: start machines that carry its cluster's tags, and stop those. Source: the controller policy of Karpenter's
/// getting-started guide, v1. Instance profiles are ours, so it needs no right to make any.
/// </summary>
internal static class KarpenterPermissions
{
    private const string Pool = "karpenter.sh/nodepool";

    private static readonly string[] Started = ["fleet", "instance", "volume", "network-interface", "launch-template", "spot-instances-request"];

    public static Statement[] Of(ClusterSite site, Input<string> queueArn)
    {
        var (account, name) = (site.Owner.Account, site.Owner.PhysicalName);
        var owned = $"kubernetes.io/cluster/{name}";
        Input<string>[] started = [.. Started.Select(kind => Ec2($"{kind}/*"))];
        Condition[] requested =
        [
            new("StringEquals", $"aws:RequestTag/{owned}", "owned"),
            new("StringEquals", $"aws:RequestTag/{KubernetesCluster.TargetGroupTag}", name),
            new("StringLike", $"aws:RequestTag/{Pool}", "*"),
        ];
        Condition[] present = [new("StringEquals", $"aws:ResourceTag/{owned}", "owned"), new("StringLike", $"aws:ResourceTag/{Pool}", "*")];
        return
        [
            new("StartFrom", "ec2:RunInstances", "ec2:CreateFleet")
            {
                Resources =
                [
                    Output.Format($"arn:{account.Partition}:ec2:{account.Region}::image/*"), Output.Format($"arn:{account.Partition}:ec2:{account.Region}::snapshot/*"),
                    Ec2("security-group/*"), Ec2("subnet/*"),
                ],
            },
            new("StartByTemplate", "ec2:RunInstances", "ec2:CreateFleet") { Resources = [Ec2("launch-template/*")], Conditions = present },
            new("Start", "ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate") { Resources = started, Conditions = requested },
            new("TagWhatStarts", "ec2:CreateTags")
            {
                Resources = started,
                Conditions = [.. requested, new("StringEquals", "ec2:CreateAction", "RunInstances") { Or = ["CreateFleet", "CreateLaunchTemplate"] }],
            },
            new("TagWhatRuns", "ec2:CreateTags")
            {
                Resources = [Ec2("instance/*")],
                Conditions =
                [
                    .. present,
                    new("StringEqualsIfExists", $"aws:RequestTag/{KubernetesCluster.TargetGroupTag}", name),
                    new("ForAllValues:StringEquals", "aws:TagKeys", KubernetesCluster.TargetGroupTag) { Or = ["karpenter.sh/nodeclaim", "Name"] },
                ],
            },
            new("Stop", "ec2:TerminateInstances", "ec2:DeleteLaunchTemplate") { Resources = [Ec2("instance/*"), Ec2("launch-template/*")], Conditions = present },
            new("Look",
                "ec2:DescribeCapacityReservations", "ec2:DescribeImages", "ec2:DescribeInstances", "ec2:DescribeInstanceStatus", "ec2:DescribeInstanceTypeOfferings",
                "ec2:DescribeInstanceTypes", "ec2:DescribeLaunchTemplates", "ec2:DescribePlacementGroups", "ec2:DescribeSecurityGroups",
                "ec2:DescribeSpotPriceHistory", "ec2:DescribeSubnets")
            {
                Resources = ["*"],
                Conditions = [new("StringEquals", "aws:RequestedRegion", account.Region)],
            },
            new("FindImages", "ssm:GetParameter") { Resources = [Output.Format($"arn:{account.Partition}:ssm:{account.Region}::parameter/aws/service/*")] },
            new("ComparePrices", "pricing:GetProducts") { Resources = ["*"] },           // a price list is no resource
            new("HearOfInterruptions", "sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage") { Resources = [queueArn] },
            new("HandOverNodeRole", "iam:PassRole")
            {
                Resources = [site.Roles.Node.Arn],
                Conditions = [new("StringEquals", "iam:PassedToService", "ec2.amazonaws.com")],
            },
            new("FindCluster", "eks:DescribeCluster") { Resources = [site.Cluster.Arn] },
            .. ClusterPermissions.Volumes(site.Args.DataKeyArn),
        ];

        Output<string> Ec2(string resource) => Output.Format($"arn:{account.Partition}:ec2:{account.Region}:*:{resource}");
    }
}
