using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;
using Pulumi.Aws.SecretsManager;
using Pulumi.Aws.SecretsManager.Inputs;

namespace Platform.Components.Data.Postgres.Credentials;

/// <summary>
/// Changes the master password of a database on a schedule, and at once when it is made: the password in the state of the stack is then
/// good for nothing. The function asks RDS to change it, so that it needs no way into the network of the database. That it is changed, or
/// refused, it reads from the messages of the events RDS-EVENT-0016 and RDS-EVENT-0067. Source: Amazon RDS user guide, event messages.
/// </summary>
internal static class PasswordRotation
{
    /// <summary>Seconds the function may take; it waits for RDS and gives up before that.</summary>
    private const int Patience = 900;

    /// <summary>Registers function, rights and schedule.</summary>
    /// <returns>What tells whether it works.</returns>
    public static IReadOnlyList<Signal> Register(string name, RotationTarget target, CallerAccount account, CustomResourceOptions child)
    {
        var logs = new LogStream($"{name}-rotation", new()
        {
            KeyArn = target.LogKeyArn, RetentionDays = target.LogRetentionDays,
        }, new ComponentResourceOptions { Parent = child.Parent });
        var role = new ServiceRole(
            $"{name}-rotation", "lambda.amazonaws.com", "Changes the master password of a database", account, child, [.. Rights(target, logs, account)]);
        var function = new Function($"{name}-rotation", new()
        {
            Description = "Changes the master password of a database",
            Role = role.Arn,
            Runtime = "python3.13",
            Architectures = "arm64",
            Handler = "index.handler",
            Code = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["index.py"] = new StringAsset(Source()) }),
            MemorySize = 128,
            Timeout = Patience,
            Environment = new FunctionEnvironmentArgs
            {
                Variables =
                {
                    ["DATABASE"] = target.Identifier,
                    ["DATABASES"] = Output.All(target.DatabaseArns.ToArray()).Apply(arns => string.Join(',', arns)),
                    ["KEEPS"] = target.Keeps ? "yes" : "no",
                    ["SECRET"] = target.SecretArn,
                },
            },
            LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "JSON", LogGroup = logs.GroupName },
        }, child);
        Rotate(name, target, function, account, child);
        Report(name, function, account, child);
        return RotationSignals.Of(function.Name, target.Identifier, target.Days);
    }

    private static void Rotate(string name, RotationTarget target, Function function, CallerAccount account, CustomResourceOptions child)
    {
        var permission = new Permission($"{name}-rotation", new()
        {
            Action = "lambda:InvokeFunction",
            Function = function.Name,
            Principal = "secretsmanager.amazonaws.com",
            SourceArn = target.SecretArn,
            SourceAccount = account.Id,
        }, child);
        new SecretRotation(name, new()
        {
            SecretId = target.SecretArn,
            RotationLambdaArn = function.Arn,
            RotateImmediately = true,

            // A rate in days begins at midnight; two hours later the backups begin. Source: RotationRulesType, Secrets Manager API reference.
            RotationRules = new SecretRotationRotationRulesArgs
            {
                ScheduleExpression = target.Days == 1 ? "rate(1 day)" : FormattableString.Invariant($"rate({target.Days} days)"),
                Duration = "2h",
            },
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { permission, target.Ready } }));
    }

    /// <summary>Secrets Manager measures no age; twice a day the function does.</summary>
    private static void Report(string name, Function function, CallerAccount account, CustomResourceOptions child)
    {
        var caller = new ServiceRole(
            $"{name}-rotation-age", "scheduler.amazonaws.com", "Asks how old a password is", account, child,
            new Statement("Start", "lambda:InvokeFunction") { Resources = [function.Arn] });
        new Schedule($"{name}-rotation-age", new()
        {
            Name = AwsName.Of($"{name}-rotation-age", NameRule.Schedule),
            ScheduleExpression = "rate(12 hours)",
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            Target = new ScheduleTargetArgs { Arn = function.Arn, RoleArn = caller.Arn },
        }, child);
    }

    private static IEnumerable<Statement> Rights(RotationTarget target, LogStream logs, CallerAccount account) =>
    [
        new Statement("Log", "logs:CreateLogStream", "logs:PutLogEvents") { Resources = [Output.Format($"{logs.Arn}:*")] },
        new Statement(
            "Rotate", "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage")
        {
            Resources = [target.SecretArn],
        },
        new Statement("Decrypt", "kms:Decrypt", "kms:GenerateDataKey")
        {
            Resources = [target.SecretKeyArn],
            Conditions = [new Condition("StringEquals", "kms:ViaService", Output.Format($"secretsmanager.{account.Region}.amazonaws.com"))],
        },
        new Statement("ChangePassword", target.IsCluster ? "rds:ModifyDBCluster" : "rds:ModifyDBInstance") { Resources = [.. target.DatabaseArns] },
        new Statement("Look", target.IsCluster ? "rds:DescribeDBClusters" : "rds:DescribeDBInstances", "rds:DescribeEvents") { Resources = ["*"] },

        // Metrics have no ARN; the namespace is what can be narrowed down.
        new Statement("Report", "cloudwatch:PutMetricData")
        {
            Resources = ["*"],
            Conditions = [new Condition("StringEquals", "cloudwatch:namespace", RotationSignals.Namespace)],
        },
    ];

    private static string Source()
    {
        using var stream = typeof(PasswordRotation).Assembly.GetManifestResourceStream("Platform.Components.password_rotation.py")
            ?? throw new InvalidOperationException("The components assembly was built without password_rotation.py.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>What is rotated.</summary>
internal sealed record RotationTarget
{
    /// <summary>Name of the database in RDS; its age is reported under it.</summary>
    public required string Identifier { get; init; }

    /// <summary>Every database that shares the secret, in whichever region; those that follow another get the password with the data.</summary>
    public required IReadOnlyList<Input<string>> DatabaseArns { get; init; }

    /// <summary>What must be there before the first rotation.</summary>
    public required Resource Ready { get; init; }

    /// <summary>Whether they are clusters of Aurora.</summary>
    public bool IsCluster { get; init; }

    /// <summary>Whether the new password is kept in the secret, or by nobody.</summary>
    public required bool Keeps { get; init; }

    /// <summary>Days between rotations.</summary>
    public required int Days { get; init; }

    /// <summary>The secret.</summary>
    public required Output<string> SecretArn { get; init; }

    /// <summary>Key of the secret.</summary>
    public required Input<string> SecretKeyArn { get; init; }

    /// <summary>Key of the function's log.</summary>
    public required Input<string> LogKeyArn { get; init; }

    /// <summary>Days its log is kept.</summary>
    public required int LogRetentionDays { get; init; }
}
