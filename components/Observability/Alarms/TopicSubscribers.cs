using Platform.Components.Observability.Signals;
using Pulumi.Aws.Sns;

namespace Platform.Components.Observability.Alarms;

/// <summary>Who hears of the alarms of a region.</summary>
internal static class TopicSubscribers
{
    /// <summary>What is wrong with the subscribers of an environment; empty: nothing.</summary>
    public static IReadOnlyList<string> Problems(
        IReadOnlyDictionary<Severity, IReadOnlyList<Subscriber>> subscribers, MonitoringLevel level, IReadOnlyCollection<Severity> severities) =>
    [
        .. subscribers.Where(entry => entry.Value.Count > 0 && !severities.Contains(entry.Key)).Select(entry =>
            $"subscribers has some for {entry.Key.Word()}, but monitoring of level {level} has {string.Join(", ", severities.Select(severity => severity.Word()))}; subscribe to one of those."),
        .. subscribers.SelectMany(entry => Subscriber.Repeated(entry.Value).Select(endpoint =>
            $"subscribers has '{endpoint}' for {entry.Key.Word()} more than once; name each once.")),
    ];

    /// <summary>Subscribes them. Until they confirm, AWS keeps their messages to itself.</summary>
    public static void Register(
        string name,
        IReadOnlyDictionary<Severity, Output<string>> topics,
        IReadOnlyDictionary<Severity, IReadOnlyList<Subscriber>> subscribers,
        string? region,
        CustomResourceOptions child)
    {
        foreach (var (severity, topic) in topics)
        {
            foreach (var subscriber in subscribers.GetValueOrDefault(severity, []))
            {
                new TopicSubscription($"{name}-{severity.Word()}-{subscriber.Key}", new()
                {
                    Topic = topic,
                    Protocol = subscriber.Protocol,
                    Endpoint = subscriber.Endpoint,
                    Region = region!,
                }, child);
            }
        }
    }
}
