namespace Platform.Components.Baseline;

/// <summary>What a caller may choose; <see cref="SecurityBaseline"/> decides the rest.</summary>
public sealed class SecurityBaselineArgs : ResourceArgs
{
    /// <summary>Region of the environment. Global records, the trail and the list of findings are kept there.</summary>
    [Input("region", required: true)] public required string Region { get; init; }

    /// <summary>Other regions something runs in, watched like the first. Default: none.</summary>
    [Input("moreRegions")] public IReadOnlyList<string> MoreRegions { get; init; } = [];

    /// <summary>
    /// Whether everything is watched as closely as AWS can: reads and writes of data in the trail, settings recorded when they change and
    /// not once a day, and permissions nobody used for 90 days. Billed by the event. Default: false.
    /// </summary>
    [Input("closely")] public bool Closely { get; init; }

    /// <summary>Days until a request to delete the key of the records is carried out, 7 to 30. Default: 30.</summary>
    [Input("keyDeletionWindowDays")] public int? KeyDeletionWindowDays { get; init; }

    /// <summary>Days the trail is kept at hand for alarms and queries; a period of <see cref="Observability.LogRetention"/>. Default: 365.</summary>
    [Input("trailLogDays")] public int? TrailLogDays { get; init; }

    /// <summary>Whether the records may be deleted with the stack. Default: false.</summary>
    [Input("destroyWithContent")] public bool DestroyWithContent { get; init; }

    /// <summary>Who called which API (CloudTrail); adopted by the name of the log group it writes to. Default: created.</summary>
    [Input("trail")] public AccountPiece Trail { get; init; } = AccountPiece.Create;

    /// <summary>How every resource was set, and when that changed (Config). Default: created.</summary>
    [Input("recorder")] public AccountPiece Recorder { get; init; } = AccountPiece.Create;

    /// <summary>Signs of an attack (GuardDuty). Default: created.</summary>
    [Input("detector")] public AccountPiece Detector { get; init; } = AccountPiece.Create;

    /// <summary>All findings in one list, held against standards (Security Hub). Default: created.</summary>
    [Input("hub")] public AccountPiece Hub { get; init; } = AccountPiece.Create;

    /// <summary>Known holes in machines, images and functions (Inspector), and of how the registry scans images. Default: created.</summary>
    [Input("scanner")] public AccountPiece Scanner { get; init; } = AccountPiece.Create;

    /// <summary>What is open to others (IAM Access Analyzer). Default: created.</summary>
    [Input("accessAnalyzer")] public AccountPiece AccessAnalyzer { get; init; } = AccountPiece.Create;

    /// <summary>
    /// Safe settings for whatever nobody sets otherwise: passwords, disks, buckets, snapshots, images, instance metadata, serial consoles
    /// and the VPC an account comes with. Default: created.
    /// </summary>
    [Input("defaults")] public AccountPiece Defaults { get; init; } = AccountPiece.Create;

    /// <summary>
    /// What AWS Backup may back up in the account: machines, disks, file systems, tables, databases and buckets. Without it, backups are
    /// skipped without a word. Default: created.
    /// </summary>
    [Input("backupTypes")] public AccountPiece BackupTypes { get; init; } = AccountPiece.Create;

    /// <summary>
    /// A log of every shell that Session Manager opens, and its encryption; adopted by the name of the log group. Default: created.
    /// </summary>
    [Input("sessions")] public AccountPiece Sessions { get; init; } = AccountPiece.Create;
}
