using Platform.Components.Identity;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;

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
        var role = new ServiceRole($"{name}-migration-hook", "lambda.amazonaws.com", "Starts migrations", account, child, [.. ToRun(task, logs, account)]);
        var function = new Function($"{name}-migration", new()
        {
            Description = "Runs a release's migration before its tasks start",
            Role = role.Arn,
            Runtime = "python3.13",
            Architectures = "arm64",
            Handler = "index.handler",
            Code = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["index.py"] = new StringAsset(Source()) }),
            MemorySize = 128,
            Timeout = 30,
            LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "JSON", LogGroup = logs.GroupName },
        }, child);
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

    private static IEnumerable<Statement> ToRun(MigrationTask task, LogStream logs, CallerAccount account)
    {
        var tasks = Output.Format($"arn:{account.Partition}:ecs:{account.Region}:{account.Id}:task/{task.Cluster}/*");
        return
        [
            new Statement("Log", "logs:CreateLogStream", "logs:PutLogEvents") { Resources = [Output.Format($"{logs.Arn}:*")] },
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

    private static string Source()
    {
        using var stream = typeof(MigrationHook).Assembly.GetManifestResourceStream("Platform.Components.migration_hook.py")
            ?? throw new InvalidOperationException("The components assembly was built without migration_hook.py.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
