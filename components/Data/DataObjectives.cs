using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Data;

/// <summary>What may be counted on of what holds data.</summary>
public static class DataObjectives
{
    private const string Charter = "service targets of the platform charter";
    private const int FewLookUps = 1000;

    /// <summary>The service targets a database answers for.</summary>
    internal static IReadOnlyDictionary<string, object> DatabaseTargets { get; } = new Dictionary<string, object>
    {
        ["recoveryTimeMinutes"] = ServiceTargets.RecoveryTimeMinutes,
        ["recoveryPointMinutes"] = ServiceTargets.RecoveryPointMinutes,
        ["queryMeanMilliseconds"] = ServiceTargets.QueryMeanMilliseconds,
    };

    /// <summary>How fresh a replica is. One datapoint a minute tells how far behind it is; the share within the recovery point counts.</summary>
    /// <param name="identifier">Name of the replica.</param>
    public static Objective Fresh(Output<string> identifier) => new("fresh")
    {
        Target = 0.99,
        Meaning = $"The replica is at most {ServiceTargets.RecoveryPointMinutes} minutes behind.",
        Source = $"99 % of minutes within the recovery point of {ServiceTargets.RecoveryPointMinutes} min; {Charter}",
        Bad = new("1 - fresh / 100", new Dictionary<string, Metric>
        {
            ["fresh"] = Metric.Of(
                "AWS/RDS",
                "ReplicaLag",
                FormattableString.Invariant($"PR(:{60 * ServiceTargets.RecoveryPointMinutes})"),
                ("DBInstanceIdentifier", identifier)),
        }),
        Layer = Layer.Durability,
        Runbook = "replica-lag",
    };

    /// <summary>How much a cache answers.</summary>
    /// <param name="dimension">What the members are to CloudWatch, such as <c>CacheClusterId</c>.</param>
    /// <param name="members">Names of its nodes.</param>
    internal static Objective Hits(string dimension, IReadOnlyList<Output<string>> members)
    {
        var terms = members.SelectMany((member, index) => new[] { ($"h{index + 1}", "CacheHits", member), ($"m{index + 1}", "CacheMisses", member) })
            .ToDictionary(term => term.Item1, term => Metric.Of("AWS/ElastiCache", term.Item2, "Sum", (dimension, term.Item3)));
        string Plus(char letter) => string.Join(" + ", members.Select((_, index) => $"{letter}{index + 1}"));
        return new("hits")
        {
            Target = ServiceTargets.CacheHitPercent / 100.0,
            Meaning = "The cache answers what it is asked for.",
            Source = $"{ServiceTargets.CacheHitPercent} % cache hit rate; {Charter}",
            Bad = new($"IF({Plus('h')} + {Plus('m')} > {FewLookUps}, ({Plus('m')}) / ({Plus('h')} + {Plus('m')}), 0)", terms),

            // Users feel a cold cache as slow answers, which call somebody by themselves.
            Pages = false,
            Layer = Layer.Cache,
            Runbook = "cache-hits",
        };
    }
}
