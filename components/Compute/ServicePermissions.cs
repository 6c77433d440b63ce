using Platform.Components.Compute.Images;
using Platform.Components.Identity;
using Platform.Components.Observability;
using Platform.Components.Observability.Traces;

namespace Platform.Components.Compute;

/// <summary>The two roles of a service, each with what follows from its image, its logs and its connections.</summary>
internal static class ServicePermissions
{
    private const string Tasks = "ecs-tasks.amazonaws.com";

    /// <summary>What ECS does before the container runs: pull the image, fetch secrets, open the log.</summary>
    public static ServiceRole ToStart(
        string name, FargateServiceArgs args, LogStream logs, CallerAccount account, CustomResourceOptions child)
    {
        var statements = new List<Statement>
        {
            new("Log", "logs:CreateLogStream", "logs:PutLogEvents") { Resources = [Output.Format($"{logs.Arn}:*")] },
        };

        statements.AddRange(ImageAccess.ToPull(
            args.RepositoryArn, account.Partition, [args.Image, .. args.Beside.Select(sidecar => sidecar.Image)]));
        statements.AddRange(Read(
            args.Uses.Where(use => !use.Secrets.IsEmpty),
            use => use.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal).Select(secret => secret.Value)));
        return new ServiceRole($"{name}-start", Tasks, "Starts the tasks of a service", account, child, [.. statements]);
    }

    /// <summary>What the program in the container does.</summary>
    public static ServiceRole ToRun(string name, FargateServiceArgs args, CallerAccount account, CustomResourceOptions child) => new(
        $"{name}-run", Tasks, "The program of a service", account, child,
        [
            .. Read(args.Uses.Where(use => !use.LiveSecretArns.IsEmpty), use => use.LiveSecretArns),
            .. Connection.RightsOf(args.Uses),
            .. args.Traces is { } traces ? TracePipeline.Rights(traces.Export, account, asks: true) : [],
            .. args.Queues.SelectMany((queue, index) => queue.Statements.Select(right => right with { Sid = $"{right.Sid}{index}" })),
        ]);

    private static IEnumerable<Statement> Read(IEnumerable<Connection> uses, Func<Connection, IEnumerable<Input<string>>> secrets)
    {
        var holders = uses.ToList();
        return holders.Count == 0
            ? []
            :
            [
                new Statement("ReadSecrets", "secretsmanager:GetSecretValue") { Resources = [.. holders.SelectMany(secrets)] },
                new Statement("DecryptSecrets", "kms:Decrypt") { Resources = [.. holders.Select(use => use.SecretKeyArn)] },
            ];
    }
}
