using Platform.Components.Identity;

namespace Platform.Components.Security;

/// <summary>Who may do what with a key. In the policy of a key, <c>*</c> as resource means this key.</summary>
internal static class KeyPolicy
{
    private static readonly string[] Use =
    [
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyPair",
        "kms:GenerateDataKeyPairWithoutPlaintext", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    private static readonly string[] Notifiers = ["budgets", "cloudwatch", "costalerts", "events"];

    private static readonly string[] Administration =
    [
        "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey", "kms:DisableKeyRotation",
        "kms:EnableKey", "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies",
        "kms:ListResourceTags", "kms:ListRetirableGrants", "kms:PutKeyPolicy", "kms:RetireGrant", "kms:RevokeGrant", "kms:RotateKeyOnDemand",
        "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription",
    ];

    /// <summary>
    /// The account's own IAM policies decide who administers and who uses the key. Actions are listed, so that an action AWS invents
    /// tomorrow is not granted today; grants may be made for services of AWS only.
    /// </summary>
    public static IEnumerable<Statement> ForAccount(CallerAccount account) =>
    [
        new Statement("Administration", Administration) { Principal = Principal.Aws(account.Root), Resources = ["*"] },
        new Statement("Use", Use) { Principal = Principal.Aws(account.Root), Resources = ["*"] },
        new Statement("GrantsForServices", "kms:CreateGrant")
        {
            Principal = Principal.Aws(account.Root),
            Resources = ["*"],
            Conditions = [new Condition("Bool", "kms:GrantIsForAWSResource", "true")],
        },
    ];

    /// <summary>
    /// What AWS Backup needs to copy into another account what the key encrypted. Source: AWS Backup developer guide, copies across accounts.
    /// </summary>
    public static IEnumerable<Statement> ForOtherAccount(string other, CallerAccount account)
    {
        var root = Principal.Aws(Output.Format($"arn:{account.Partition}:iam::{other}:root"));
        return
        [
            new Statement($"Use{other}", Use) { Principal = root, Resources = ["*"] },
            new Statement($"GrantsForServices{other}", "kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant")
            {
                Principal = root, Resources = ["*"], Conditions = [new Condition("Bool", "kms:GrantIsForAWSResource", "true")],
            },
        ];
    }

    public static IEnumerable<Statement> ForService(KeyService service, CallerAccount account) => service switch
    {
        KeyService.Logs =>
        [
            new Statement("Logs", Use)
            {
                Principal = Principal.Service(Output.Format($"logs.{account.Region}.amazonaws.com")),
                Resources = ["*"],
                Conditions =
                [
                    new Condition(
                        "ArnLike",
                        "kms:EncryptionContext:aws:logs:arn",
                        Output.Format($"arn:{account.Partition}:logs:{account.Region}:{account.Id}:log-group:*")),
                ],
            },
        ],
        KeyService.Trail =>
        [
            new Statement("Trail", "kms:Decrypt", "kms:GenerateDataKey")
            {
                Principal = Principal.Service("cloudtrail.amazonaws.com"),
                Resources = ["*"],
                Conditions =
                [
                    new Condition("StringEquals", "aws:SourceAccount", account.Id),
                    new Condition(
                        "StringLike", "kms:EncryptionContext:aws:cloudtrail:arn", Output.Format($"arn:{account.Partition}:cloudtrail:*:{account.Id}:trail/*")),
                ],
            },
            new Statement("TrailLooks", "kms:DescribeKey")
            {
                Principal = Principal.Service("cloudtrail.amazonaws.com"),
                Resources = ["*"],
                Conditions = [new Condition("StringEquals", "aws:SourceAccount", account.Id)],
            },
        ],
        KeyService.Notifications =>
        [
            .. Notifiers.Select(service =>
                new Statement($"Notify{service}", "kms:Decrypt", "kms:GenerateDataKey")
                {
                    Principal = Principal.Service($"{service}.amazonaws.com"),
                    Resources = ["*"],
                    Conditions = [new Condition("StringEquals", "aws:SourceAccount", account.Id)],
                }),
        ],
        KeyService.AutoScaling =>
        [
            new Statement("AutoScaling", Use) { Principal = Principal.Anyone, Resources = ["*"], Conditions = AutoScalingRole(account) },
            new Statement("AutoScalingGrants", "kms:CreateGrant")
            {
                Principal = Principal.Anyone,
                Resources = ["*"],
                Conditions = [.. AutoScalingRole(account), new Condition("Bool", "kms:GrantIsForAWSResource", "true")],
            },
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "No rights are known for this service."),
    };

    /// <summary>
    /// The role of EC2 Auto Scaling, which AWS makes with an account's first group: named by a condition, since a policy refuses a
    /// principal that does not exist yet.
    /// </summary>
    private static Condition[] AutoScalingRole(CallerAccount account) =>
    [
        new Condition("StringEquals", "kms:CallerAccount", account.Id),
        new Condition(
            "ArnLike",
            "aws:PrincipalArn",
            Output.Format(
                $"arn:{account.Partition}:iam::{account.Id}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling*")),
    ];
}
