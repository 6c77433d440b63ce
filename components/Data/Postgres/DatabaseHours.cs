using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Scheduling;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace Platform.Components.Data.Postgres;

/// <summary>Starts a database before people come and stops it when they have gone.</summary>
internal static class DatabaseHours
{
    public static void Register(string name, Instance instance, WorkingHours hours, CallerAccount account, CustomResourceOptions child)
    {
        var role = new ServiceRole(
            $"{name}-hours", "scheduler.amazonaws.com", "Starts and stops a database", account, child,
            new Statement("StartAndStop", "rds:StartDBInstance", "rds:StopDBInstance") { Resources = [instance.Arn] });
        var group = new ScheduleGroup(name, new() { Name = AwsName.Of(name, NameRule.Schedule) }, child);

        Call("start", "startDBInstance", hours.BeginForDatabase);
        Call("stop", "stopDBInstance", hours.End);

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
                Input = JsonText.Of(new Dictionary<string, Input<string>> { ["DbInstanceIdentifier"] = instance.Identifier }),

                // A database that is already stopped refuses to be stopped; asking again does not help.
                RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumRetryAttempts = 0 },
            },
        }, child);
    }
}
