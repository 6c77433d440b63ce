using Platform.Components.Observability.Signals;

namespace Platform.Components.Messaging;

/// <summary>What a queue of work tells about its health. SQS stops measuring a queue nobody used for six hours; that is well.</summary>
internal static class QueueSignals
{
    private const string Metrics = "AWS/SQS";

    /// <summary>A shorter wait is a peak, or a worker that is just starting.</summary>
    private const int LeastSeconds = 900;

    /// <param name="queue">Name of the queue.</param>
    /// <param name="failed">Name of the queue of what failed.</param>
    /// <param name="tries">Times a message is tried.</param>
    /// <param name="hiddenSeconds">Time a message is hidden from others while one tries.</param>
    /// <param name="keepSeconds">Time after which a message is gone, done or not.</param>
    public static IReadOnlyList<Signal> Of(Output<string> queue, Output<string> failed, int tries, int hiddenSeconds, int keepSeconds) =>
    [
        new("length", Sqs("ApproximateNumberOfMessagesVisible", queue), "count",
            Limit.Above(AlarmTriggers.QueueLength, AlarmTriggers.Source),
            Severity.Medium, Layer.App, "queue-backlog", "Work comes in faster than it is done.") { Basic = true },
        new("age", Sqs("ApproximateAgeOfOldestMessage", queue), "s", Wait(tries, hiddenSeconds, keepSeconds),
            Severity.High, Layer.App, "queue-backlog",
            "Work has waited longer than a message that fails every time would: nobody takes it out, or far too few do.") { Basic = true },
        new("failed", Sqs("ApproximateNumberOfMessagesVisible", failed), "count", Limit.Above(0, "no work is lost"),
            Severity.Medium, Layer.Durability, "queue-failed",
            "Work failed every time it was tried and was put aside; nobody will try it again unless told to.")
            { Evaluation = Evaluation.Minutes(1), Basic = true },
    ];

    /// <summary>One message that fails may grow as old as all its tries take without anything being wrong with the others.</summary>
    private static Limit Wait(int tries, int hiddenSeconds, int keepSeconds)
    {
        var all = (long)tries * hiddenSeconds;
        return all > keepSeconds / 2 ? Limit.Above(keepSeconds / 2, $"half of the {keepSeconds / 86_400} days a message is kept")
            : all < LeastSeconds ? Limit.Above(LeastSeconds, $"longer than {tries} tries of {hiddenSeconds} s and than workers take to start")
            : Limit.Above(all, $"{tries} tries of {hiddenSeconds} s, after which a message is put aside");
    }

    private static Metric Sqs(string name, Output<string> queue) => Metric.Of(Metrics, name, "Maximum", ("QueueName", queue));
}
