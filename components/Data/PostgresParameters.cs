using Pulumi.Aws.Rds.Inputs;

namespace Platform.Components.Data;

/// <summary>Settings of Postgres itself that differ from what RDS sets.</summary>
internal static class PostgresParameters
{
    public static ParameterGroupParameterArgs[] Of(bool blueGreen) =>
    [
        Now("idle_in_transaction_session_timeout", "60000"),        // an abandoned transaction stops vacuum for everybody
        Now("log_connections", "1"),
        Now("log_disconnections", "1"),
        Now("log_lock_waits", "1"),
        Now("log_min_duration_statement", "1000"),
        Now("rds.force_ssl", "1"),
        .. blueGreen ? new[] { AfterRestart("rds.logical_replication", "1") } : [],
        AfterRestart("shared_preload_libraries", "pg_stat_statements,auto_explain,pgaudit"),
        Now("track_io_timing", "1"),
    ];

    private static ParameterGroupParameterArgs Now(string name, string value) =>
        new() { Name = name, Value = value, ApplyMethod = "immediate" };

    private static ParameterGroupParameterArgs AfterRestart(string name, string value) =>
        new() { Name = name, Value = value, ApplyMethod = "pending-reboot" };
}
