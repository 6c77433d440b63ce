using System.Collections.Immutable;
using Pulumi.Aws.Rds;

namespace Platform.Components.Data.Postgres.Origins;

/// <summary>
/// The automated backups of a database, with its log of changes, in another region: it can be restored there to any second, within
/// hours. RDS keeps at most 20 of them in a region.
/// </summary>
public sealed class BackupCopies : ComponentResource
{
    /// <summary>Registers the replication.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public BackupCopies(string name, BackupCopiesArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:BackupCopies", name, args, options)
    {
        Arn = new InstanceAutomatedBackupsReplication(name, new()
        {
            SourceDbInstanceArn = args.SourceArn,
            KmsKeyId = args.KeyArn,
            RetentionPeriod = this.InRange("retentionDays", args.RetentionDays, min: 1, max: 35),
            Region = args.Region,
        }, CustomResourceOptions.Merge(new() { Parent = this }, Stateful.Options(isProtected: true))).Id;
        About = this.Declare(ServiceTier.Database, options, new Dictionary<string, object>
        {
            ["recoveryPointMinutes"] = ServiceTargets.RecoveryPointMinutes,
        });
        RegisterOutputs();
    }

    /// <summary>ARN of the copies, to restore from.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}

/// <summary>What a caller may choose; <see cref="BackupCopies"/> decides the rest.</summary>
public sealed class BackupCopiesArgs : ResourceArgs
{
    /// <summary>Database, by ARN; it must have backups of its own.</summary>
    [Input("sourceArn", required: true)] public required Input<string> SourceArn { get; init; }

    /// <summary>Region of the copies.</summary>
    [Input("region", required: true)] public required string Region { get; init; }

    /// <summary>Key of that region that encrypts them.</summary>
    [Input("keyArn", required: true)] public required Input<string> KeyArn { get; init; }

    /// <summary>Days they are kept, 1 to 35.</summary>
    [Input("retentionDays", required: true)] public required int RetentionDays { get; init; }
}
