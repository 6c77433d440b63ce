using Platform.Components.Messaging;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Postgres.Upkeep;

/// <summary>
/// What RDS tells of a database by itself, by way of EventBridge. A subscription of RDS was made for topics that are not encrypted (Amazon RDS
/// API reference, CreateEventSubscription; later issues of that page are silent about it), would have a service write to our topics that
/// knows no severities, and says nothing about runbooks.
/// </summary>
internal static class DatabaseEvents
{
    /// <param name="identifiers">Names in RDS, of instances and clusters.</param>
    public static IReadOnlyList<EventSignal> Of(params IReadOnlyList<string> identifiers)
    {
        return
        [
            Of("failure", "failure", Severity.High, "RDS reports a failure of the database: its storage, its network or its settings."),
            Of("low-storage", "low storage", Severity.High, "The database has used up its storage, or nearly so; a full disk stops every write."),
            Of("failover", "failover", Severity.Medium, "The database moves, or has moved, to its standby; open connections were cut."),
            Of("maintenance", "maintenance", Severity.Low, "RDS maintains the database, or is about to."),
            Of("notification", "notification", Severity.Low, "RDS has something to say about the database."),
        ];

        EventSignal Of(string key, string category, Severity severity, string meaning) => new(key)
        {
            Pattern = EventPattern.Of(
                ["aws.rds"], ["RDS DB Instance Event", "RDS DB Cluster Event"], ("SourceIdentifier", identifiers), ("EventCategories", [category])),
            Who = "$.detail.SourceIdentifier",
            What = "$.detail.Message",
            Meaning = meaning,
            Severity = severity,
            Layer = Layer.Database,
            Runbook = "database-event",
            Basic = severity.Pages(),
        };
    }
}
