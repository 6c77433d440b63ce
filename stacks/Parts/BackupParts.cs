using Platform.Components.Backup;
using Platform.Components.Data.Aurora;
using Platform.Components.Data.Postgres;
using Platform.Components.Security;
using Platform.Components.Storage;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts;

/// <summary>A vault and the key of what is in it.</summary>
internal sealed record VaultAndKey(BackupVault Vault, EncryptionKey Key);

/// <summary>Backups that outlive what they are backups of.</summary>
internal static class BackupParts
{
    /// <summary>Registers a vault under a key of its own.</summary>
    /// <param name="prefix">What the names of its region begin with.</param>
    /// <param name="days">Days between a request to delete the key and its end.</param>
    /// <param name="here">Where it stands.</param>
    /// <param name="primary">Vault of another region whose key lends its material; null: none does.</param>
    /// <param name="isShared">Whether another region shares the material of its key.</param>
    /// <param name="accounts">Other accounts that copy from it. Default: none.</param>
    public static VaultAndKey Vault(
        string prefix, int days, ComponentResourceOptions here, VaultAndKey? primary = null, bool isShared = false, IReadOnlyList<string>? accounts = null)
    {
        var args = new EncryptionKeyArgs { Purpose = "backups", DeletionWindowDays = days, MultiRegion = isShared ? true : null, Accounts = accounts ?? [] };
        var key = new EncryptionKey($"{prefix}keys-backup", primary is null ? args : new() { Purpose = "backups", DeletionWindowDays = days, ReplicaOf = primary.Key.Arn }, here);
        return new(new BackupVault($"{prefix}backups", new() { KeyArn = key.Arn }, here), key);
    }

    private static Dictionary<string, Input<string>> Arns(IPostgres database, bool ofClusters) =>
        database is AuroraDatabase == ofClusters ? new() { ["database"] = database.Arn } : [];

    private static Dictionary<string, Input<string>> Copies(VaultAndKey? otherRegion, BackupSettings? others)
    {
        var copies = (others?.CopyTo ?? []).ToDictionary(vault => vault, vault => (Input<string>)vault);
        if (otherRegion is not null)
        {
            copies["other-region"] = otherRegion.Vault.Arn;
        }

        return copies;
    }

    extension(Site site)
    {
        /// <summary>Backs up a database and a bucket into a vault, by day, week and month, and from there to another region and other accounts.</summary>
        public void BackUp(VaultAndKey into, IPostgres database, PrivateBucket assets, VaultAndKey? copyTo = null, BackupSettings? others = null) => new BackupSchedule(site.Name("backups"), new()
        {
            Vault = into.Vault,
            LogKeyArn = site.Keys.Logs,
            LogRetentionDays = site.LogDays,
            DatabaseArns = Arns(database, ofClusters: false),
            ClusterArns = Arns(database, ofClusters: true),
            BucketArns = new Dictionary<string, Input<string>> { ["assets"] = assets.Arn },
            CopyTo = Copies(copyTo, others),
        }, site.Here);

        /// <summary>Keeps a week of backups of what only waits, until it serves.</summary>
        public void BackUpStandby(VaultAndKey into, IPostgres database) => new BackupSchedule(site.Name("backups"), new()
        {
            Vault = into.Vault,
            LogKeyArn = site.Keys.Logs,
            LogRetentionDays = site.LogDays,
            DatabaseArns = Arns(database, ofClusters: false),
            ClusterArns = Arns(database, ofClusters: true),
            DailyDays = 7,
            WeeklyDays = 0,
            MonthlyDays = 0,
            RestoreTests = false,
        }, site.Here);
    }
}
