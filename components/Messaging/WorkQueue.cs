using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Sqs;

namespace Platform.Components.Messaging;

/// <summary>
/// Work that waits until somebody has time for it: encrypted, over TLS only, tried five times, and then put aside for two weeks where
/// somebody can look at it.
/// </summary>
/// <example><code>var orders = new WorkQueue("orders", new() { KeyArn = keys.Data });</code></example>
public sealed class WorkQueue : ComponentResource, IObserved
{
    // The most that SQS takes of each, as of the bounds below. Source: SetQueueAttributes, Amazon SQS API reference.
    private const int LongPollSeconds = 20;
    private const int FourteenDays = 14 * 24 * 3600;

    /// <summary>Registers the queue and the one for what failed.</summary>
    /// <param name="name">Logical name; both names start with it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public WorkQueue(string name, WorkQueueArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:WorkQueue", name, args, options)
    {
        var workSeconds = this.InRange("workSeconds", args.WorkSeconds ?? 60, min: 1, max: 43_200);
        var tries = this.InRange("tries", args.Tries ?? 5, min: 1, max: 1000);
        var hiddenSeconds = Math.Min(6 * workSeconds, 43_200);
        var child = new CustomResourceOptions { Parent = this };

        var failed = Make($"{name}-failed", FourteenDays, null);
        var queue = Make(name, FourteenDays, failed.Arn.Apply(arn => JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("deadLetterTargetArn", arn);
            json.WriteNumber("maxReceiveCount", tries);
            json.WriteEndObject();
        })));

        (Url, Arn, FailedUrl, _keyArn) = (queue.Url, queue.Arn, failed.Url, args.KeyArn.ToOutput());
        QueueName = queue.Name;
        Signals = QueueSignals.Of(queue.Name, failed.Name, tries, hiddenSeconds, FourteenDays);
        About = this.Declare(ServiceTier.App, options, signals: Signals);
        RegisterOutputs();

        Queue Make(string key, int keepSeconds, Output<string>? redrive)
        {
            var made = new Queue(key, new()
            {
                KmsMasterKeyId = args.KeyArn,
                KmsDataKeyReusePeriodSeconds = 300,
                MessageRetentionSeconds = keepSeconds,
                VisibilityTimeoutSeconds = hiddenSeconds,
                ReceiveWaitTimeSeconds = LongPollSeconds,
                RedrivePolicy = redrive!,
            }, child);
            new QueuePolicy(key, new()
            {
                QueueUrl = made.Url,
                Policy = PolicyText.Of(new Statement("DenyPlainHttp", "sqs:*")
                {
                    Deny = true,
                    Principal = Principal.Anyone,
                    Resources = [made.Arn],
                    Conditions = [new Condition("Bool", "aws:SecureTransport", "false")],
                }),
            }, child);
            return made;
        }
    }

    private readonly Output<string> _keyArn;

    /// <summary>Where messages are sent and received.</summary>
    [Output("url")] public Output<string> Url { get; private set; }

    /// <summary>ARN to hand to an IAM policy.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>Name as CloudWatch knows it.</summary>
    [Output("queueName")] public Output<string> QueueName { get; private set; }

    /// <summary>Where messages are put aside that failed too often.</summary>
    [Output("failedUrl")] public Output<string> FailedUrl { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <summary>The right to put work in, for whoever has it to give away.</summary>
    /// <param name="variable">Environment variable that holds the address of the queue.</param>
    public QueueAccess ToSend(string variable) => new(
        variable, Url, [new Statement("Send", "sqs:GetQueueAttributes", "sqs:SendMessage") { Resources = [Arn] }, Use("SendKey", "kms:Decrypt", "kms:GenerateDataKey")]);

    /// <summary>The right to take work out and be done with it.</summary>
    /// <param name="variable">Environment variable that holds the address of the queue.</param>
    public QueueAccess ToWork(string variable) => new(
        variable,
        Url,
        [
            new Statement("Work", "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage") { Resources = [Arn] },
            Use("WorkKey", "kms:Decrypt"),
        ]);

    private Statement Use(string sid, params string[] actions) => new(sid, actions) { Resources = [_keyArn] };
}

/// <summary>What a caller may choose; <see cref="WorkQueue"/> decides the rest.</summary>
public sealed class WorkQueueArgs : ResourceArgs
{
    /// <summary>Key that encrypts the messages.</summary>
    [Input("keyArn", required: true)] public required Input<string> KeyArn { get; init; }

    /// <summary>
    /// Longest time a piece of work takes, seconds, 1 to 43,200. A message is hidden from others six times as long, twelve hours at most.
    /// Default: 60.
    /// </summary>
    [Input("workSeconds")] public int? WorkSeconds { get; init; }

    /// <summary>Times a message is tried before it is put aside, 1 to 1,000. Default: 5.</summary>
    [Input("tries")] public int? Tries { get; init; }
}
