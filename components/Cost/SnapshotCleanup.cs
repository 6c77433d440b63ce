using System.Globalization;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace Platform.Components.Cost;

/// <summary>
/// Deletes forgotten snapshots once a week. Forgotten images and uploads need no function: the repositories and buckets of the platform
/// have rules of their own for them.
/// </summary>
internal static class SnapshotCleanup
{
    /// <summary>Monday morning, when somebody is there to see what it did.</summary>
    private const string Weekly = "cron(0 7 ? * MON *)";

    /// <summary>Registers it, and says what it tells.</summary>
    public static Signal Build(string name, CostControlArgs args, CallerAccount account, Resource owner)
    {
        var child = new CustomResourceOptions { Parent = owner };
        var logs = new LogStream($"{name}-cleanup", new()
        {
            KeyArn = args.LogKeyArn, RetentionDays = args.LogRetentionDays,
        }, new ComponentResourceOptions { Parent = owner });
        var role = new ServiceRole(
            $"{name}-cleanup", "lambda.amazonaws.com", "Deletes forgotten snapshots", account, child, [.. Rights(args, logs, account)]);
        var function = new Function($"{name}-cleanup", new()
        {
            Description = "Deletes snapshots that somebody made by hand and forgot",
            Role = role.Arn,
            Runtime = "python3.13",
            Architectures = "arm64",
            Handler = "index.handler",
            Code = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["index.py"] = new StringAsset(Source()) }),
            MemorySize = 128,
            Timeout = 300,
            Environment = new FunctionEnvironmentArgs
            {
                Variables =
                {
                    ["ENVIRONMENT"] = args.Environment,
                    ["KEEP_DAYS"] = args.KeepSnapshotsDays.ToString(CultureInfo.InvariantCulture),
                },
            },
            LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "JSON", LogGroup = logs.GroupName },
        }, child);
        var caller = new ServiceRole(
            $"{name}-cleanup-caller", "scheduler.amazonaws.com", "Starts the clean-up", account, child,
            new Statement("Start", "lambda:InvokeFunction") { Resources = [function.Arn] });
        new Schedule($"{name}-cleanup", new()
        {
            Name = AwsName.Of($"{name}-cleanup", NameRule.Schedule),
            ScheduleExpression = Weekly,
            ScheduleExpressionTimezone = "UTC",
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            Target = new ScheduleTargetArgs { Arn = function.Arn, RoleArn = caller.Arn },
        }, child);
        return FunctionSignals.Failed("cleanup-failed", function.Name, "Forgotten snapshots are not deleted; they cost more each week.", Severity.Low, Layer.Durability);
    }

    private static IEnumerable<Statement> Rights(CostControlArgs args, LogStream logs, CallerAccount account)
    {
        var ours = new Condition("StringEquals", "aws:ResourceTag/environment", args.Environment);
        return
        [
            new Statement("Log", "logs:CreateLogStream", "logs:PutLogEvents") { Resources = [Output.Format($"{logs.Arn}:*")] },
            new Statement("Look", "ec2:DescribeSnapshots", "rds:DescribeDBSnapshots") { Resources = ["*"] },
            new Statement("DeleteDatabaseSnapshots", "rds:DeleteDBSnapshot")
            {
                Resources = [Output.Format($"arn:{account.Partition}:rds:{account.Region}:{account.Id}:snapshot:*")], Conditions = [ours],
            },
            new Statement("DeleteDiskSnapshots", "ec2:DeleteSnapshot")
            {
                Resources = [Output.Format($"arn:{account.Partition}:ec2:{account.Region}::snapshot/*")], Conditions = [ours],
            },
        ];
    }

    private static string Source()
    {
        using var stream = typeof(SnapshotCleanup).Assembly.GetManifestResourceStream("Platform.Components.snapshot_cleanup.py")
            ?? throw new InvalidOperationException("The components assembly was built without snapshot_cleanup.py.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
