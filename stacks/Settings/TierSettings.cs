using Platform.Components.Data.Cache;
using Platform.Components.Network.Gateways;

namespace Platform.Stacks.Settings;

/// <summary>The name users type, and the zone that answers for it.</summary>
/// <param name="Name">Fully qualified, lower case, no final dot.</param>
/// <param name="Zone">Domain of the zone, which is the name itself or ends it.</param>
/// <param name="HostedZoneId">Route 53 zone that is there already; null: the environment makes its own.</param>
public sealed record DomainSettings(string Name, string Zone, string? HostedZoneId);

/// <summary>Addresses and zones.</summary>
/// <param name="Cidr">A private /16.</param>
/// <param name="Zones">Zone names.</param>
/// <param name="Nat">How private subnets reach the internet.</param>
/// <param name="NatImageId">Image of a NAT instance, by id; null for every other way.</param>
public sealed record NetworkSettings(string Cidr, IReadOnlyList<string> Zones, NatMode Nat, string? NatImageId);

/// <summary>Who may reach the load balancer of an environment without a CDN.</summary>
/// <param name="AllowFrom">CIDR blocks, never the whole internet.</param>
public sealed record EntrySettings(IReadOnlyList<string> AllowFrom);

/// <summary>The database.</summary>
/// <param name="Version">Major version of Postgres.</param>
/// <param name="InstanceClass">Such as <c>db.t4g.micro</c>.</param>
/// <param name="StorageGiB">Storage at the start.</param>
/// <param name="MaxStorageGiB">Storage it may grow to by itself.</param>
/// <param name="AppUser">User of the database that the application is, by IAM; null: the master user, by its secret.</param>
public sealed record DatabaseSettings(int Version, string InstanceClass, int StorageGiB, int MaxStorageGiB, string? AppUser = null);

/// <summary>The cache.</summary>
/// <param name="Version">Valkey version, major and minor.</param>
/// <param name="NodeType">Such as <c>cache.t4g.micro</c>; null: it is serverless.</param>
/// <param name="Shards">Shards among which keys are spread; null: none.</param>
/// <param name="Serverless">Limits of a serverless cache; null: it stands on nodes.</param>
public sealed record CacheSettings(string Version, string? NodeType, int? Shards = null, ServerlessLimits? Serverless = null);

/// <summary>Where backups go besides the vaults of the environment.</summary>
/// <param name="CopyTo">Vaults of other accounts, by ARN, in the home region.</param>
public sealed record BackupSettings(IReadOnlyList<string> CopyTo)
{
    /// <summary>Nowhere.</summary>
    public static BackupSettings None { get; } = new([]);

    /// <summary>The accounts of those vaults.</summary>
    public IReadOnlyList<string> Accounts => [.. CopyTo.Select(vault => vault.Split(':')[4]).Distinct(StringComparer.Ordinal)];

    /// <summary>The account of a vault; null when the text is no ARN of a vault in the region.</summary>
    /// <param name="vault">Its ARN.</param>
    /// <param name="region">The region.</param>
    public static string? AccountOf(string vault, string region) =>
        vault.Split(':') is ["arn", _, "backup", var there, { Length: 12 } account, "backup-vault", { Length: > 0 }] && there == region && account.All(char.IsAsciiDigit)
            ? account
            : null;
}
