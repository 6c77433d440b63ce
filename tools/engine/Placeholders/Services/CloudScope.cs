using System.Collections.Immutable;

namespace Platform.Engine.Placeholders.Services;

/// <summary>Where the resources of one provider live: what their ARNs and host names are made of.</summary>
/// <param name="Region">The region; <c>null</c> if the provider's is not known yet.</param>
/// <param name="Account">The account's number.</param>
/// <param name="RegionIsAssumed">Whether nobody configured the region.</param>
/// <param name="AccountIsAssumed">Whether nobody configured the account.</param>
/// <param name="DefaultTags">Tags the provider adds to every resource; <c>null</c> if they are not known.</param>
internal sealed record CloudScope(
    string? Region, string Account, bool RegionIsAssumed, bool AccountIsAssumed, ImmutableSortedDictionary<string, string>? DefaultTags)
{
    /// <summary>Taken where no region is configured; the real provider would refuse.</summary>
    public const string AssumedRegion = "us-east-1";

    /// <summary>Taken where no account is configured; no account has this number.</summary>
    public const string AssumedAccount = "000000000000";

    /// <summary>The partition of the region, as the first part of an ARN.</summary>
    public string? Partition => Region is null ? null : PartitionOf(Region).Name;

    /// <summary>The end of the host names of services.</summary>
    public string? DnsSuffix => Region is null ? null : PartitionOf(Region).DnsSuffix;

    /// <summary>Partition and DNS suffix of a region (AWS SDK <c>partitions.json</c>, 2026-08).</summary>
    public static (string Name, string DnsSuffix) PartitionOf(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => ("aws-cn", "amazonaws.com.cn"),
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => ("aws-us-gov", "amazonaws.com"),
        _ when region.StartsWith("us-isob-", StringComparison.Ordinal) => ("aws-iso-b", "sc2s.sgov.gov"),
        _ when region.StartsWith("us-isof-", StringComparison.Ordinal) => ("aws-iso-f", "csp.hci.ic.gov"),
        _ when region.StartsWith("eu-isoe-", StringComparison.Ordinal) => ("aws-iso-e", "cloud.adc-e.uk"),
        _ when region.StartsWith("us-iso-", StringComparison.Ordinal) => ("aws-iso", "c2s.ic.gov"),
        _ when region.StartsWith("eusc-", StringComparison.Ordinal) => ("aws-eusc", "amazonaws.eu"),
        _ => ("aws", "amazonaws.com"),
    };
}
