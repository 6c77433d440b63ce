using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Scheduling;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace Platform.Components.Data.Postgres.Upkeep;

/// <summary>Starts a database before people come and stops it when they have gone.</summary>
internal static class DatabaseHours
{
    /// <param name="name">Logical name.</param>
    /// <param name="kind">What is stopped, as the API of RDS has it: <c>DBInstance</c> or <c>DBCluster</c>.</param>
    /// <param name="arn">Its ARN.</param>
    /// <param name="identifier">Its name.</param>
    /// <param name="hours">When it is needed.</param>
    /// <param name="account">Where it is.</param>
    /// <param name="child">Options of what is made.</param>
    public static void Register(
        string name, string kind, Output<string> arn, Output<string> identifier, WorkingHours hours, CallerAccount account, CustomResourceOptions child)
    {
        var role = new ServiceRole(
            $"{name}-hours", "scheduler.amazonaws.com", "Starts and stops a database", account, child,
            new Statement("StartAndStop", $"rds:Start{kind}", $"rds:Stop{kind}") { Resources = [arn] });
        var group = new ScheduleGroup(name, new() { Name = AwsName.Of(name, NameRule.Schedule) }, child);

        Call("start", $"start{kind}", hours.BeginForDatabase);
        Call("stop", $"stop{kind}", hours.End);

        void Call(string key, string action, string when) => new Schedule($"{name}-{key}", new()
        {
            GroupName = group.Name,
            ScheduleExpression = when,
            ScheduleExpressionTimezone = "UTC",
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            Target = new ScheduleTargetArgs
            {
                Arn = Output.Format($"arn:{account.Partition}:scheduler:::aws-sdk:rds:{action}"),
                RoleArn = role.Arn,
                Input = JsonText.Of(new Dictionary<string, Input<string>> { [$"{kind.Replace("DB", "Db", StringComparison.Ordinal)}Identifier"] = identifier }),

                // A database that is already stopped refuses to be stopped; asking again does not help.
                RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumRetryAttempts = 0 },
            },
        }, child);
    }
}
