using Platform.Components.Observability;

namespace Platform.Components.Data.Postgres.Upkeep;

/// <summary>Where a database writes. RDS dictates the names; made beforehand, the groups are encrypted and forget.</summary>
internal static class DatabaseLogs
{
    /// <param name="name">Logical name of the database.</param>
    /// <param name="place">What writes, as RDS has it in the name: <c>instance</c> or <c>cluster</c>.</param>
    /// <param name="identifier">Its name in RDS.</param>
    /// <param name="kind">What it writes, such as <c>postgresql</c>.</param>
    /// <param name="args">Key and retention.</param>
    /// <param name="child">Options of what is made.</param>
    public static LogStream Register(string name, string place, string identifier, string kind, IPostgresArgs args, CustomResourceOptions child) =>
        new($"{name}-{kind}", new()
        {
            GroupName = $"/aws/rds/{place}/{identifier}/{kind}",
            KeyArn = args.LogKeyArn,
            RetentionDays = args.LogRetentionDays,
        }, new ComponentResourceOptions { Parent = child.Parent });
}
