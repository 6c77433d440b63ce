using Platform.Components.Network;
using Platform.Components.Scheduling;

namespace Platform.Stacks;

/// <summary>What may differ between environments: the typed form of <c>Pulumi.&lt;stack&gt;.yaml</c>. It holds no secret.</summary>
/// <param name="Account">Where the environment runs.</param>
/// <param name="Ownership">Who answers for it and pays for it.</param>
/// <param name="Domain">The name users type.</param>
/// <param name="Network">Its addresses and zones.</param>
/// <param name="Entry">Who may reach it.</param>
/// <param name="App">The application.</param>
/// <param name="Database">The database.</param>
/// <param name="Cache">The cache.</param>
/// <param name="WorkingHours">When it runs; null: always.</param>
public sealed record PlatformSettings(
    AccountSettings Account,
    OwnershipSettings Ownership,
    DomainSettings Domain,
    NetworkSettings Network,
    EntrySettings Entry,
    AppSettings App,
    DatabaseSettings Database,
    CacheSettings Cache,
    WorkingHours? WorkingHours);

/// <summary>Where an environment runs.</summary>
/// <param name="Region">Region code, one of <see cref="Zones.Regions"/>.</param>
/// <param name="AllowedAccountIds">The only accounts a deployment may touch; empty: whichever the credentials belong to.</param>
public sealed record AccountSettings(string Region, IReadOnlyList<string> AllowedAccountIds);

/// <summary>The tags every resource carries.</summary>
/// <param name="Owner">Team to call.</param>
/// <param name="CostCentre">Who pays.</param>
/// <param name="DataClass">The most sensitive data the environment may hold.</param>
public sealed record OwnershipSettings(string Owner, string CostCentre, DataClass DataClass)
{
    /// <summary>The tags of an environment.</summary>
    /// <param name="environment">Its name.</param>
    public IReadOnlyDictionary<string, string> TagsOf(string environment) => new Dictionary<string, string>
    {
        ["owner"] = Owner,
        ["environment"] = environment,
        ["cost-centre"] = CostCentre,
        ["data-class"] = DataClass.ToString().ToLowerInvariant(),
        ["managed-by"] = "pulumi",
    };
}

/// <summary>How sensitive data is.</summary>
public enum DataClass
{
    /// <summary>Anybody may read it.</summary>
    Public,

    /// <summary>Everybody in the company may read it.</summary>
    Internal,

    /// <summary>Only those who need it may read it.</summary>
    Confidential,

    /// <summary>Law or contract says who may read it.</summary>
    Restricted,
}

/// <summary>The name users type, and the zone that answers for it.</summary>
/// <param name="Name">Fully qualified, lower case, no final dot.</param>
/// <param name="HostedZoneId">Route 53 zone in which certificate proofs and the name itself are published.</param>
public sealed record DomainSettings(string Name, string HostedZoneId);

/// <summary>Addresses and zones.</summary>
/// <param name="Cidr">A private /16.</param>
/// <param name="Zones">Zone names.</param>
/// <param name="Nat">How private subnets reach the internet.</param>
public sealed record NetworkSettings(string Cidr, IReadOnlyList<string> Zones, NatMode Nat);

/// <summary>Who may reach the load balancer.</summary>
/// <param name="AllowFrom">CIDR blocks, never the whole internet.</param>
public sealed record EntrySettings(IReadOnlyList<string> AllowFrom);

/// <summary>The application.</summary>
/// <param name="Image">Reference by digest.</param>
/// <param name="Cpu">Fargate CPU units.</param>
/// <param name="Memory">MiB.</param>
/// <param name="MinTasks">Tasks that always run, within working hours.</param>
/// <param name="MaxTasks">Tasks that may run.</param>
public sealed record AppSettings(string Image, int Cpu, int Memory, int MinTasks, int MaxTasks);

/// <summary>The database.</summary>
/// <param name="Version">Major version of Postgres.</param>
/// <param name="InstanceClass">Such as <c>db.t4g.micro</c>.</param>
/// <param name="StorageGiB">Storage at the start.</param>
/// <param name="MaxStorageGiB">Storage it may grow to by itself.</param>
public sealed record DatabaseSettings(int Version, string InstanceClass, int StorageGiB, int MaxStorageGiB);

/// <summary>The cache.</summary>
/// <param name="Version">Valkey version, major and minor.</param>
/// <param name="NodeType">Such as <c>cache.t4g.micro</c>.</param>
public sealed record CacheSettings(string Version, string NodeType);
