using Platform.Components.Functions;
using Platform.Components.Identity;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
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
    /// <returns>What tells whether it works; nothing, where nothing is rotated.</returns>
    public static IReadOnlyList<Signal> Register(string name, RotationTarget target, CallerAccount account, CustomResourceOptions child)
    {
        if (target.Days == 0)
        {
            return [];
        }

        var logs = new LogStream($"{name}-rotation", new()
        {
            KeyArn = target.Args.LogKeyArn, RetentionDays = target.Args.LogRetentionDays,
        }, new ComponentResourceOptions { Parent = child.Parent });
        var function = new PythonFunction($"{name}-rotation", new("password_rotation.py", "Changes the master password of a database")
        {
            TimeoutSeconds = Patience,
            Rights = [.. Rights(target, account)],
            Log = logs,
            Variables = new()
            {
                ["DATABASE"] = target.Identifier,
                ["DATABASES"] = Output.All(target.DatabaseArns.ToArray()).Apply(arns => string.Join(',', arns)),
                ["KEEPS"] = target.Args.Credentials == CredentialMode.SelfManaged ? "yes" : "no",
                ["SECRET"] = target.SecretArn,
            },
        }, account, child);
        Rotate(name, target, function, child);

        // Secrets Manager measures no age; twice a day the function does.
        function.CallOn($"{name}-rotation-age", "rate(12 hours)", "Asks how old a password is");
        return RotationSignals.Of(function.Name, target.Identifier, target.Days);
    }

    private static void Rotate(string name, RotationTarget target, PythonFunction function, CustomResourceOptions child)
    {
        var permission = function.AllowFrom("secretsmanager.amazonaws.com", target.SecretArn);
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

    private static IEnumerable<Statement> Rights(RotationTarget target, CallerAccount account) =>
    [
        new Statement(
            "Rotate", "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage")
        {
            Resources = [target.SecretArn],
        },
        new Statement("Decrypt", "kms:Decrypt", "kms:GenerateDataKey")
        {
            Resources = [target.Args.SecretKeyArn],
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
}

/// <summary>What is rotated.</summary>
/// <param name="Args">What was asked of the database.</param>
internal sealed record RotationTarget(IPostgresArgs Args)
{
    /// <summary>Name of the database in RDS; its age is reported under it.</summary>
    public required string Identifier { get; init; }

    /// <summary>Every database that shares the secret, in whichever region; those that follow another get the password with the data.</summary>
    public required IReadOnlyList<Input<string>> DatabaseArns { get; init; }

    /// <summary>What must be there before the first rotation.</summary>
    public required Resource Ready { get; init; }

    /// <summary>Whether they are clusters of Aurora.</summary>
    public bool IsCluster { get; init; }

    /// <summary>Days between rotations; 0: never.</summary>
    public required int Days { get; init; }

    /// <summary>The secret.</summary>
    public required Output<string> SecretArn { get; init; }
}
