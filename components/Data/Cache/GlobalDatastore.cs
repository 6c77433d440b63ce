using Pulumi.Aws.ElastiCache;

namespace Platform.Components.Data.Cache;

/// <summary>What ties caches of several regions together.</summary>
internal static class GlobalDatastore
{
    // Source: ElastiCache user guide, Global Datastore prerequisites and limitations; auto scaling names the same families.
    public static readonly string[] Families = ["c7gn", "m5", "m6g", "m7g", "r5", "r6g", "r6gd", "r7g"];
    private static readonly string[] TooSmall = ["micro", "small", "medium"];

    /// <summary>Why nodes of a type cannot be replicated to other regions; null when they can.</summary>
    public static string? Problem(string nodeType) => nodeType.Split('.') is not [_, var family, var size]
        || !Families.Contains(family)
        || TooSmall.Contains(size)
            ? $"nodeType is '{nodeType}', but ElastiCache replicates to other regions from nodes of size large or more of the families "
              + $"{string.Join(", ", Families)} only. Choose one such as cache.r7g.large, or leave the other region without a cache."
            : null;

    /// <summary>
    /// Registers the datastore with a cache as its first member. Which member takes writes is settled by the failover itself, an API call
    /// of ElastiCache: the provider would answer a change of the primary by making another datastore, so none is ever asked for.
    /// </summary>
    public static Output<string> Register(string name, ReplicationGroup first, CustomResourceOptions options) => new GlobalReplicationGroup(name, new()
    {
        GlobalReplicationGroupIdSuffix = Naming.AwsName.Of(name, Naming.NameRule.ReplicationGroup),
        GlobalReplicationGroupDescription = "Cache in several regions",
        PrimaryReplicationGroupId = first.Id,
    }, CustomResourceOptions.Merge(options, new() { IgnoreChanges = { "primaryReplicationGroupId" } })).GlobalReplicationGroupId;
}
