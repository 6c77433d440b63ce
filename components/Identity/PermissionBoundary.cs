using System.Collections.Immutable;
using Pulumi.Aws.Iam;

namespace Platform.Components.Identity;

/// <summary>
/// The most any role of an environment may do, whatever its own policies say: its work, but neither make or change identities nor turn
/// off what watches over the account. It grants nothing by itself.
/// </summary>
/// <example><code>var boundary = new PermissionBoundary("boundary", new() { PolicyName = "platform-boundary", DeployRoleName = "platform-deploy" });</code></example>
public sealed class PermissionBoundary : ComponentResource
{
    /// <summary>Whoever may do one of these can give itself every right there is, or a lasting key.</summary>
    private static readonly string[] Identities =
    [
        "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile",
        "iam:CreateOpenIDConnectProvider", "iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:CreateRole", "iam:CreateSAMLProvider",
        "iam:CreateUser", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:PutGroupPolicy",
        "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy", "iam:PutUserPermissionsBoundary", "iam:PutUserPolicy",
        "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile",
    ];

    private static readonly string[] Watch =
    [
        "cloudtrail:DeleteTrail", "cloudtrail:PutEventSelectors", "cloudtrail:StopLogging", "cloudtrail:UpdateTrail",
        "config:DeleteConfigurationRecorder", "config:DeleteDeliveryChannel", "config:StopConfigurationRecorder",
        "guardduty:DeleteDetector", "guardduty:UpdateDetector", "inspector2:Disable", "securityhub:BatchDisableStandards",
        "securityhub:DisableSecurityHub", "s3:PutAccountPublicAccessBlock", "ec2:DisableEbsEncryptionByDefault",
    ];

    /// <summary>Registers the policy.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public PermissionBoundary(string name, PermissionBoundaryArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:PermissionBoundary", name, args, options)
    {
        var account = CallerAccount.Of(this);
        var policy = new Policy(name, new()
        {
            Name = args.PolicyName,
            Description = "The most a role of an environment may do",
            PolicyDocument = PolicyText.Of(
                new Statement("Work", "*") { Resources = ["*"] },
                new Statement("KeepIdentities", Identities) { Deny = true, Resources = ["*"] },
                new Statement("KeepWatch", Watch) { Deny = true, Resources = ["*"] },
                new Statement("KeepAccount", "account:*", "organizations:*") { Deny = true, Resources = ["*"] },
                new Statement("KeepAway", "sts:AssumeRole", "iam:PassRole")
                {
                    Deny = true,
                    Resources = [Output.Format($"arn:{account.Partition}:iam::{account.Id}:role/{args.DeployRoleName}")],
                }),
        }, new CustomResourceOptions { Parent = this });

        PolicyArn = policy.Arn;
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>ARN to hand to <c>platform:account.permissionsBoundary</c>.</summary>
    [Output("policyArn")] public Output<string> PolicyArn { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}

/// <summary>What a caller may choose; <see cref="PermissionBoundary"/> decides the rest.</summary>
public sealed class PermissionBoundaryArgs : ResourceArgs
{
    /// <summary>Name of the policy in AWS; settings name it before it exists.</summary>
    [Input("policyName", required: true)] public required string PolicyName { get; init; }

    /// <summary>Name of the role that deploys, which no role of the environment may become.</summary>
    [Input("deployRoleName", required: true)] public required string DeployRoleName { get; init; }
}
