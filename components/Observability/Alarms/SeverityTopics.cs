using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability.Signals;
using Platform.Components.Security;
using Pulumi.Aws.Sns;

namespace Platform.Components.Observability.Alarms;

/// <summary>
/// Where alarms of a region go: one topic for each severity, encrypted, which only AWS services of this account may write to.
/// </summary>
internal sealed class SeverityTopics
{
    /// <summary>Who sends messages that somebody must answer.</summary>
    private static readonly string[] Writers = ["budgets", "cloudwatch", "costalerts"];

    private readonly Dictionary<Severity, Output<string>> _arns = [];

    /// <param name="name">What the topics' names begin with.</param>
    /// <param name="severities">Which there are.</param>
    /// <param name="region">Their region; null: the provider's.</param>
    /// <param name="deletionWindowDays">Days the key survives a request to delete it.</param>
    /// <param name="account">The account.</param>
    /// <param name="child">Options of what is made.</param>
    public SeverityTopics(
        string name, IEnumerable<Severity> severities, string? region, int deletionWindowDays, CallerAccount account, CustomResourceOptions child)
    {
        // A key of its own: CloudWatch must be able to write, and has no business with logs or data.
        var key = new EncryptionKey($"{name}-topics", new()
        {
            Purpose = "messages of alarms",
            Services = [KeyService.Notifications],
            Region = region,
            DeletionWindowDays = deletionWindowDays,
        }, new ComponentResourceOptions { Parent = child.Parent });

        KeyArn = key.Arn;
        foreach (var severity in severities)
        {
            var topic = new Topic($"{name}-{severity.Word()}", new()
            {
                Name = AwsName.Of($"{name}-{severity.Word()}", new NameRule(256)),
                DisplayName = $"{Deployment.Instance.StackName}: {severity.Word()}, answer {severity.Response()}",
                KmsMasterKeyId = key.Arn,
                SignatureVersion = 2,
                Region = region!,
                Tags = { ["severity"] = severity.Word() },
            }, child);
            var policy = new TopicPolicy($"{name}-{severity.Word()}", new()
            {
                Arn = topic.Arn,
                Policy = Rights(topic.Arn, account),
                Region = region!,
            }, child);
            _arns[severity] = Output.Tuple(topic.Arn, policy.Id).Apply(both => both.Item1);     // an alarm sent before may be refused
        }
    }

    /// <summary>The key of the topics.</summary>
    public Output<string> KeyArn { get; }

    /// <summary>The topics, by severity.</summary>
    public IReadOnlyDictionary<Severity, Output<string>> Arns => _arns;

    private static Output<string> Rights(Output<string> topic, CallerAccount account) => PolicyText.Of(
        [
            .. Writers.Select(writer => new Statement($"Publish{writer}", "sns:Publish")
            {
                Principal = Principal.Service($"{writer}.amazonaws.com"),
                Resources = [topic],
                Conditions = [new Condition("StringEquals", "aws:SourceAccount", account.Id)],
            }),
            new Statement("TlsOnly", "sns:Publish")
            {
                Deny = true,
                Principal = Principal.Anyone,
                Resources = [topic],
                Conditions = [new Condition("Bool", "aws:SecureTransport", "false")],
            },
        ]);
}
