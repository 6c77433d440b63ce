using Platform.Components.Data.Postgres;
using Pulumi.Aws.Rds.Inputs;

namespace Platform.Components.Data.Aurora;

/// <summary>
/// Settings of Aurora PostgreSQL that differ from what AWS sets: those of a Postgres of RDS. Aurora takes every one of them for the whole
/// cluster; a group of an instance could override most, so that none is made, and an instance that takes over has the settings of the one
/// it replaces. <c>rds.force_ssl</c>, <c>rds.logical_replication</c> and <c>shared_preload_libraries</c> belong to the cluster alone.
/// Source: Amazon Aurora user guide, Aurora PostgreSQL parameters.
/// </summary>
internal static class AuroraParameters
{
    public static IReadOnlyList<ServerSetting> Settings => PostgresParameters.Settings(blueGreen: false);

    public static ClusterParameterGroupParameterArgs[] All => [.. Settings.Select(setting => new ClusterParameterGroupParameterArgs
    {
        Name = setting.Name,
        Value = setting.Value,
        ApplyMethod = setting.NeedsRestart ? "pending-reboot" : "immediate",
    })];
}
