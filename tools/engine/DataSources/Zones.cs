using System.Collections.Frozen;

namespace Platform.Engine.DataSources;

/// <summary>The regions of AWS and their availability zones.</summary>
/// <remarks>
/// AWS Regions and Availability Zones, User Guide, 2026-08: names as new accounts see them. Zone ids are listed in their own
/// order; which name belongs to which id differs between accounts.
/// </remarks>
internal static class Zones
{
    private static readonly FrozenDictionary<string, Region> Regions = new (string Name, string Letters, string Code, string Place)[]
    {
        ("us-east-1", "abcdef", "use1", "US East (N. Virginia)"),
        ("us-east-2", "abc", "use2", "US East (Ohio)"),
        ("us-west-1", "ac", "usw1", "US West (N. California)"),
        ("us-west-2", "abcd", "usw2", "US West (Oregon)"),
        ("af-south-1", "abc", "afs1", "Africa (Cape Town)"),
        ("ap-east-1", "abc", "ape1", "Asia Pacific (Hong Kong)"),
        ("ap-northeast-1", "acd", "apne1", "Asia Pacific (Tokyo)"),
        ("ap-northeast-2", "abcd", "apne2", "Asia Pacific (Seoul)"),
        ("ap-northeast-3", "abc", "apne3", "Asia Pacific (Osaka)"),
        ("ap-south-1", "abc", "aps1", "Asia Pacific (Mumbai)"),
        ("ap-south-2", "abc", "aps2", "Asia Pacific (Hyderabad)"),
        ("ap-southeast-1", "abc", "apse1", "Asia Pacific (Singapore)"),
        ("ap-southeast-2", "abc", "apse2", "Asia Pacific (Sydney)"),
        ("ap-southeast-3", "abc", "apse3", "Asia Pacific (Jakarta)"),
        ("ap-southeast-4", "abc", "apse4", "Asia Pacific (Melbourne)"),
        ("ap-southeast-5", "abc", "apse5", "Asia Pacific (Malaysia)"),
        ("ap-southeast-7", "abc", "apse7", "Asia Pacific (Thailand)"),
        ("ca-central-1", "abd", "cac1", "Canada (Central)"),
        ("ca-west-1", "abc", "caw1", "Canada West (Calgary)"),
        ("eu-central-1", "abc", "euc1", "Europe (Frankfurt)"),
        ("eu-central-2", "abc", "euc2", "Europe (Zurich)"),
        ("eu-north-1", "abc", "eun1", "Europe (Stockholm)"),
        ("eu-south-1", "abc", "eus1", "Europe (Milan)"),
        ("eu-south-2", "abc", "eus2", "Europe (Spain)"),
        ("eu-west-1", "abc", "euw1", "Europe (Ireland)"),
        ("eu-west-2", "abc", "euw2", "Europe (London)"),
        ("eu-west-3", "abc", "euw3", "Europe (Paris)"),
        ("il-central-1", "abc", "ilc1", "Israel (Tel Aviv)"),
        ("me-central-1", "abc", "mec1", "Middle East (UAE)"),
        ("me-south-1", "abc", "mes1", "Middle East (Bahrain)"),
        ("mx-central-1", "abc", "mxc1", "Mexico (Central)"),
        ("sa-east-1", "abc", "sae1", "South America (Sao Paulo)"),
        ("us-gov-east-1", "abc", "usge1", "AWS GovCloud (US-East)"),
        ("us-gov-west-1", "abc", "usgw1", "AWS GovCloud (US-West)"),
        ("cn-north-1", "abd", "cnn1", "China (Beijing)"),
        ("cn-northwest-1", "abc", "cnnw1", "China (Ningxia)"),
    }.ToFrozenDictionary(row => row.Name, row => new Region(row.Letters, row.Code, row.Place), StringComparer.Ordinal);

    /// <summary>Names and ids of a region's zones; <c>null</c> for a region that is not in the table.</summary>
    public static (IReadOnlyList<string> Names, IReadOnlyList<string> Ids)? Of(string region) =>
        Regions.TryGetValue(region, out var found)
            ? ([.. found.Letters.Select(letter => $"{region}{letter}")], [.. Enumerable.Range(1, found.Letters.Length).Select(number => $"{found.Code}-az{number}")])
            : null;

    /// <summary>What AWS calls the region; <c>null</c> for one that is not in the table.</summary>
    public static string? Describe(string region) => Regions.GetValueOrDefault(region)?.Place;

    private sealed record Region(string Letters, string Code, string Place);
}
