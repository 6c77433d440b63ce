using Platform.Components.Observability.Signals;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Platform.Components.Observability.Alarms;

/// <summary>
/// The composite alarms of a region: everything that shares a cause pages once. A composite of high severity waits whether a critical
/// one, or one nearer to the cause, goes off as well, and then stays silent.
/// </summary>
internal sealed class PageGroups(string name, AlarmText text, IReadOnlyDictionary<Severity, Output<string>> topics, string? region, CustomResourceOptions child)
{
    /// <summary>How long a page waits for a better one, which still leaves most of the hour in which a high one is answered.</summary>
    private const int WaitSeconds = 600;

    /// <summary>How long a page stays silent after the better one has ended.</summary>
    private const int ExtensionSeconds = 300;

    private static readonly Layer[] CauseFirst =
        [Layer.Users, Layer.Network, Layer.Database, Layer.Cache, Layer.App, Layer.Entry, Layer.Edge, Layer.Durability, Layer.Security];

    private readonly List<(Layer Layer, string Group, Severity Severity, Output<string> Alarm)> _pages = [];

    /// <summary>Registers the composites of the alarms that page.</summary>
    /// <param name="members">The alarms: what they watch, how severe it is, and their names.</param>
    public void Register(IReadOnlyCollection<(Watched Watched, Severity Severity, Output<string> Alarm)> members)
    {
        foreach (var group in members
            .GroupBy(member => (member.Watched.Signal.Layer, member.Watched.Group, member.Severity))
            .OrderBy(group => Array.IndexOf(CauseFirst, group.Key.Layer))
            .ThenBy(group => group.Key.Group, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Severity))
        {
            var (layer, word, severity) = group.Key;
            var better = _pages.Where(page => Causes.Of(layer).Contains(page.Layer) || (page.Group == word && page.Severity < severity)).ToList();
            var alarm = Composite(
                $"{word}-{severity.Word()}",
                layer,
                severity,
                Any(group.Select(member => member.Alarm)),
                Silencer($"{word}-{severity.Word()}", layer, severity, [.. better.Select(page => page.Alarm)]));
            _pages.Add((layer, word, severity, alarm));
        }
    }

    /// <summary>A composite that tells nobody, for others to build on.</summary>
    /// <param name="key">Its name after the name of the whole.</param>
    /// <param name="meaning">What it means.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="watched">What it watches.</param>
    /// <param name="severity">How severe it is.</param>
    /// <param name="tells">Topic it tells; null: nobody.</param>
    public Output<string> Part(string key, string meaning, Input<string> rule, Watched watched, Severity severity, Output<string>? tells) => new CompositeAlarm($"{name}-{key}", new()
    {
        AlarmName = SignalAlarm.NameOf(key),
        AlarmDescription = text.Of(meaning, severity, watched.Signal.Runbook),
        AlarmRule = rule,
        AlarmActions = tells is null ? new InputList<string>() : tells,
        Region = region!,
        Tags = text.Tags(watched.Component, watched.Signal.Layer, severity, watched.Signal.Owner, watched.Signal.Runbook),
    }, child).AlarmName;

    /// <summary>A rule that holds when any of the alarms is on.</summary>
    public static Output<string> Any(IEnumerable<Output<string>> alarms) =>
        Output.All(alarms.Select(alarm => (Input<string>)alarm)).Apply(names => string.Join(" OR ", names.Select(name => $"ALARM(\"{name}\")")));

    private Output<string> Composite(
        string key, Layer layer, Severity severity, Output<string> rule, CompositeAlarmActionsSuppressorArgs? silencer) => new CompositeAlarm($"{name}-{key}", new()
    {
        AlarmName = SignalAlarm.NameOf($"page-{key}"),
        AlarmDescription = text.Of(Meaning(layer), severity, "paged"),
        AlarmRule = rule,
        ActionsSuppressor = silencer!,
        AlarmActions = topics[severity],
        OkActions = topics[severity],
        Region = region!,
        Tags = text.Tags(name, layer, severity, null, "paged"),
    }, child).AlarmName;

    // A suppressor is one alarm: where there are several, it is a composite that tells nobody.
    private CompositeAlarmActionsSuppressorArgs? Silencer(string key, Layer layer, Severity severity, Output<string>[] better) => better.Length == 0
        ? null
        : new()
        {
            Alarm = better.Length == 1 ? better[0] : new CompositeAlarm($"{name}-{key}-explained", new()
            {
                AlarmName = SignalAlarm.NameOf($"explained-{key}"),
                AlarmDescription = text.Of("Somebody has been called for a cause of this already.", severity, "paged"),
                AlarmRule = Any(better),
                Region = region!,
                Tags = text.Tags(name, layer, severity, null, "paged"),
            }, child).AlarmName,
            WaitPeriod = WaitSeconds,
            ExtensionPeriod = ExtensionSeconds,
        };

    private static string Meaning(Layer layer) => layer switch
    {
        Layer.Users => "Users are harmed.",
        Layer.Edge => "The edge fails.",
        Layer.Entry => "The load balancer fails.",
        Layer.App => "The application is about to fail.",
        Layer.Cache => "The cache is about to fail.",
        Layer.Database => "The database is about to fail.",
        Layer.Network => "The network fails.",
        Layer.Durability => "Data, or what protects it, is at risk.",
        _ => "Somebody does what nobody should.",
    };
}
