using Platform.Components.Naming;
using Pulumi.Aws.AccessAnalyzer;
using Pulumi.Aws.AccessAnalyzer.Inputs;
using Pulumi.Aws.Ecr;
using Pulumi.Aws.Ecr.Inputs;
using Pulumi.Aws.Inspector2;

namespace Platform.Components.Baseline;

/// <summary>What an attacker would look for first: known holes, and what is open to others.</summary>
internal static class Exposure
{
    private const int UnusedDays = 90;

    public static void ScanForHoles(BaselineSite site)
    {
        foreach (var region in site.Regions)
        {
            var enabler = new Enabler(site.In("scanner", region), new()
            {
                Region = region,
                AccountIds = [site.Account.Id],
                ResourceTypes = ["EC2", "ECR", "LAMBDA"],
            }, site.Child);

            // A setting of the whole registry: every image on push, and again whenever a new weakness becomes known.
            new RegistryScanningConfiguration(site.In("scanner", region), new()
            {
                Region = region,
                ScanType = "ENHANCED",
                Rules = new RegistryScanningConfigurationRuleArgs
                {
                    ScanFrequency = "CONTINUOUS_SCAN",
                    RepositoryFilters = new RegistryScanningConfigurationRuleRepositoryFilterArgs { Filter = "*", FilterType = "WILDCARD" },
                },
            }, site.After(enabler));
        }
    }

    public static void AnalyzeAccess(BaselineSite site)
    {
        foreach (var region in site.Regions)
        {
            new Analyzer(site.In("access", region), new()
            {
                Region = region,
                AnalyzerName = AwsName.Of($"{site.Name}-external", NameRule.Analyzer),
                Type = "ACCOUNT",
            }, site.Child);
        }

        if (site.Args.Closely)
        {
            // Roles belong to no region: one look at them is enough, and each look is billed.
            new Analyzer($"{site.Name}-access-unused", new()
            {
                Region = site.Args.Region,
                AnalyzerName = AwsName.Of($"{site.Name}-unused", NameRule.Analyzer),
                Type = "ACCOUNT_UNUSED_ACCESS",
                Configuration = new AnalyzerConfigurationArgs
                {
                    UnusedAccess = new AnalyzerConfigurationUnusedAccessArgs { UnusedAccessAge = UnusedDays },
                },
            }, site.Child);
        }
    }
}
