using Pulumi.Aws.SecurityHub;

namespace Platform.Components.Baseline;

/// <summary>All findings in one list, and every resource held against two standards.</summary>
internal static class FindingsHub
{
    private static readonly (string Key, string Path)[] Standards =
    [
        ("cis", "standards/cis-aws-foundations-benchmark/v/3.0.0"),
        ("fsbp", "standards/aws-foundational-security-best-practices/v/1.0.0"),
    ];

    public static void Build(BaselineSite site)
    {
        var accounts = site.Regions.Select(region => In(site, region)).ToArray();

        // Findings of every region, also of one that nothing is supposed to run in.
        new FindingAggregator($"{site.Name}-hub", new() { Region = site.Args.Region, LinkingMode = "ALL_REGIONS" }, site.After(accounts));
    }

    private static Account In(BaselineSite site, string region)
    {
        var account = new Account(site.In("hub", region), new()
        {
            Region = region,
            EnableDefaultStandards = false,              // the standards below, and none that AWS adds to its defaults
            AutoEnableControls = true,
            ControlFindingGenerator = "SECURITY_CONTROL",
        }, site.Child);
        foreach (var (key, path) in Standards)
        {
            new StandardsSubscription($"{site.In("hub", region)}-{key}", new()
            {
                Region = region,
                StandardsArn = Output.Format($"arn:{site.Account.Partition}:securityhub:{region}::{path}"),
            }, site.After(account));
        }

        return account;
    }
}
