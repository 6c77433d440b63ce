namespace Platform.Components.Identity;

/// <summary>What a role that deploys may do, cut into policies as large as IAM takes them.</summary>
internal static class DeployPolicies
{
    /// <summary>Managed policies a role takes without a raised quota. Source: IAM and AWS STS quotas, IAM User Guide.</summary>
    public const int MostPolicies = 10;

    /// <summary>Characters of a managed policy, spaces aside (same source), less what a statement needs beside its actions.</summary>
    private const int ActionCharacters = 6144 - 700;

    /// <summary>Actions on roles that AWS can hold to a boundary; the others give a role no right.</summary>
    private static readonly string[] Bounded =
    [
        "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy",
    ];

    private static readonly string[] OwnRights =
    [
        "iam:AttachRolePolicy", "iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:DeleteRole",
        "iam:DeleteRolePermissionsBoundary", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:PassRole", "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy",
    ];

    private const string PassRole = "iam:PassRole";
    private const string ServiceRoles = "iam:CreateServiceLinkedRole";

    public static List<Output<string>> Of(DeployRoleArgs args, CallerAccount account)
    {
        var special = args.Actions.Where(action => Bounded.Contains(action) || action is PassRole or ServiceRoles).ToHashSet();
        var plain = Cut(args.Actions.Where(action => !special.Contains(action)));
        return
        [
            PolicyText.Of([.. OfIdentities(args, special, account), .. OfState(args), .. Never(args, account)]),
            .. plain.Select(actions => PolicyText.Of(new Statement("Deploy", actions)
            {
                Resources = ["*"],
                Conditions = [OneOf("aws:RequestedRegion", args.Regions)],
            })),
        ];
    }

    private static IEnumerable<Statement> OfIdentities(DeployRoleArgs args, HashSet<string> actions, CallerAccount account)
    {
        var bounded = Bounded.Where(actions.Contains).ToArray();
        if (bounded.Length > 0)
        {
            yield return new Statement("BoundedRoles", bounded)
            {
                Resources = [Output.Format($"arn:{account.Partition}:iam::{account.Id}:role/*")],
                Conditions = [new Condition("StringEquals", "iam:PermissionsBoundary", args.BoundaryArn)],
            };
        }

        if (actions.Contains(PassRole))
        {
            yield return new Statement("HandOverRoles", PassRole)
            {
                Resources = [Output.Format($"arn:{account.Partition}:iam::{account.Id}:role/*")],
                Conditions = [OneOf("iam:PassedToService", args.PassesTo)],
            };
        }

        if (actions.Contains(ServiceRoles))
        {
            yield return new Statement("RolesOfServices", ServiceRoles)
            {
                Resources = [Output.Format($"arn:{account.Partition}:iam::{account.Id}:role/aws-service-role/*")],
            };
        }

        yield return new Statement("Itself", "sts:AssumeRole", "sts:TagSession")
        {
            Resources = [Output.Format($"arn:{account.Partition}:iam::{account.Id}:role/{args.RoleName}")],
        };
    }

    private static IEnumerable<Input<string>> Buckets(DeployRoleArgs args) =>
        args.StateCopy is { } copy ? [args.StateBucketArn, copy.BucketArn] : [args.StateBucketArn];

    private static IEnumerable<Input<string>> Keys(DeployRoleArgs args) => args.StateCopy is { } copy ? [args.StateKeyArn, copy.KeyArn] : [args.StateKeyArn];

    private static IEnumerable<Statement> OfState(DeployRoleArgs args) =>
    [
        new Statement("FindState", "s3:GetBucketLocation", "s3:ListBucket") { Resources = [.. Buckets(args)] },
        new Statement("WriteState", "s3:DeleteObject", "s3:GetObject", "s3:PutObject")
        {
            Resources = [.. Buckets(args).Select(bucket => (Input<string>)Output.Format($"{bucket}/*"))],
        },
        new Statement("ReadState", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey") { Resources = [.. Keys(args)] },
    ];

    /// <summary>What it must never touch, whatever the list says: its own rights, the boundary, and the place of the state.</summary>
    private static IEnumerable<Statement> Never(DeployRoleArgs args, CallerAccount account) =>
    [
        new Statement("NeverItself", OwnRights)
        {
            Deny = true,
            Resources =
            [
                Output.Format($"arn:{account.Partition}:iam::{account.Id}:role/{args.RoleName}"),
                Output.Format($"arn:{account.Partition}:iam::{account.Id}:policy/{args.RoleName}-*"),
                args.BoundaryArn,
            ],
        },
        new Statement("NeverState", "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration")
        {
            Deny = true, Resources = [.. Buckets(args)],
        },
        new Statement("NeverStateKey", "kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion") { Deny = true, Resources = [.. Keys(args)] },
    ];

    private static Condition OneOf(string key, IReadOnlyList<string> values) => new("StringEquals", key, values[0]) { Or = [.. values.Skip(1)] };

    /// <summary>Lists as long as a policy takes them; an action counts with its quotes and comma.</summary>
    private static List<string[]> Cut(IEnumerable<string> actions)
    {
        var parts = new List<List<string>> { new() };
        var left = ActionCharacters;
        foreach (var action in actions)
        {
            var length = action.Length + 3;
            if (length > left)
            {
                parts.Add([]);
                left = ActionCharacters;
            }

            parts[^1].Add(action);
            left -= length;
        }

        return [.. parts.Where(part => part.Count > 0).Select(part => part.ToArray())];
    }
}
