using Platform.Components.Baseline;
using Platform.Components.Compute.Images;
using Platform.Components.Compute.Instances.Boot;
using Platform.Components.Identity;
using Platform.Components.Observability;
using Pulumi.Aws.Iam;

namespace Platform.Components.Compute.Instances;

/// <summary>What a machine may do: be reached through Session Manager, start its container, use its connections, log, and take its leave.</summary>
internal sealed class InstanceIdentity
{
    public InstanceIdentity(
        string name, AutoScalingServiceArgs args, string groupName, LogStream logs, CallerAccount account, CustomResourceOptions child)
    {
        var role = new Role(name, new()
        {
            Description = "Machines of a service",
            AssumeRolePolicy = PolicyText.TrustOf("ec2.amazonaws.com", account),
            PermissionsBoundary = args.PermissionsBoundaryArn!,
        }, child);
        var policy = new RolePolicy(name, new()
        {
            Role = role.Name,
            Policy = PolicyText.Of(
            [
                .. ToBeReached(account), .. ImageAccess.ToPull(args.RepositoryArn, account.Partition, args.Image), .. ToReport(groupName, logs, account),
                .. ToRead(args.Uses), .. Connection.RightsOf(args.Uses),
            ]),
        }, child);
        var profile = new InstanceProfile(name, new() { Role = role.Name }, child);

        // A machine that starts before its rights are there cannot start its container.
        ProfileArn = Output.Tuple(profile.Arn, policy.Id).Apply(both => both.Item1);
        (RoleName, RoleArn) = (role.Name, role.Arn);
    }

    public Output<string> ProfileArn { get; }

    public Output<string> RoleName { get; }

    public Output<string> RoleArn { get; }

    /// <summary>The policy Amazon offers for this also reads every parameter of the account; the agent needs none of them.</summary>
    private static IEnumerable<Statement> ToBeReached(CallerAccount account) =>
    [
        new Statement(
            "Sessions", "ssm:UpdateInstanceInformation", "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel") { Resources = ["*"] },

        // Whoever opens a shell is on record: the agent looks whether the log is encrypted, then writes what is typed and shown.
        new Statement("LookForSessionLog", "logs:DescribeLogGroups") { Resources = ["*"] },
        new Statement("LogSessions", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
        {
            Resources = [Output.Format($"arn:{account.Partition}:logs:{account.Region}:{account.Id}:log-group:{SecurityBaseline.SessionLogGroup}:*")],
        },
    ];

    private static IEnumerable<Statement> ToReport(string groupName, LogStream logs, CallerAccount account) =>
    [
        new Statement("Log", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
        {
            Resources = [Output.Format($"{logs.Arn}:*")],
        },
        new Statement("Measure", "cloudwatch:PutMetricData")
        {
            Resources = ["*"],
            Conditions = [new Condition("StringEquals", "cloudwatch:namespace", BootFiles.MetricNamespace)],
        },
        new Statement("EndDraining", "autoscaling:CompleteLifecycleAction")
        {
            // Named by its form and not by its ARN: the group cannot exist before the machine's rights do.
            Resources =
            [
                Output.Format(
                    $"arn:{account.Partition}:autoscaling:{account.Region}:{account.Id}:autoScalingGroup:*:autoScalingGroupName/{groupName}"),
            ],
        },
    ];

    private static IEnumerable<Statement> ToRead(IReadOnlyList<Connection> uses)
    {
        var secrets = uses
            .SelectMany(use => use.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal).Select(secret => secret.Value)
                .Concat(use.LiveSecretArns))
            .Select(path => (Input<string>)path.Apply(text => SecretReference.Parse(text).Arn))
            .ToArray();
        return secrets.Length == 0
            ? []
            :
            [
                new Statement("ReadSecrets", "secretsmanager:GetSecretValue") { Resources = secrets },
                new Statement("DecryptSecrets", "kms:Decrypt")
                {
                    Resources = [.. uses.Where(use => use.HasSecrets).Select(use => use.SecretKeyArn)],
                },
            ];
    }
}
