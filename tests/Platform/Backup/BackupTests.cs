using Platform.Components.Backup;
using Platform.Components.Observability.Signals;

namespace Platform.Tests.Backup;

public class BackupTests
{
    [Fact]
    public async Task Keeps_days_weeks_and_months_and_copies_each_to_another_region_and_account()
    {
        var plan = (await Sandbox.Run(() => Schedule(copies: new() { ["region"] = "arn:vault/region", ["account"] = "arn:vault/account" }))).Named("Plan", "backups-snapshots");

        Assert.Equal(
            ["daily 35", "weekly 90", "monthly 365"],
            Enumerable.Range(0, 3).Select(rule => $"{plan[$"rules.{rule}.ruleName"]} {plan[$"rules.{rule}.lifecycle.deleteAfter"]}"));
        Assert.Equal((60.0, 180.0), (plan["rules.0.startWindow"], plan["rules.0.completionWindow"]));
        Assert.Equal(
            ["arn:vault/account", "arn:vault/region"],
            Enumerable.Range(0, 2).Select(copy => (string)plan[$"rules.2.copyActions.{copy}.destinationVaultArn"]!));
    }

    [Fact]
    public async Task Keeps_a_log_of_changes_of_buckets_and_leaves_that_of_databases_to_RDS()
    {
        var plan = await Sandbox.Run(() => Schedule());

        Assert.Equal(true, plan.Named("Plan", "backups-continuous")["rules.0.enableContinuousBackup"]);
        Assert.Null(plan.Named("Plan", "backups-snapshots")["rules.0.enableContinuousBackup"]);
        Assert.Equal("arn:bucket", plan.Named("Selection", "backups-continuous")["resources.0"]);
        Assert.Equal("arn:database", plan.Named("Selection", "backups-snapshots")["resources.0"]);
    }

    [Fact]
    public async Task Restores_the_latest_backup_of_each_database_and_bucket_every_week()
    {
        var plan = await Sandbox.Run(() => Schedule());

        var test = plan.Only("RestoreTestingPlan");
        Assert.Equal(("LATEST_WITHIN_WINDOW", 30.0), (test["recoveryPointSelection.algorithm"], test["recoveryPointSelection.selectionWindowDays"]));
        Assert.Equal("cron(0 9 ? * SUN *)", test["scheduleExpression"]);
        Assert.Matches("^[A-Za-z0-9_]{1,50}$", (string)test["name"]!);
        var selection = plan.Named("RestoreTestingSelection", "backups");
        Assert.Equal(("RDS", "arn:database", 24.0), (selection["protectedResourceType"], selection["protectedResourceArns.0"], selection["validationWindowHours"]));
        var buckets = plan.Named("RestoreTestingSelection", "backups-buckets");
        Assert.Equal(("S3", "arn:bucket"), (buckets["protectedResourceType"], buckets["protectedResourceArns.0"]));
    }

    [Fact]
    public async Task Backs_up_and_restores_clusters_of_Aurora_as_such()
    {
        var plan = await Sandbox.Run(() => new BackupSchedule("backups", new()
        {
            Vault = new BackupVault("backups", new() { KeyArn = "arn:key" }),
            ClusterArns = new Dictionary<string, Input<string>> { ["orders"] = "arn:cluster" },
            LogKeyArn = "arn:key/logs",
            LogRetentionDays = 365,
        }));

        Assert.Equal("arn:cluster", plan.Only("Selection")["resources.0"]);
        Assert.Equal(("Aurora", "arn:cluster"), (plan.Only("RestoreTestingSelection")["protectedResourceType"], plan.Only("RestoreTestingSelection")["protectedResourceArns.0"]));
    }

    [Fact]
    public async Task Tells_of_every_job_that_fails()
    {
        var signals = new List<string>();
        await Sandbox.Run(() => signals.AddRange(Schedule(new() { ["far"] = "arn:far" }).Signals.Select(signal => signal.Key)));

        Assert.Equal(["backup-failed", "restore-failed", "copy-failed", "restore-unfit", "restore-unproven", "restore-slow", "restore-unseen"], signals);
    }

