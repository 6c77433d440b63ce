using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability;
using Pulumi.Aws.Backup;
using Pulumi.Aws.Backup.Inputs;

namespace Platform.Components.Backup;

/// <summary>
/// Restores the latest backup of each database and bucket on Sundays. <see cref="RestoreValidation"/> has a day to look into it; then AWS
/// throws it away.
/// </summary>
internal static class RestoreTest
{
    private const int WindowDays = 30;
    private const int ValidationHours = 24;

    /// <summary>Name of its plan, as AWS and its figures know it, and of the function that looks into what it restores.</summary>
    public static (Output<string>? Plan, Output<string>? Function) Register(string name, BackupScheduleArgs args, Output<string> role, LogStream log, CallerAccount account, CustomResourceOptions child)
    {
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
        Select($"{name}-buckets", "buckets", "S3", args.BucketArns);
        return (plan.Name, RestoreValidation.Register(name, args, plan, log, account, child));

        void Select(string logicalName, string what, string type, IReadOnlyDictionary<string, Input<string>> resources)
        {
            if (resources.Count == 0)
            {
                return;
            }

            new RestoreTestingSelection(logicalName, new()
            {
                Name = Underscored($"{name}-{what}"),
                RestoreTestingPlanName = plan.Name,
                IamRoleArn = role,
                ProtectedResourceType = type,
                ProtectedResourceArns = resources.OrderBy(resource => resource.Key, StringComparer.Ordinal).Select(resource => resource.Value).ToArray(),
                ValidationWindowHours = ValidationHours,
            }, child);
        }
    }

    /// <summary>Restore testing takes letters, digits and underscores.</summary>
    private static string Underscored(string name) => AwsName.Of(name, new NameRule(50)).Replace('-', '_');
}
