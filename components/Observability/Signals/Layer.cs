namespace Platform.Components.Observability.Signals;

/// <summary>
/// Where a signal stands in the chain of causes. What stands lower explains what stands higher, so one page goes out for both; what
/// users feel is never silenced.
/// </summary>
public enum Layer
{
    /// <summary>What users feel: failed or slow requests, a page that does not load.</summary>
    Users,

    /// <summary>CDN, its firewall and DNS, which AWS measures in a region of its own.</summary>
    Edge,

    /// <summary>Load balancer and its firewall.</summary>
    Entry,

    /// <summary>What runs the application.</summary>
    App,

    /// <summary>The cache.</summary>
    Cache,

    /// <summary>The database.</summary>
    Database,

    /// <summary>The way in and out of the network.</summary>
    Network,

    /// <summary>Whether data would survive a loss today: replicas, backups, storage. Users do not feel it, so nothing silences it.</summary>
    Durability,

    /// <summary>Whether somebody does what nobody should. Nothing silences it.</summary>
    Security,
}
