using System.Collections.Immutable;
using Platform.Components.Naming;
using Pulumi.Aws.Backup;

namespace Platform.Components.Backup;

/// <summary>
/// A place for backups under a key of its own, from which nobody deletes before the time: not even whoever may delete the originals.
/// </summary>
public sealed class BackupVault : ComponentResource
{
    // What AWS Backup takes. Source: AWS Backup developer guide, vault lock.
    private const int LongestDays = 36_500;
    private const int ShortestGraceDays = 3;

    /// <summary>Registers the vault and its lock.</summary>
    /// <param name="name">Logical name; the vault's own name ends in it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">The lock cannot be.</exception>
    public BackupVault(string name, BackupVaultArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:BackupVault", name, args, options)
    {
        var min = this.InRange("minDays", args.MinDays ?? 7, min: 1, max: LongestDays);
        var max = this.InRange("maxDays", args.MaxDays ?? 400, min: min, max: LongestDays);
        this.Require(
            args.IrreversibleAfterDays is null or >= ShortestGraceDays,
            $"irreversibleAfterDays is {args.IrreversibleAfterDays}, but AWS leaves {ShortestGraceDays} days at least to think better of it. After them "
            + "nobody, the root of the account and AWS included, can shorten the lock or delete the vault. Leave it out for a lock that administrators can lift.");
        var child = new CustomResourceOptions { Parent = this };

        var vault = new Vault(name, new() { Name = AwsName.Of(name, new NameRule(50)), KmsKeyArn = args.KeyArn }, CustomResourceOptions.Merge(child, Stateful.Options(args.Protected)));
        new VaultLockConfiguration(name, new()
        {
            BackupVaultName = vault.Name,
            MinRetentionDays = min,
            MaxRetentionDays = max,
            ChangeableForDays = args.IrreversibleAfterDays is { } days ? days : (Input<int>?)null,
        }, child);

        (VaultName, Arn) = (vault.Name, vault.Arn);
        About = this.Declare(ServiceTier.Storage, options);
        RegisterOutputs();
    }

    /// <summary>Its name.</summary>
    [Output("vaultName")] public Output<string> VaultName { get; private set; }

    /// <summary>ARN to copy to.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}

/// <summary>What a caller may choose; <see cref="BackupVault"/> decides the rest.</summary>
public sealed class BackupVaultArgs : ResourceArgs
{
    /// <summary>Key that encrypts the backups.</summary>
    [Input("keyArn", required: true)] public required Input<string> KeyArn { get; init; }

    /// <summary>Days a backup is kept at least. Default: 7.</summary>
    [Input("minDays")] public int? MinDays { get; init; }

    /// <summary>Days a backup is kept at most. Default: 400.</summary>
    [Input("maxDays")] public int? MaxDays { get; init; }

    /// <summary>
    /// Days, 3 or more, after which the lock cannot be lifted by anybody, ever (compliance mode). IRREVERSIBLE: the vault and what is in it are paid for
    /// until the last backup is due. Default: never; administrators with the right to can lift the lock (governance mode).
    /// </summary>
    [Input("irreversibleAfterDays")] public int? IrreversibleAfterDays { get; init; }

    /// <summary>Whether it stays when it is taken out of the program. Default: true.</summary>
    [Input("protected")] public bool? Protected { get; init; }
}
