using Platform.Components.Network;

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
/// <param name="NodeType">Such as <c>cache.t4g.micro</c>.</param>
public sealed record CacheSettings(string Version, string NodeType);
