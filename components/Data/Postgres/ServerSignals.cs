using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Postgres;

/// <summary>
/// What every Postgres that AWS runs tells in the same words, an instance of RDS as a cluster of Aurora. What each tells in words of its
/// own, its storage above all, stands with it.
/// </summary>
internal static class ServerSignals
{
    /// <summary>Where RDS puts its metrics, and Aurora as well.</summary>
    public const string Metrics = "AWS/RDS";

    /// <param name="used">CPU in use, per cent.</param>
    /// <param name="meaning">Whose it is.</param>
    public static Signal Cpu(Metric used, string meaning) => new("cpu", used, "%",
        Limit.Above(AlarmTriggers.CpuPercent, AlarmTriggers.Source) with { Basic = 90 },
        Severity.Medium, Layer.Database, "database-load", meaning) { Basic = true };

    /// <param name="used">Transaction ids that vacuum has not freed yet.</param>
    public static Signal Transactions(Metric used) => new("transactions", used, "count",
        Limit.Above(1_000_000_000, AlarmTriggers.AwsSource),
        Severity.High, Layer.Durability, "database-transactions",
        "Vacuum does not keep up: at two thousand million open transaction ids Postgres stops taking writes.")
        { Evaluation = Evaluation.Minutes(1) };

    /// <param name="open">Connections in use.</param>
    /// <param name="most">Connections it lets in.</param>
    /// <param name="size">How large it is, in words.</param>
    public static Signal Connections(Metric open, int most, string size) => new("connections", open, "count",
        Limit.Above(
            Math.Floor(AlarmTriggers.ConnectionsPercent / 100.0 * most),
            $"{AlarmTriggers.ConnectionsPercent} % of the {most} connections {size} lets in; {AlarmTriggers.Source}"),
        Severity.High, Layer.Database, "database-connections", "The database is about to refuse connections.") { Basic = true };

    /// <param name="free">Memory that is left.</param>
    /// <param name="limit">How much should be.</param>
    public static Signal Memory(Metric free, Limit limit) => new("memory", free, "bytes", limit,
        Severity.Medium, Layer.Database, "database-memory", "The database has little memory left; soon it swaps or is restarted.")
        { Evaluation = Evaluation.Minutes(15), Basic = true };

    /// <param name="sessions">Sessions that run or want to.</param>
    /// <param name="vcpus">CPUs there are.</param>
    /// <param name="machineClass">Of which class.</param>
    public static Signal Load(Metric sessions, int vcpus, string machineClass) => new("load", sessions, "count",
        Limit.Above(vcpus, $"the {vcpus} vCPUs of {machineClass}; {AlarmTriggers.AwsSource}"),
        Severity.Medium, Layer.Database, "database-load", "More sessions want to run than there are CPUs.")
        { Evaluation = Evaluation.Minutes(15) };

    /// <summary>How far one that follows another is behind, held against the data loss we promised at most.</summary>
    /// <param name="lag">How far.</param>
    /// <param name="unit">In seconds, <c>s</c>, or thousandths of them, <c>ms</c>.</param>
    /// <param name="who">Who follows, such as <c>replica</c>.</param>
    /// <param name="ended">What no value at all means.</param>
    public static IReadOnlyList<Signal> Follower(Metric lag, string unit, string who, string ended)
    {
        var recoveryPoint = (unit == "ms" ? 1000 : 1) * 60.0 * ServiceTargets.RecoveryPointMinutes;
        return
        [
            new("lag", lag, unit, Limit.Above(recoveryPoint / 2, $"half of the recovery point, {ServiceTargets.RecoveryPointMinutes} min"),
                Severity.Medium, Layer.Durability, "replica-lag", $"The {who} falls behind: half of the data loss we allow ourselves is used up.")
                { Evaluation = Evaluation.Minutes(10) },
            new("recovery-point", lag, unit, Limit.Above(recoveryPoint, $"recovery point, {ServiceTargets.RecoveryPointMinutes} min"),
                Severity.Critical, Layer.Durability, "replica-lag", $"The {who} is further behind than the data loss we promised at most, or {ended}.")
                { Evaluation = Evaluation.Minutes(10, MissingData.Bad) },
        ];
    }

    /// <summary>The question to the log: which statements took longer than the second from which on they are written.</summary>
    /// <param name="group">Log group.</param>
    public static SavedQuery SlowStatements(Output<string> group) => new(
        "slow-statements",
        group,
        "filter @message like /duration:/ | parse @message /duration: (?<milliseconds>[0-9.]+) ms/ | sort milliseconds desc | limit 50");
}
