using Platform.Components.Data.Postgres.Upkeep;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace Platform.Components.Data.Postgres.Origins;

/// <summary>
/// What RDS is told about the origin of a database, and what must not be said again later. The provider replaces a database whose engine,
/// user, database name, snapshot, key or life-cycle support changes, and takes none of the first three together with a source: so a
/// database that was born as a replica never says them, neither while it follows nor after it was promoted.
/// </summary>
internal static class DatabaseBirth
{
    public static void ApplyTo(InstanceArgs instance, PostgresDatabaseArgs args)
    {
        var origin = args.Origin ?? DatabaseOrigin.New;
        if (origin.IsReplicaBorn)
        {
            if (origin.SourceArn is { } source)
            {
                instance.ReplicateSourceDb = source;
            }

            return;
        }

        instance.Engine = "postgres";
        instance.EngineVersion = $"{args.Version}";      // no minor: the one RDS moves on to would look like a change to take back
        instance.EngineLifecycleSupport = RdsTerms.NoExtendedSupport;
        instance.AllocatedStorage = args.StorageGiB;
        if (origin.SnapshotId is { } snapshot)
        {
            instance.SnapshotIdentifier = snapshot;
        }
        else if (origin.BackupsArn is { } backups)
        {
            instance.RestoreToPointInTime = new InstanceRestoreToPointInTimeArgs
            {
                SourceDbInstanceAutomatedBackupsArn = backups,
                RestoreTime = origin.RestoreTime!,
                UseLatestRestorableTime = origin.RestoreTime is null ? true : (Input<bool>?)null,
            };
        }
        else
        {
            instance.DbName = PostgresDoor.DatabaseName;
        }
    }

    /// <summary>
    /// Stops an update, in the preview already, that would make a promoted database follow again. RDS cannot do that, the provider finds
    /// out only when other resources have moved on, and the data written since the promotion would be what is given up.
    /// </summary>
    public static ResourceHookBinding? Guards(string name, PostgresDatabaseArgs args) => args.Origin?.SourceArn is null ? null : new()
    {
        BeforeUpdate =
        {
            new ResourceHook($"{name}-stays-promoted", (update, _) => Refuse(name, update), new() { OnDryRun = true }),
        },
    };

    internal static Task Refuse(string name, ResourceHookArgs update) =>
        !HasSource(update.OldOutputs ?? update.OldInputs) && HasSource(update.NewInputs)
            ? throw new InvalidOperationException(
                $"PostgresDatabase '{name}' was promoted and holds data of its own; it cannot become a replica again. Raise "
                + "platform:recovery.databases by one: a new replica is made beside it, and this one stays.")
            : Task.CompletedTask;

    private static bool HasSource(IReadOnlyDictionary<string, object?>? values) =>
        values?.GetValueOrDefault("replicateSourceDb") is not (null or "");
}
