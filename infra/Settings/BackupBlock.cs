using Platform.Stacks.Settings;

namespace Platform.Infra.Settings;

/// <summary>The block of settings that says where else backups go.</summary>
internal static class BackupBlock
{
    public static BackupSettings Read(Section? section, AccountSettings account)
    {
        if (section is null)
        {
            return BackupSettings.None;
        }

        // RDS copies to another region or to another account, and not to both at once.
        var vaults = section.Texts(
            "copyTo",
            $"the ARN of a vault in {account.Region} of another account, such as arn:aws:backup:{account.Region}:123456789012:backup-vault:NAME",
            text => BackupSettings.AccountOf(text, account.Region) is { } other && !account.AllowedAccountIds.Contains(other));
        return new BackupSettings(vaults);
    }
}
