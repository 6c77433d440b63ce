using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Observability;

namespace Platform.Components.Data.Postgres;

/// <summary>What AWS could run no Postgres with, be it an instance or a cluster.</summary>
internal static class ServerProblems
{
    /// <summary>Numbers out of range.</summary>
    public static void Check(ComponentResource self, IPostgresArgs args)
    {
        self.InRange("backupDays", args.BackupDays, min: 1, max: 35);
        self.OneOf("logRetentionDays", args.LogRetentionDays, LogRetention.Days);
        self.OneOf("monitoringSeconds", args.MonitoringSeconds ?? 60, [1, 5, 10, 15, 30, 60]);
        self.InRange("poolSize", args.PoolSize ?? ConnectionBudget.DefaultPoolSize, min: 1, max: 1000);
    }

    /// <summary>Applications that could not sign in.</summary>
    /// <param name="self">The component.</param>
    /// <param name="args">What is asked.</param>
    /// <param name="pooled">Whether RDS Proxy stands in front.</param>
    /// <param name="blueGreen">Whether changes are made on a copy.</param>
    public static void CheckAccess(ComponentResource self, IPostgresArgs args, bool pooled = false, bool blueGreen = false) =>
        self.Require((args.Access ?? DatabaseAccess.MasterSecret).Problem(args.Credentials, pooled, blueGreen));
}
