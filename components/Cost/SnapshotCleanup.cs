using System.Globalization;
using Platform.Components.Functions;
using Platform.Components.Identity;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;

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
        var function = new PythonFunction($"{name}-cleanup", new("snapshot_cleanup.py", "Deletes snapshots that somebody made by hand and forgot")
        {
            TimeoutSeconds = 300,
            RoleDescription = "Deletes forgotten snapshots",
            Rights = [.. Rights(args, account)],
            Log = logs,
            Variables = new()
            {
                ["ENVIRONMENT"] = args.Environment,
                ["KEEP_DAYS"] = args.KeepSnapshotsDays.ToString(CultureInfo.InvariantCulture),
            },
        }, account, child);
        function.CallOn($"{name}-cleanup", Weekly, "Starts the clean-up", roleName: $"{name}-cleanup-caller");
        return FunctionSignals.Failed("cleanup-failed", function.Name, "Forgotten snapshots are not deleted; they cost more each week.", Severity.Low, Layer.Durability);
    }

    private static IEnumerable<Statement> Rights(CostControlArgs args, CallerAccount account)
    {
        var ours = new Condition("StringEquals", "aws:ResourceTag/environment", args.Environment);
        return
        [
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
}
