using Platform.Components.Data.Postgres.Origins;
using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Recovery;
using Platform.Components.Security;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts;

/// <summary>
/// Every database of an environment with two regions, the retired ones too: a failover changes what follows what, and never which
/// databases there are.
/// </summary>
internal sealed class DatabaseChain
{
    private readonly Dictionary<int, PostgresDatabase> _databases = [];

    /// <summary>Registers the databases.</summary>
    /// <param name="home">Site of the home region.</param>
    /// <param name="second">Site of the second region; null while it holds copies only.</param>
    /// <param name="settings">Size and version.</param>
    /// <param name="mostCopies">Copies of the application that may connect, outside of a release.</param>
    /// <param name="recovery">Regions and how many databases there were.</param>
    /// <param name="copies">Keys, by region, of the copies of the secret.</param>
    /// <param name="backupDays">Days back to which each can be restored.</param>
    public DatabaseChain(
        Site home, Site? second, DatabaseSettings settings, int mostCopies, RecoverySettings recovery, IReadOnlyDictionary<string, Input<string>> copies, int backupDays)
    {
        Lineage = new DatabaseLineage(recovery.Regions, recovery.Databases);
        foreach (var generation in Lineage.Generations)
        {
            var site = generation.Region == recovery.Regions.Home ? home : second;
            var isRestored = recovery.Strategy == RecoveryStrategy.BackupRestore;
            if (site is null || (isRestored && generation.Role == DatabaseRole.Replica))
            {
                continue;       // its region holds copies only, until the day they are restored
            }

            _databases[generation.Number] = site.Database(
                settings, backupDays, DatabaseLevel.Critical, generation.Name,
                generation.Number == 1 ? null : isRestored ? Restored(recovery) : Followed(generation, recovery),
                generation.Number == 1 ? copies : null,
                mostCopies,
                generation.Number == 1 && !isRestored ? [.. Lineage.Generations.Skip(1).Select(born => new DatabasePlace(born.Name, born.Region))] : []);
            if (generation.Number == 1 && isRestored)
            {
                CopyBackups(home, recovery, copies[recovery.Regions.Second], backupDays);
            }
        }
    }

    /// <summary>Who followed whom.</summary>
    public DatabaseLineage Lineage { get; }

    /// <summary>The newest database of each region that has one.</summary>
    public IReadOnlyDictionary<string, PostgresDatabase> ByRegion => Lineage.Generations
        .Where(generation => _databases.ContainsKey(generation.Number))
        .GroupBy(generation => generation.Region)
        .ToDictionary(region => region.Key, region => _databases[region.Last().Number]);

    /// <summary>ARN of the copies of the first database's backups; null when there are none.</summary>
    private Output<string>? CopiedBackups { get; set; }

    private DatabaseOrigin Followed(DatabaseGeneration generation, RecoverySettings recovery)
    {
        var secret = _databases[1].SecretArn;
        var there = generation.Region == recovery.Regions.Home ? secret : SecretCopies.ArnIn(secret, generation.Region);
        return generation.Role == DatabaseRole.Replica
            ? DatabaseOrigin.Replica(_databases[generation.Number - 1].Arn, there)
            : DatabaseOrigin.Promoted(there);
    }

    private DatabaseOrigin Restored(RecoverySettings recovery) => DatabaseOrigin.PointInTime(
        CopiedBackups ?? throw new InvalidOperationException($"No backups were ever copied to {recovery.Regions.Second}."));

    private void CopyBackups(Site home, RecoverySettings recovery, Input<string> key, int days) =>
        CopiedBackups = new BackupCopies("database", new()
        {
            SourceArn = _databases[1].Arn,
            Region = recovery.Regions.Second,
            KeyArn = key,
            RetentionDays = days,
        }, home.Here).Arn;
}
