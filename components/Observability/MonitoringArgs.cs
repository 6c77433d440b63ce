using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability;

/// <summary>What a caller may choose; <see cref="Monitoring"/> decides the rest.</summary>
public sealed class MonitoringArgs : ResourceArgs
{
    /// <summary>What is watched; everything that was made in an account: <see cref="Accounts.CloudAccount.Observed"/>.</summary>
    public required IReadOnlyList<IObserved> Watches { get; init; }

    /// <summary>Region the alarms of everything live in that AWS does not measure elsewhere.</summary>
    [Input("region", required: true)] public required string Region { get; init; }

    /// <summary>How much is watched. Default: <see cref="MonitoringLevel.Full"/>.</summary>
    public MonitoringLevel? Level { get; init; }

    /// <summary>Team that answers, where a signal names no other.</summary>
    [Input("owner", required: true)] public required string Owner { get; init; }

    /// <summary>Who hears of alarms, by severity, in every region that has some. Default: nobody.</summary>
    public IReadOnlyDictionary<Severity, IReadOnlyList<Subscriber>>? Subscribers { get; init; }

    /// <summary>What stands before the name of a runbook in an alarm. Default: <c>docs/runbooks/</c>, where they are in this repository.</summary>
    [Input("runbookUrl")] public string? RunbookUrl { get; init; }

    /// <summary>Days the keys of the topics survive a request to delete them, 7 to 30. Default: 30.</summary>
    [Input("keyDeletionDays")] public int? KeyDeletionDays { get; init; }
}
