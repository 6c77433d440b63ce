using Pulumi.Aws.Backup;

namespace Platform.Components.Baseline;

/// <summary>What AWS Backup may back up at all; a type that is not opted in is skipped without a word, whatever a plan says.</summary>
internal static class BackupOptIns
{
    public static void Build(BaselineSite site)
    {
        foreach (var region in site.Regions)
        {
            new RegionSettings(site.In("backups", region), new()
            {
                Region = region,
                ResourceTypeOptInPreference =
                {
                    ["Aurora"] = true, ["DynamoDB"] = true, ["EBS"] = true, ["EC2"] = true, ["EFS"] = true, ["RDS"] = true, ["S3"] = true,
                },
            }, site.Child);
        }
    }
}
