using Platform.Components.Identity;
using Platform.Components.Observability;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Route53;

namespace Platform.Components.Dns.HostedZones;

/// <summary>A log of every question a public zone is asked.</summary>
internal static class QueryLogging
{
    /// <summary>Registers the log group, Route 53's right to write to it and the switch; all where Route 53 keeps them, in us-east-1.</summary>
    public static void Register(string name, string domain, DnsQueryLog settings, Zone zone, CustomResourceOptions child)
    {
        var component = (ComponentResource)child.Parent!;
        var logs = new LogStream($"{name}-queries", new()
        {
            GroupName = $"/aws/route53/{domain}",
            KeyArn = settings.KeyArn,
            RetentionDays = settings.RetentionDays,
            Region = GlobalRegion.Name,
        }, new ComponentResourceOptions { Parent = component });

        var account = CallerAccount.Of(component);
        var policy = new LogResourcePolicy($"{name}-queries", new()
        {
            PolicyName = $"route53-{domain.Replace('.', '-')}",
            Region = GlobalRegion.Name,
            PolicyDocument = PolicyText.Of(new Statement("WriteQueries", "logs:CreateLogStream", "logs:PutLogEvents")
            {
                Principal = Principal.Service("route53.amazonaws.com"),
                Resources = [Output.Format($"{logs.Arn}:*")],
                Conditions =
                [
                    new Condition("StringEquals", "aws:SourceAccount", account.Id),
                    new Condition("ArnEquals", "aws:SourceArn", zone.Arn),
                ],
            }),
        }, child);

        new QueryLog(name, new() { ZoneId = zone.ZoneId, CloudwatchLogGroupArn = logs.Arn },
            CustomResourceOptions.Merge(child, new() { DependsOn = { policy } }));
    }
}
