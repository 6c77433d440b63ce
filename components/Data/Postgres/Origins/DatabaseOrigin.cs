namespace Platform.Components.Data.Postgres.Origins;

/// <summary>
/// Where the data of a database came from when it was made. It is part of what the database is: AWS can make a copy independent, and
/// nothing else about its birth can change without making another database.
/// </summary>
public sealed class DatabaseOrigin
{
    private DatabaseOrigin()
    {
    }

    /// <summary>Empty at first.</summary>
    public static DatabaseOrigin New { get; } = new();

    /// <summary>Whether it was born as a replica: engine, version, storage, user and password came with the data, and are never said again.</summary>
    public bool IsReplicaBorn { get; private init; }

    /// <summary>ARN of the database it follows; null when it follows none, or no longer.</summary>
    public Input<string>? SourceArn { get; private init; }

    /// <summary>Copy, in its own region, of the secret that holds user and password of the database it was born from.</summary>
    public Input<string>? SecretArn { get; private init; }

    /// <summary>Snapshot it was restored from.</summary>
    public string? SnapshotId { get; private init; }

    /// <summary>Automated backups it was restored from.</summary>
    public Input<string>? BackupsArn { get; private init; }

    /// <summary>Moment it was restored to; null: the latest there was.</summary>
    public string? RestoreTime { get; private init; }

    internal bool IsRestored => SnapshotId is not null || BackupsArn is not null;

    /// <summary>A replica of a database in another region; it can be read, and is seconds behind.</summary>
    /// <param name="sourceArn">ARN of the database it follows.</param>
    /// <param name="secretArn">Copy, in the replica's region, of the secret that holds user and password.</param>
    public static DatabaseOrigin Replica(Input<string> sourceArn, Input<string> secretArn) =>
        new() { IsReplicaBorn = true, SourceArn = sourceArn, SecretArn = secretArn };

    /// <summary>
    /// A replica that became independent. AWS never makes a replica of it again: to follow another database, make a new one.
    /// </summary>
    /// <param name="secretArn">Copy, in its region, of the secret that holds user and password.</param>
    public static DatabaseOrigin Promoted(Input<string> secretArn) => new() { IsReplicaBorn = true, SecretArn = secretArn };

    /// <summary>Restored from a snapshot. Leave it in the settings for good: without it, another database would be made.</summary>
    /// <param name="snapshotId">Name or ARN of the snapshot.</param>
    public static DatabaseOrigin Snapshot(string snapshotId) => new() { SnapshotId = snapshotId };

    /// <summary>Restored to a moment, to the second. Leave it in the settings for good: without it, another database would be made.</summary>
    /// <param name="backupsArn">ARN of the automated backups, which may be copies of another region's.</param>
    /// <param name="time">Moment, UTC, such as <c>2026-11-21T04:30:00Z</c>. Default: the latest that can be restored.</param>
    public static DatabaseOrigin PointInTime(Input<string> backupsArn, string? time = null) =>
        new() { BackupsArn = backupsArn, RestoreTime = time };
}
