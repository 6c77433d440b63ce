using Platform.Components.Baseline;

namespace Platform.Components.Cost;

/// <summary>What a caller may choose; <see cref="CostControl"/> decides the rest.</summary>
public sealed class CostControlArgs : ResourceArgs
{
    /// <summary>Value of the tag <c>environment</c> whose costs are meant.</summary>
    [Input("environment", required: true)] public required string Environment { get; init; }

    /// <summary>What the environment may cost in a month, US dollars, 1 to 1,000,000.</summary>
    [Input("monthlyBudgetUsd", required: true)] public required int MonthlyBudgetUsd { get; init; }

    /// <summary>Who is told, by mail; 1 to 10 addresses, as many as a notification of AWS Budgets takes.</summary>
    [Input("notify", required: true)] public required IReadOnlyList<string> Notify { get; init; }

    /// <summary>
    /// Days a snapshot that somebody made by hand is kept, 1 to 3650, unless it carries the tag <c>keep</c>. Those that RDS and AWS Backup
    /// make have lives of their own.
    /// </summary>
    [Input("keepSnapshotsDays", required: true)] public required int KeepSnapshotsDays { get; init; }

    /// <summary>Key that encrypts the log of the clean-up; its policy must admit CloudWatch Logs.</summary>
    [Input("logKeyArn", required: true)] public required Input<string> LogKeyArn { get; init; }

    /// <summary>Days that log is kept; see <see cref="Observability.LogRetention"/>.</summary>
    [Input("logRetentionDays", required: true)] public required int LogRetentionDays { get; init; }

    /// <summary>
    /// The tags by which AWS splits its bill. It takes only tags it has seen on a resource, a day later at most, and only from the account
    /// that pays. Default: created.
    /// </summary>
    [Input("allocationTags")] public AccountPiece AllocationTags { get; init; } = AccountPiece.Create;

    /// <summary>The watch over the costs of each service; an account has one. Default: created.</summary>
    [Input("serviceMonitor")] public AccountPiece ServiceMonitor { get; init; } = AccountPiece.Create;

    /// <summary>Every line of the bill, once a day, in a bucket. Default: created.</summary>
    [Input("export")] public AccountPiece Export { get; init; } = AccountPiece.Create;

    /// <summary>Whether exported bills may be deleted with the stack. Default: false.</summary>
    [Input("destroyWithContent")] public bool DestroyWithContent { get; init; }
}
