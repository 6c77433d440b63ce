using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability.Alarms;
using Platform.Components.Observability.Dashboards;
using Platform.Components.Observability.Logs;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.CloudWatch;

namespace Platform.Components.Observability;

/// <summary>
/// Alarms for everything that tells a signal, such that one cause calls one person once: at once, within an hour, four hours or a day.
/// </summary>
/// <example><code>
/// var monitoring = new Monitoring("monitoring", new() { Watches = account.Observed, Region = account.Region, Owner = "shop-team" }, account.Here);
/// </code></example>
public sealed class Monitoring : ComponentResource
{
    /// <summary>Registers topics and alarms. Make it after everything it watches.</summary>
    /// <param name="name">Logical name; alarms are named after what they watch.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">Two signals would have alarms of one name, or somebody is subscribed twice, or to what there is not.</exception>
    public Monitoring(string name, MonitoringArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:Monitoring", name, args, options)
    {
        var level = args.Level ?? MonitoringLevel.Full;
        var account = CallerAccount.Of(this);
        var child = new CustomResourceOptions { Parent = this };
        var text = new AlarmText(args.Owner, args.RunbookUrl ?? AlarmText.Runbooks);
        var severities = level == MonitoringLevel.Full ? Enum.GetValues<Severity>() : [Severity.Medium, Severity.Low];
        var subscribers = args.Subscribers ?? ImmutableDictionary<Severity, IReadOnlyList<Subscriber>>.Empty;
        this.Require(TopicSubscribers.Problems(subscribers, level, severities));
        var watched = Watch(args, level, child);

        var promises = WatchList.Promises(args.Watches).ToList();
        Topics = ImmutableDictionary<string, Output<string>>.Empty;
        foreach (var region in watched.Select(each => each.Signal.Region).Append(null).Distinct().Order(StringComparer.Ordinal))
        {
            var place = region is null ? name : $"{name}-{region}";
            var topics = new SeverityTopics(place, severities, region, args.KeyDeletionDays ?? 30, account.In(region), child);
            TopicSubscribers.Register(place, topics.Arns, subscribers, region, child);
            new RegionAlarms(place, level, text, topics.Arns, region, child).Register(
                watched.Where(each => each.Signal.Region == region),
                region is null && level == MonitoringLevel.Full ? promises : []);
            if (region is null)
            {
                EventRules.Register(name, args.Watches, level, text, topics, account, child);
                (Topics, TopicKeyArn) = (topics.Arns.ToImmutableDictionary(topic => topic.Key.Word(), topic => topic.Value), topics.KeyArn);
            }
        }

        LogFilters.Save(args.Watches.OfType<ILogging>(), child);
        foreach (var board in BoardPlan.Of(watched, args.Watches, level))
        {
            new Dashboard($"{name}-{board.Key}", new()
            {
                DashboardName = AwsName.Of($"{name}-{board.Key}", new NameRule(255)),      // all regions share their names
                DashboardBody = CloudWatchBoard.Of(board, args.Region),
            }, child);
        }

        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>Topics of the component's own region, by severity: <c>critical</c>, <c>high</c>, <c>medium</c>, <c>low</c>; for budgets, backups and subscriptions.</summary>
    [Output("topics")] public ImmutableDictionary<string, Output<string>> Topics { get; private set; }

    /// <summary>Key of those topics; whoever writes to them must be able to use it.</summary>
    [Output("topicKeyArn")] public Output<string> TopicKeyArn { get; private set; } = null!;

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <summary>What alarms and boards are made of; the metrics that are counted in logs are made on the way.</summary>
    private List<Watched> Watch(MonitoringArgs args, MonitoringLevel level, CustomResourceOptions child)
    {
        var logs = WatchList.Logs(args.Watches, level).ToList();
        var watched = WatchList.Signals(args.Watches, level)
            .Where(each => each.Signal.Measure is not PromQuery)
            .Concat(logs.Select(log => log.Watched))

            // What AWS measures in a region of its own is at home where that is ours.
            .Select(each => each.Signal.Region == args.Region ? each with { Signal = each.Signal with { Region = null } } : each)
            .ToList();
        var twice = watched.GroupBy(each => (each.Name, each.Signal.Region)).FirstOrDefault(same => same.Skip(1).Any());
        this.Require(twice is null, $"two signals are called '{twice?.Key.Name}'; give one of the components or signals another name.");
        foreach (var (each, log) in logs)
        {
            LogFilters.Count(each.Name, log, child);
        }

        return watched;
    }
}
