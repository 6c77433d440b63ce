namespace Platform.Components;

/// <summary>What the platform promises its users. Source: the service targets of the platform charter.</summary>
public static class ServiceTargets
{
    /// <summary>Share of requests answered, per cent of a month.</summary>
    public const double AvailabilityPercent = 99.9;

    /// <summary>Longest time without service after a disaster, minutes.</summary>
    public const int RecoveryTimeMinutes = 120;

    /// <summary>Longest span of data lost in a disaster, minutes.</summary>
    public const int RecoveryPointMinutes = 15;

    /// <summary>Share of normal capacity available during recovery, per cent.</summary>
    public const int RecoveryCapacityPercent = 80;

    /// <summary>95th percentile of an API answer, milliseconds.</summary>
    public const int ApiP95Milliseconds = 200;

    /// <summary>Mean time a server works on a request, milliseconds.</summary>
    public const int ServerMeanMilliseconds = 50;

    /// <summary>Mean time of a database query, milliseconds.</summary>
    public const int QueryMeanMilliseconds = 100;

    /// <summary>Share of requests that may fail, per cent.</summary>
    public const double ErrorPercent = 0.1;

    /// <summary>Share of look-ups the cache answers, per cent.</summary>
    public const int CacheHitPercent = 85;

    /// <summary>How many times today's load the platform scales to.</summary>
    public const int ScaleFactor = 10;
}
