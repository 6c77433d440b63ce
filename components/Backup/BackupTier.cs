using Pulumi.Aws.Backup.Inputs;

namespace Platform.Components.Backup;

/// <summary>How often backups are taken and how long they are kept.</summary>
internal static class BackupTier
{
    private const int StartMinutes = 60;
    private const int CompleteMinutes = 180;

    // RDS and S3 have no cold storage, so nothing is moved there; where a type has, AWS keeps it 90 days at least beyond the move.
    public static IReadOnlyList<PlanRuleArgs> Snapshots(BackupScheduleArgs args) =>
    [
        Rule("daily", "cron(0 1 ? * * *)", Daily(args), args),
        .. Weekly(args) > 0 ? new[] { Rule("weekly", "cron(0 4 ? * SUN *)", Weekly(args), args) } : [],
        .. Monthly(args) > 0 ? new[] { Rule("monthly", "cron(0 5 1 * ? *)", Monthly(args), args) } : [],
    ];

    /// <summary>To the second, within 35 days: AWS keeps no log of changes longer.</summary>
    public static PlanRuleArgs Continuous(BackupScheduleArgs args)
    {
        var rule = Rule("continuous", "cron(0 2 ? * * *)", Daily(args), args);
        rule.EnableContinuousBackup = true;
        return rule;
    }

    public static IReadOnlyList<string> Problems(BackupScheduleArgs args)
    {
        var problems = new List<string>();
        if (Daily(args) is < 7 or > 35)
        {
            problems.Add($"dailyDays is {args.DailyDays}, but must be 7 to 35: the vault keeps nothing shorter, and a log of changes goes back no further.");
        }

        if (Weekly(args) != 0 && Weekly(args) < Daily(args))
        {
            problems.Add($"weeklyDays is {Weekly(args)}, but dailyDays is {Daily(args)}; keep weekly backups longer, or take none (0).");
        }

        if (Monthly(args) != 0 && Monthly(args) < 120)
        {
            problems.Add($"monthlyDays is {Monthly(args)}, but must be 120 or more, or 0 for none.");
        }

        if (args.DatabaseArns.Count + args.ClusterArns.Count + args.BucketArns.Count == 0)
        {
            problems.Add("databaseArns, clusterArns and bucketArns are empty; name what is to be backed up.");
        }

        return problems;
    }

    private static int Daily(BackupScheduleArgs args) => args.DailyDays ?? 35;

    private static int Weekly(BackupScheduleArgs args) => args.WeeklyDays ?? 90;

    private static int Monthly(BackupScheduleArgs args) => args.MonthlyDays ?? 365;

    private static PlanRuleArgs Rule(string key, string when, int days, BackupScheduleArgs args)
    {
        var rule = new PlanRuleArgs
        {
            RuleName = key,
            TargetVaultName = args.Vault.VaultName,
            Schedule = when,
            ScheduleExpressionTimezone = "UTC",
            StartWindow = StartMinutes,
            CompletionWindow = CompleteMinutes,
            Lifecycle = new PlanRuleLifecycleArgs { DeleteAfter = days },
        };
        foreach (var copy in args.CopyTo.OrderBy(copy => copy.Key, StringComparer.Ordinal))
        {
            rule.CopyActions.Add(new PlanRuleCopyActionArgs
            {
                DestinationVaultArn = copy.Value,
                Lifecycle = new PlanRuleCopyActionLifecycleArgs { DeleteAfter = days },
            });
        }

        return rule;
    }
}
