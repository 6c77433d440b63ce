using Platform.Components.Functions;
using Platform.Components.Identity;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Ecs.Inputs;

namespace Platform.Components.Compute.Deployment;

/// <summary>
/// Runs a one-off task before a release starts: ECS asks a function, the function starts the task and looks after it, and a task that
/// fails ends the deployment with nothing shifted. The deployment engine itself waits for nothing, and a rollback needs no pipeline.
/// </summary>
internal sealed class MigrationHook
{
    /// <summary>Longest migration, minutes. A longer one belongs in a job of its own, before the release that needs it.</summary>
    public const int MaxMinutes = 60;

    private const int LooksPerMinute = 2;
    private readonly Output<string> _details;
    private readonly Output<string> _functionArn;
    private readonly Output<string> _roleArn;

    public MigrationHook(string name, MigrationTask task, LogStream logs, CallerAccount account, CustomResourceOptions child)
    {
        var function = new PythonFunction($"{name}-migration", new("migration_hook.py", "Runs a release's migration before its tasks start")
        {
            TimeoutSeconds = 30,
            RoleName = $"{name}-migration-hook",
            RoleDescription = "Starts migrations",
            Rights = [.. ToRun(task, account)],
            Log = logs,
        }, account, child);
        var caller = new ServiceRole(
            $"{name}-migration-caller", "ecs.amazonaws.com", "Lets ECS ask whether a migration is done", account, child,
            new Statement("Ask", "lambda:InvokeFunction") { Resources = [function.Arn] });

        _functionArn = function.Arn;
        Failed = FunctionSignals.Failed(
            "migration-failed", function.Name, "What runs a release's migration fails; no release begins before it works.", Severity.Medium, Layer.App);
        _roleArn = caller.Arn;
        _details = Output.Tuple(task.Cluster, task.TaskDefinitionArn, task.SubnetIds, task.SecurityGroupIds).Apply(values => JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("cluster", values.Item1);
            json.WriteString("taskDefinition", values.Item2);
            json.WriteStartArray("subnets");
            foreach (var subnet in values.Item3)
            {
                json.WriteStringValue(subnet);
            }

            json.WriteEndArray();
            json.WriteStartArray("securityGroups");
            foreach (var group in values.Item4)
            {
                json.WriteStringValue(group);
            }

            json.WriteEndArray();
            json.WriteNumber("looks", MaxMinutes * LooksPerMinute);
            json.WriteEndObject();
        }));
    }

    /// <summary>What tells that the function itself fails; a migration that fails ends its release.</summary>
    public Signal Failed { get; }

    /// <summary>The hook as a service takes it.</summary>
    public ServiceDeploymentConfigurationLifecycleHookArgs Args => new()
    {
        TargetType = "AWS_LAMBDA",
        HookTargetArn = _functionArn,
        RoleArn = _roleArn,
        LifecycleStages = "PRE_SCALE_UP",
        HookDetails = _details,
    };

    private static IEnumerable<Statement> ToRun(MigrationTask task, CallerAccount account)
    {
        var tasks = Output.Format($"arn:{account.Partition}:ecs:{account.Region}:{account.Id}:task/{task.Cluster}/*");
        return
        [
            new Statement("Start", "ecs:RunTask")
            {
                // Any revision: the one before must still run when a deployment of it is repeated.
                Resources = [Output.Format($"arn:{account.Partition}:ecs:{account.Region}:{account.Id}:task-definition/{task.Family}:*")],
            },
            new Statement("Follow", "ecs:DescribeTasks", "ecs:StopTask") { Resources = [tasks] },
            new Statement("HandOver", "iam:PassRole")
            {
                Resources = task.RoleArns,
                Conditions = [new Condition("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com")],
            },
        ];
    }
}
