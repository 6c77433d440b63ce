namespace Platform.Components.Recovery;

/// <summary>How much of an environment waits in a second region; each has what the ones before it have.</summary>
public enum RecoveryStrategy
{
    /// <summary>Copies only: keys, backups, secrets, images. A region is built and the data restored after the disaster, in hours.</summary>
    BackupRestore,

    /// <summary>The data too: network, a following database, replicated buckets. The application is started after the disaster.</summary>
    PilotLight,

    /// <summary>The application too, at its smallest, with a warm cache: it is promoted and grown, in minutes.</summary>
    WarmStandby,

    /// <summary>
    /// The application at full size: reads are answered there at any time. Writes still go to one region, as a Postgres has one writer.
    /// </summary>
    ActiveActive,
}
