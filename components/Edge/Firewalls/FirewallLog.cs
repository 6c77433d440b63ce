using Platform.Components.Naming;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.WafV2;
using Pulumi.Aws.WafV2.Inputs;

namespace Platform.Components.Edge.Firewalls;

/// <summary>What a firewall writes down, and what it must never write down.</summary>
internal static class FirewallLog
{
    private static readonly NameRule GroupSuffix = new(128);
    private static readonly string[] Secrets = ["authorization", "cookie"];
    private static readonly string[] Actions = ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT", "CAPTCHA", "CHALLENGE"];

    /// <summary>Masks credentials wherever WAF shows a request: logs and the console's request samples alike.</summary>
    public static WebAclDataProtectionConfigArgs Protection => new()
    {
        DataProtections =
        {
            new WebAclDataProtectionConfigDataProtectionArgs
            {
                Action = "SUBSTITUTION",
                Field = new WebAclDataProtectionConfigDataProtectionFieldArgs { FieldType = "SINGLE_HEADER", FieldKeys = Secrets },
            },
        },
    };

    /// <summary>The log; WAF writes only to groups whose name begins with <c>aws-waf-logs-</c>.</summary>
    public static LogStreamArgs Stream(string name, WebFirewallArgs args) => new()
    {
        GroupName = $"aws-waf-logs-{AwsName.Of(name, GroupSuffix)}",
        Region = args.Target.Region!,
        RetentionDays = args.LogRetentionDays ?? 90,
        KeyArn = args.KeyArn,
    };

    /// <summary>Logs every request a rule acted on; what merely passed is in the access log already.</summary>
    public static WebAclLoggingConfigurationArgs Configuration(Input<string> aclArn, Input<string> logArn, string? region) => new()
    {
        ResourceArn = aclArn,
        Region = region!,
        LogDestinationConfigs = { logArn },
        RedactedFields = Secrets.Select(header => new WebAclLoggingConfigurationRedactedFieldArgs
        {
            SingleHeader = new WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs { Name = header },
        }).ToArray(),
        LoggingFilter = new WebAclLoggingConfigurationLoggingFilterArgs
        {
            DefaultBehavior = "DROP",
            Filters =
            {
                new WebAclLoggingConfigurationLoggingFilterFilterArgs
                {
                    Behavior = "KEEP",
                    Requirement = "MEETS_ANY",
                    Conditions = Actions.Select(Acted).ToArray(),
                },
            },
        },
    };

    private static WebAclLoggingConfigurationLoggingFilterFilterConditionArgs Acted(string action) => new()
    {
        ActionCondition = new WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs { Action = action },
    };

    /// <summary>What somebody on call will ask of the log.</summary>
    public static IReadOnlyList<SavedQuery> Queries(Output<string> group) =>
    [
        new("stopped-by-rule", group, "filter action in ['BLOCK', 'COUNT', 'CAPTCHA', 'CHALLENGE'] | stats count() as stopped by terminatingRuleId, httpRequest.uri | sort stopped desc | limit 25"),
        new("top-clients", group, "stats count() as requests by httpRequest.clientIp, httpRequest.country | sort requests desc | limit 25"),
    ];
}
