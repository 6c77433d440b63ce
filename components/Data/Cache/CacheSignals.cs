using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Cache;

/// <summary>What a Valkey cache tells about its health. ElastiCache measures nodes, so each signal is the worst of them.</summary>
internal static class CacheSignals
{
    /// <summary>Where ElastiCache puts its metrics.</summary>
    public const string Metrics = "AWS/ElastiCache";

    /// <summary>Metrics that one alarm may compute with. Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-limits.html.</summary>
    public const int MostTerms = 10;

    private const string Node = "CacheClusterId";
    private const int FewLookUps = 1000;

    /// <summary>The names ElastiCache gives the nodes of a group without shards: name-001, name-002 and so on.</summary>
    public static List<Output<string>> Members(Output<string> groupId, int nodes) =>
        [.. Enumerable.Range(1, nodes).Select(number => Output.Format($"{groupId}-{$"{number:000}"}"))];

    /// <summary>
    /// Those of each shard, since one full or busy shard is trouble whatever the others do: name-0001-001 and so on. Shards that come by
    /// themselves with the load are not among them.
    /// </summary>
    public static IReadOnlyList<Signal> OfShards(Output<string> groupId, int shards, int nodes, string nodeType) =>
    [
        .. from shard in Enumerable.Range(1, shards)
           let members = Members(Output.Format($"{groupId}-{$"{shard:0000}"}"), nodes)
           from signal in Of(members, nodeType)
           select signal with { Key = $"shard-{shard}-{signal.Key}" },
    ];

    /// <summary>The nodes of the first shard, each of which may be the one that measures what concerns all shards.</summary>
    public static List<Output<string>> FirstOfShards(Output<string> groupId, int nodes) => Members(Output.Format($"{groupId}-0001"), nodes);

    /// <param name="members">Names of the nodes.</param>
    /// <param name="nodeType">Their type.</param>
    public static IReadOnlyList<Signal> Of(List<Output<string>> members, string nodeType)
    {
        var cores = MachineSize.Of(nodeType)?.Vcpus ?? 2;
        var clients = MostClients(nodeType);
        return
        [
            Cpu(members, cores),
            new("memory", Worst("DatabaseMemoryUsagePercentage", "Average", members), "%",
                Limit.Above(AlarmTriggers.MemoryPercent, AlarmTriggers.Source),
                Severity.Medium, Layer.Cache, "cache-memory", "The cache is nearly full and begins to forget what is still asked for.")
                { Basic = true },
            new("connections", Worst("CurrConnections", "Average", members), "count",
                Limit.Above(0.8 * clients, $"80 % of the {clients} connections of {nodeType}"),
                Severity.High, Layer.Cache, "cache-connections", "The cache is about to refuse connections.") { Evaluation = Evaluation.Minutes(10) },
            new("evictions", Sum("Evictions", members), "count", Limit.Above(0, "nothing still wanted should be thrown away"),
                Severity.Low, Layer.Cache, "cache-memory", "The cache throws away what is still wanted.") { Evaluation = new(300, 3, 3) },
            2 * members.Count <= MostTerms ? Hits(Node, members) : Hits(Node, [members[0]]),       // the first node tells for all when they are too many
            .. members.Count > 1 ? new[] { Lag(members) } : [],
        ];
    }

    /// <summary>The parameter <c>maxclients</c>, which nobody can change. Source: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html.</summary>
    private static int MostClients(string nodeType) => nodeType switch
    {
        "cache.t3.micro" or "cache.t4g.micro" => 20_000,
        "cache.t3.small" or "cache.t3.medium" => 46_000,
        _ => 65_000,
    };

    // With few cores the engine's thread shares them with the rest: what the machine uses is what counts.
    private static Signal Cpu(List<Output<string>> members, int cores) => new(
        "cpu", Worst(cores >= 4 ? "EngineCPUUtilization" : "CPUUtilization", "Average", members), "%",
        cores >= 4
            ? Limit.Above(AlarmTriggers.CpuPercent, AlarmTriggers.Source)
            : Limit.Above(AlarmTriggers.CpuPercent / (double)cores, $"{AlarmTriggers.CpuPercent} % of one of {cores} cores; {AlarmTriggers.Source}"),
        Severity.Medium, Layer.Cache, "cache-load", "The one thread that answers is busy most of the time.") { Basic = true };

    /// <summary>How much is found.</summary>
    /// <param name="dimension">What the members are to CloudWatch.</param>
    /// <param name="members">Names of what answers.</param>
    public static Signal Hits(string dimension, List<Output<string>> members) => new(
        "hits", new Formula(
            $"IF({Plus('h', members.Count)} + {Plus('m', members.Count)} > {FewLookUps}, "
                + $"100 * ({Plus('h', members.Count)}) / ({Plus('h', members.Count)} + {Plus('m', members.Count)}), 100)",
            Each('h', "CacheHits", "Sum", members, dimension).Concat(Each('m', "CacheMisses", "Sum", members, dimension)).ToDictionary()), "%",
        Limit.Below(ServiceTargets.CacheHitPercent, "service target of the platform charter: cache hit rate"),
        Severity.Medium, Layer.Cache, "cache-hits", "The database answers what the cache should.") { Evaluation = new(300, 3, 3) };

    private static Signal Lag(List<Output<string>> members) => new("lag", Worst("ReplicationLag", "Average", members), "s",
        Limit.Above(60 * ServiceTargets.RecoveryPointMinutes, $"recovery point, {ServiceTargets.RecoveryPointMinutes} min"),
        Severity.Medium, Layer.Cache, "replica-lag", "Replicas of the cache fall behind; a failover would lose what they lack.")
        { Evaluation = Evaluation.Minutes(10) };

    /// <summary>
    /// How far the member of a Global Datastore that follows is behind. Only the node there that takes the changes measures it, whichever of
    /// the regions follows today: where nothing follows there is nothing to measure, and all is well.
    /// </summary>
    /// <param name="members">Names of the nodes; of more than an alarm takes, the first ones.</param>
    public static Signal BehindOtherRegion(List<Output<string>> members) => Lag([.. members.Take(MostTerms)]) with
    {
        Key = "behind-other-region",
        Measure = Worst("GlobalDatastoreReplicationLag", "Maximum", [.. members.Take(MostTerms)]),
        Meaning = "The cache falls behind the one of the other region; a move here would lose what it lacks.",
    };

    private static Measure Worst(string metric, string statistic, List<Output<string>> members) => members.Count == 1
        ? One(metric, statistic, members[0])
        : new Formula($"MAX([{string.Join(", ", Enumerable.Range(1, members.Count).Select(number => $"n{number}"))}])", Each('n', metric, statistic, members));

    private static Measure Sum(string metric, List<Output<string>> members) => members.Count == 1
        ? One(metric, "Sum", members[0])
        : new Formula(Plus('n', members.Count), Each('n', metric, "Sum", members));

    private static string Plus(char letter, int count) => string.Join(" + ", Enumerable.Range(1, count).Select(number => $"{letter}{number}"));

    private static Dictionary<string, Metric> Each(char letter, string metric, string statistic, List<Output<string>> members, string dimension = Node) =>
        members.Select((member, index) => (Id: $"{letter}{index + 1}", Metric: One(metric, statistic, member, dimension)))
            .ToDictionary(term => term.Id, term => term.Metric);

    private static Metric One(string metric, string statistic, Output<string> member, string dimension = Node) =>
        Metric.Of(Metrics, metric, statistic, (dimension, member));
}
