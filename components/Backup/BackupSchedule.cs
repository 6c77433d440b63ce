using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Backup;
using Pulumi.Aws.Iam;

namespace Platform.Components.Backup;

/// <summary>
/// Copies what holds data into a vault, by day, week and month, and onward to the vault of another region or account; and restores the
/// latest of them every week, since a backup nobody ever restored is a hope.
/// </summary>
/// <remarks>
/// Databases of RDS keep their own log of changes, restorable to the second for 35 days; AWS Backup would fight with them over the window
/// and the days of it, so it takes snapshots only. Buckets have no such log: for them it keeps one. What AWS Backup may back up at all is a
/// setting of the account and region; <see cref="Baseline.SecurityBaseline"/> makes it, and a type without it is skipped without a word.
/// </remarks>
public sealed class BackupSchedule : ComponentResource, IObserved
{
    private static readonly string[] Policies =
    [
        "service-role/AWSBackupServiceRolePolicyForBackup", "service-role/AWSBackupServiceRolePolicyForRestores",
        "AWSBackupServiceRolePolicyForS3Backup", "AWSBackupServiceRolePolicyForS3Restore",
    ];

    /// <summary>Registers the plans, their role and the restore tests.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">A retention cannot be.</exception>
    public BackupSchedule(string name, BackupScheduleArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:BackupSchedule", name, args, options)
    {
        this.Require(BackupTier.Problems(args));
        var child = new CustomResourceOptions { Parent = this };
        var account = CallerAccount.Of(this);
        var role = Role(name, account, child);

        Plan("snapshots", args.DatabaseArns.Concat(args.ClusterArns).ToDictionary(entry => entry.Key, entry => entry.Value), BackupTier.Snapshots(args));
        Plan("continuous", args.BucketArns, [BackupTier.Continuous(args)]);
        // The log stays while tests pause, as they do in a region that only waits: what the last ones told is not lost.
        var log = new LogStream($"{name}-validation", new() { KeyArn = args.LogKeyArn, RetentionDays = args.LogRetentionDays }, new ComponentResourceOptions { Parent = this });
        var (test, function) = args.RestoreTests ?? true ? RestoreTest.Register(name, args, role, log, account, child) : default;
        Signals = BackupSignals.Of(args.Vault.VaultName, [.. args.CopyTo.OrderBy(copy => copy.Key, StringComparer.Ordinal).Select(copy => copy.Value)], test, function);
        About = this.Declare(ServiceTier.Storage, options, new Dictionary<string, object>
        {
            ["recoveryTimeMinutes"] = ServiceTargets.RecoveryTimeMinutes,
        }, signals: Signals);
        RegisterOutputs();

        void Plan(string key, IReadOnlyDictionary<string, Input<string>> resources, IReadOnlyList<Pulumi.Aws.Backup.Inputs.PlanRuleArgs> rules)
        {
            if (resources.Count == 0)
            {
                return;
            }

            var plan = new Plan($"{name}-{key}", new() { Name = Naming.AwsName.Of($"{name}-{key}", new Naming.NameRule(50)), Rules = rules.ToArray() }, child);
            new Selection($"{name}-{key}", new()
            {
                Name = Naming.AwsName.Of($"{name}-{key}", new Naming.NameRule(50)),
                PlanId = plan.Id,
                IamRoleArn = role,
                Resources = resources.OrderBy(resource => resource.Key, StringComparer.Ordinal).Select(resource => resource.Value).ToArray(),
            }, child);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private static Output<string> Role(string name, CallerAccount account, CustomResourceOptions child)
    {
        var role = new ServiceRole(name, "backup.amazonaws.com", "Backs up and restores", account, child);
        var rights = Policies.Select(policy => new RolePolicyAttachment($"{name}-{policy.Split('/')[^1]["AWSBackupServiceRolePolicyFor".Length..].ToLowerInvariant()}", new()
        {
            Role = role.Name,
            PolicyArn = Output.Format($"arn:{account.Partition}:iam::aws:policy/{policy}"),
        }, child).Id).ToList();
        return Output.Tuple(role.Arn, Output.All(rights.Select(right => (Input<string>)right))).Apply(both => both.Item1);
    }
}