    [Fact]
    public async Task Counts_jobs_of_its_own_vault_and_copies_where_they_go()
    {
        IReadOnlyList<Signal> signals = [], alone = [];
        var vaults = new Dictionary<string, Input<string>> { ["far"] = "arn:aws:backup:eu-west-1:111111111111:backup-vault:far", ["other"] = "arn:aws:backup:eu-central-1:222222222222:backup-vault:other" };
        await Sandbox.Run(() => signals = Schedule(vaults).Signals);
        await Sandbox.Run(() => alone = Schedule().Signals);

        Assert.Equal("BackupVaultName", Assert.Single(((Metric)signals[0].Measure).Dimensions).Key);
        var copies = (Formula)signals.Single(signal => signal.Key == "copy-failed").Measure;
        Assert.Equal("MAX([c1, c2])", copies.Expression);
        Assert.Equal(["far", "other"], await Task.WhenAll(copies.Terms.Values.Select(term => Value(term.Dimensions["BackupVaultName"]))));
        Assert.DoesNotContain("copy-failed", alone.Select(signal => signal.Key));
    }

    [Theory]
    [InlineData(null, null), InlineData(3, 3.0)]
    public async Task Locks_the_vault_and_irreversibly_only_by_the_flag_that_says_so(int? irreversibleAfter, double? changeable)
    {
        var plan = await Sandbox.Run(() => new BackupVault("backups", new() { KeyArn = "arn:key", IrreversibleAfterDays = irreversibleAfter }));

        Assert.Equal("arn:key", plan.Only("Vault")["kmsKeyArn"]);
        var locked = plan.Only("VaultLockConfiguration");
        Assert.Equal((7.0, 400.0, changeable), (locked["minRetentionDays"], locked["maxRetentionDays"], (double?)locked["changeableForDays"]));
    }

    [Fact]
    public async Task Refuses_a_lock_nobody_could_think_better_of() => Assert.Contains(
        "BackupVault 'backups': irreversibleAfterDays is 2, but AWS leaves 3 days at least to think better of it. After them nobody, the root of the "
        + "account and AWS included, can shorten the lock or delete the vault.",
        await Sandbox.Refusal(() => new BackupVault("backups", new() { KeyArn = "arn:key", IrreversibleAfterDays = 2 })), StringComparison.Ordinal);

    [Theory]
    [InlineData(6, null, null, "dailyDays is 6, but must be 7 to 35")]
    [InlineData(36, null, null, "dailyDays is 36, but must be 7 to 35")]
    [InlineData(35, 30, null, "weeklyDays is 30, but dailyDays is 35; keep weekly backups longer, or take none (0).")]
    [InlineData(null, null, 100, "monthlyDays is 100, but must be 120 or more, or 0 for none.")]
    public async Task Refuses_a_retention_that_makes_no_sense(int? daily, int? weekly, int? monthly, string message) => Assert.Contains(
        message, await Sandbox.Refusal(() => Schedule(daily: daily, weekly: weekly, monthly: monthly)), StringComparison.Ordinal);

    private static Task<string> Value(Input<string> input)
    {
        var known = new TaskCompletionSource<string>();
        input.ToOutput().Apply(value => known.TrySetResult(value));
        return known.Task;
    }

    private static BackupSchedule Schedule(Dictionary<string, Input<string>>? copies = null, int? daily = null, int? weekly = null, int? monthly = null) => new("backups", new()
    {
        Vault = new BackupVault("backups", new() { KeyArn = "arn:key" }),
        DatabaseArns = new Dictionary<string, Input<string>> { ["database"] = "arn:database" },
        BucketArns = new Dictionary<string, Input<string>> { ["uploads"] = "arn:bucket" },
        CopyTo = copies ?? [],
        LogKeyArn = "arn:key/logs",
        LogRetentionDays = 365,
        DailyDays = daily,
        WeeklyDays = weekly,
        MonthlyDays = monthly,
    });
}
