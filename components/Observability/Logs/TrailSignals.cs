using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Logs;

/// <summary>
/// What in the record of an account's API calls somebody must hear of. Source: section 4 of the CIS AWS Foundations Benchmark, which
/// lists these fifteen; fourteen with their patterns are the controls CloudWatch.1 to 14 of Security Hub
/// (https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html), the fifteenth is 4.15 of version 1.4. Calls whose
/// names other services have too are counted of their service only: API Gateway has routes, IoT and Organizations have policies.
/// </summary>
internal static class TrailSignals
{
    private const string Source = "CIS AWS Foundations Benchmark, section 4";

    /// <param name="group">Log group of the trail.</param>
    public static IReadOnlyList<LogSignal> Of(Output<string> group) => [.. All.Select(each => each(group))];

    /// <summary>The question everybody asks first.</summary>
    /// <param name="group">Log group of the trail.</param>
    public static SavedQuery WhoDidWhat(Output<string> group) => new(
        "who-did-what",
        group,
        "fields eventTime, userIdentity.type, userIdentity.arn, sourceIPAddress, eventSource, eventName, errorCode | filter readOnly = 0 | sort eventTime desc | limit 200");

    private static Func<Output<string>, LogSignal>[] All { get; } =
    [
        On("unauthorized-calls", "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }",
            "Somebody tries what is not allowed, again and again.", Severity.Medium, "trail-access", above: 10),
        On("sign-in-without-mfa", "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") && ($.userIdentity.type = \"IAMUser\") && ($.responseElements.ConsoleLogin = \"Success\") }",
            "Somebody signed in with a password alone.", Severity.High, "trail-access"),
        On("root-used", "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }",
            "Somebody uses the root user, which nobody should.", Severity.Critical, "trail-root"),
        CallsOf("iam", "iam-changed", "Rights changed.", Severity.Low, "trail-change",
            "AttachGroupPolicy", "AttachRolePolicy", "AttachUserPolicy", "CreatePolicy", "CreatePolicyVersion", "DeleteGroupPolicy", "DeletePolicy",
            "DeletePolicyVersion", "DeleteRolePolicy", "DeleteUserPolicy", "DetachGroupPolicy", "DetachRolePolicy", "DetachUserPolicy", "PutGroupPolicy",
            "PutRolePolicy", "PutUserPolicy"),
        Calls("trail-changed", "The record of what is done in the account is changed or stopped.", Severity.Critical, "trail-tampering",
            "CreateTrail", "DeleteTrail", "StartLogging", "StopLogging", "UpdateTrail"),
        On("sign-in-failed", "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }",
            "Somebody guesses passwords.", Severity.Medium, "trail-access", above: 5),
        CallsOf("kms", "key-disabled", "A key is switched off or will be deleted; what it encrypts can then be read by nobody.", Severity.High, "trail-tampering",
            "DisableKey", "ScheduleKeyDeletion"),
        CallsOf("s3", "bucket-opened", "Rights to a bucket changed.", Severity.Low, "trail-change",
            "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketPolicy", "DeleteBucketReplication", "PutBucketAcl", "PutBucketCors",
            "PutBucketLifecycle", "PutBucketPolicy", "PutBucketReplication"),
        CallsOf("config", "recorder-stopped", "The record of settings is changed or stopped.", Severity.High, "trail-tampering",
            "DeleteDeliveryChannel", "PutConfigurationRecorder", "PutDeliveryChannel", "StopConfigurationRecorder"),
        Calls("security-groups-changed", "Who may reach whom changed.", Severity.Low, "trail-change",
            "AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress", "CreateSecurityGroup", "DeleteSecurityGroup", "RevokeSecurityGroupEgress",
            "RevokeSecurityGroupIngress"),
        Calls("network-acls-changed", "Filters between subnets changed.", Severity.Low, "trail-change",
            "CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclAssociation", "ReplaceNetworkAclEntry"),
        Calls("gateways-changed", "Ways out of the network changed.", Severity.Low, "trail-change",
            "AttachInternetGateway", "CreateCustomerGateway", "CreateInternetGateway", "DeleteCustomerGateway", "DeleteInternetGateway", "DetachInternetGateway"),
        CallsOf("ec2", "routes-changed", "Routes changed.", Severity.Low, "trail-change",
            "CreateRoute", "CreateRouteTable", "DeleteRoute", "DeleteRouteTable", "DisassociateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation"),
        Calls("network-changed", "A network was made, joined to another or deleted.", Severity.Low, "trail-change",
            "AcceptVpcPeeringConnection", "AttachClassicLinkVpc", "CreateVpc", "CreateVpcPeeringConnection", "DeleteVpc", "DeleteVpcPeeringConnection",
            "DetachClassicLinkVpc", "DisableVpcClassicLink", "EnableVpcClassicLink", "ModifyVpcAttribute", "RejectVpcPeeringConnection"),
        CallsOf("organizations", "organization-changed", "The organisation the account belongs to changed.", Severity.Medium, "trail-change",
            "AcceptHandshake", "AttachPolicy", "CreateAccount", "CreateOrganizationalUnit", "CreatePolicy", "DeclineHandshake", "DeleteOrganization",
            "DeleteOrganizationalUnit", "DeletePolicy", "DetachPolicy", "DisablePolicyType", "EnablePolicyType", "InviteAccountToOrganization",
            "LeaveOrganization", "MoveAccount", "RemoveAccountFromOrganization", "UpdateOrganizationalUnit", "UpdatePolicy"),
    ];

    private static Func<Output<string>, LogSignal> Calls(string key, string meaning, Severity severity, string runbook, params string[] calls) =>
        On(key, $"{{ {Any(calls)} }}", meaning, severity, runbook);

    private static Func<Output<string>, LogSignal> CallsOf(string service, string key, string meaning, Severity severity, string runbook, params string[] calls) =>
        On(key, $"{{ ($.eventSource = {service}.amazonaws.com) && ({Any(calls)}) }}", meaning, severity, runbook);

    private static string Any(string[] calls) => string.Join(" || ", calls.Select(call => $"($.eventName = {call})"));

    private static Func<Output<string>, LogSignal> On(string key, string pattern, string meaning, Severity severity, string runbook, int above = 0) =>
        group => new(group, pattern, new(key, LogSignal.Count(key), "count", Limit.Above(above, Source), severity, Layer.Security, runbook, meaning)
        {
            Evaluation = new(300, 1, 1),
        });
}
