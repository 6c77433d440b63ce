using Platform.Components.Functions;
using Platform.Components.Identity;
using Platform.Components.Messaging;
using Platform.Components.Naming;
using Platform.Components.Observability;
using Pulumi.Aws.Backup;
using Pulumi.Aws.CloudWatch;

namespace Platform.Components.Backup;

/// <summary>
/// Looks into what a restore test restored and tells AWS Backup what was found, before it is thrown away: a database like its source, under
/// the same key, closed to the public; a bucket with encrypted objects. It measures how long the restore took, and once a day how long ago
/// a restore was last found good, so that a test that silently stopped is heard of. It reads no data: that they are the right ones, nobody
/// has proven.
/// </summary>
internal static class RestoreValidation
{
    /// <summary>Where it puts its figures.</summary>
    public const string Metrics = "Platform/Restore";

    // What AWS Backup calls the buckets of restore tests; databases and tables too.
    // Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html.
    private const string Restored = "awsbackup-restore-test-*";

    /// <summary>Name of the function.</summary>
    public static Output<string> Register(string name, BackupScheduleArgs args, RestoreTestingPlan plan, LogStream logs, CallerAccount account, CustomResourceOptions child)
    {
        var function = new PythonFunction($"{name}-validation", new("restore_validation.py", "Looks into what restore tests restored")
        {
            TimeoutSeconds = 60,
            Rights = [.. Rights(args, plan.Arn, account)],
            Log = logs,
            Variables = new() { ["PLAN"] = plan.Name, ["PLAN_ARN"] = plan.Arn },
        }, account, child);
        AfterEachRestore(name, plan.Arn, function, child);
        function.CallOn($"{name}-validation-age", "cron(0 6 * * ? *)", "Asks when a restore was last found good");
        return function.Name;
    }

    private static void AfterEachRestore(string name, Output<string> planArn, PythonFunction function, CustomResourceOptions child)
    {
        var rule = new EventRule($"{name}-validation", new()
        {
            Name = AwsName.Of($"{name}-validation", NameRule.Schedule),
            Description = "A restore test has restored something",
            EventPattern = planArn.Apply(arn => EventPattern.Of(
                ["aws.backup"], ["Restore Job State Change"], ("status", ["COMPLETED"]), ("restoreTestingPlanArn", [arn]))),
        }, child);
        var permission = function.AllowFrom("events.amazonaws.com", rule.Arn);
        new EventTarget($"{name}-validation", new() { Rule = rule.Name, Arn = function.Arn }, CustomResourceOptions.Merge(child, new() { DependsOn = { permission } }));
    }

    private static IEnumerable<Statement> Rights(BackupScheduleArgs args, Output<string> planArn, CallerAccount account)
    {
        Input<string>[] buckets =
        [
            Output.Format($"arn:{account.Partition}:s3:::{Restored}"),
            .. args.BucketArns.OrderBy(bucket => bucket.Key, StringComparer.Ordinal).Select(bucket => bucket.Value),
        ];
        return
        [
            new Statement("Measure", "cloudwatch:PutMetricData") { Resources = ["*"], Conditions = [new Condition("StringEquals", "cloudwatch:namespace", Metrics)] },

            // Jobs have no ARN that a policy could name; the region is all that narrows it.
            new Statement("Answer", "backup:DescribeRestoreJob", "backup:ListRestoreJobs", "backup:PutRestoreValidationResult")
            {
                Resources = ["*"], Conditions = [new Condition("StringEquals", "aws:RequestedRegion", account.Region)],
            },
            new Statement("Age", "backup:GetRestoreTestingPlan") { Resources = [planArn] },
            new Statement("LookAtDatabases", "rds:DescribeDBClusters", "rds:DescribeDBInstances")
            {
                Resources =
                [
                    Output.Format($"arn:{account.Partition}:rds:{account.Region}:{account.Id}:cluster:*"),
                    Output.Format($"arn:{account.Partition}:rds:{account.Region}:{account.Id}:db:*"),
                ],
            },
            new Statement("LookAtBuckets", "s3:GetBucketVersioning", "s3:ListBucket") { Resources = [.. buckets] },
            new Statement("LookAtObjects", "s3:GetObject") { Resources = [Output.Format($"arn:{account.Partition}:s3:::{Restored}/*")] },
        ];
    }
}
