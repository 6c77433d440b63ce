using Platform.Components.Naming;
using Pulumi.Aws.Backup;
using Pulumi.Aws.Backup.Inputs;

namespace Platform.Components.Backup;

/// <summary>
/// Restores the latest backup of each database on Sundays. Whoever validates has a day to look into it and to say what was found
/// (<c>aws backup put-restore-validation-result</c>); then AWS throws it away.
/// </summary>
internal static class RestoreTest
{
    private const int WindowDays = 30;
    private const int ValidationHours = 24;

    public static void Register(string name, BackupScheduleArgs args, Output<string> role, CustomResourceOptions child)
    {
        if (args.DatabaseArns.Count + args.ClusterArns.Count == 0)
        {
            return;
        }

        var plan = new RestoreTestingPlan(name, new()
        {
            Name = Underscored(name),
            ScheduleExpression = "cron(0 9 ? * SUN *)",
            ScheduleExpressionTimezone = "UTC",
            StartWindowHours = 4,
            RecoveryPointSelection = new RestoreTestingPlanRecoveryPointSelectionArgs
            {
                Algorithm = "LATEST_WITHIN_WINDOW",
                IncludeVaults = { args.Vault.Arn },
                RecoveryPointTypes = { "CONTINUOUS", "SNAPSHOT" },
                SelectionWindowDays = WindowDays,
            },
        }, child);
        Select(name, "databases", "RDS", args.DatabaseArns);
        Select($"{name}-clusters", "clusters", "Aurora", args.ClusterArns);

        void Select(string logical, string kind, string type, IReadOnlyDictionary<string, Input<string>> databases)
        {
            if (databases.Count > 0)
            {
                new RestoreTestingSelection(logical, new()
                {
                    Name = Underscored($"{name}-{kind}"),
                    RestoreTestingPlanName = plan.Name,
                    IamRoleArn = role,
                    ProtectedResourceType = type,
                    ProtectedResourceArns = databases.OrderBy(database => database.Key, StringComparer.Ordinal).Select(database => database.Value).ToArray(),
                    ValidationWindowHours = ValidationHours,
                }, child);
            }
        }
    }

    /// <summary>Restore testing takes letters, digits and underscores.</summary>
    private static string Underscored(string name) => AwsName.Of(name, new NameRule(50)).Replace('-', '_');
}
