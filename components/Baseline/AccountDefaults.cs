using Pulumi.Aws.Ebs;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Iam;
using Pulumi.Aws.S3;

namespace Platform.Components.Baseline;

/// <summary>Safe settings for whatever nobody sets otherwise; the oldest ones of AWS are open.</summary>
internal static class AccountDefaults
{
    public static void Build(BaselineSite site)
    {
        new AccountPasswordPolicy($"{site.Name}-passwords", new()
        {
            MinimumPasswordLength = 14,
            PasswordReusePrevention = 24,
            RequireLowercaseCharacters = true,
            RequireUppercaseCharacters = true,
            RequireNumbers = true,
            RequireSymbols = true,
            AllowUsersToChangePassword = true,
        }, site.Child);
        new AccountPublicAccessBlock($"{site.Name}-buckets", new()
        {
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, site.Child);
        foreach (var region in site.Regions)
        {
            InRegion(site, region);
        }
    }

    private static void InRegion(BaselineSite site, string region)
    {
        new EncryptionByDefault(site.In("disks", region), new() { Region = region, Enabled = true }, site.Child);
        new SnapshotBlockPublicAccess(site.In("snapshots", region), new() { Region = region, State = "block-all-sharing" }, site.Child);
        new ImageBlockPublicAccess(site.In("images", region), new() { Region = region, State = "block-new-sharing" }, site.Child);
        new SerialConsoleAccess(site.In("consoles", region), new() { Region = region, Enabled = false }, site.Child);
        new InstanceMetadataDefaults(site.In("metadata", region), new()
        {
            Region = region,
            HttpTokens = "required",
            HttpPutResponseHopLimit = 1,
        }, site.Child);

        // The VPC an account comes with stays, since some services look for it, but nothing in it can be reached or reach out.
        var vpc = new DefaultVpc(site.In("default-vpc", region), new() { Region = region }, site.Child);
        new DefaultSecurityGroup(site.In("default-vpc", region), new() { Region = region, VpcId = vpc.Id }, site.Child);
        new DefaultNetworkAcl(site.In("default-vpc", region), new()
        {
            Region = region,
            DefaultNetworkAclId = vpc.DefaultNetworkAclId,
        }, CustomResourceOptions.Merge(site.Child, new CustomResourceOptions { IgnoreChanges = { "subnetIds" } }));
    }
}
