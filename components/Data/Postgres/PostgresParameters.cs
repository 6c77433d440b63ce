using Pulumi.Aws.Rds.Inputs;

namespace Platform.Components.Data.Postgres;

/// <summary>Settings of Postgres itself that differ from what RDS sets.</summary>
internal static class PostgresParameters
{
    public static ParameterGroupParameterArgs[] Of(bool blueGreen) => [.. Settings(blueGreen).Select(setting => new ParameterGroupParameterArgs
    {
        Name = setting.Name,
        Value = setting.Value,
        ApplyMethod = setting.NeedsRestart ? "pending-reboot" : "immediate",
    })];

    public static IReadOnlyList<ServerSetting> Settings(bool blueGreen) =>
    [
        new("auto_explain.log_min_duration", "1000"),               // the plan of what log_min_duration_statement finds slow
        new("auto_explain.log_nested_statements", "1"),
        new("idle_in_transaction_session_timeout", "60000"),        // an abandoned transaction stops vacuum for everybody
        new("log_connections", "1"),
        new("log_disconnections", "1"),
        new("log_lock_waits", "1"),
        new("log_min_duration_statement", "1000"),
        new("pgaudit.log", "ddl,role"),                             // who changed what there is and who may; reads and writes are the application's to log
        new("pgaudit.log_catalog", "0"),
        new("rds.force_ssl", "1"),
        .. blueGreen ? new ServerSetting[] { new("rds.logical_replication", "1", NeedsRestart: true) } : [],
        new("shared_preload_libraries", "pg_stat_statements,auto_explain,pgaudit", NeedsRestart: true),
        new("track_io_timing", "1"),
    ];
}
