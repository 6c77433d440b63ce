using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Data.Postgres.Origins;

namespace Platform.Components.Data.Postgres;

/// <summary>What AWS could not run as asked, with the way out: told before anything is made.</summary>
internal static class PostgresProblems
{
    // Largest gp3 volume of RDS for PostgreSQL. Source: Amazon RDS user guide, DB instance storage.
    private const int MostStorageGiB = 65_536;

    // Source: Amazon RDS user guide, working with read replicas for RDS for PostgreSQL.
    private const int MostReaders = 15;

    public static void Check(ComponentResource self, PostgresDatabaseArgs args)
    {
        self.InRange("version", args.Version, min: 14, max: 18);
        self.InRange("storageGiB", args.StorageGiB, min: 20, max: 16_384);
        self.InRange("maxStorageGiB", args.MaxStorageGiB, min: 2 * args.StorageGiB, max: Math.Min(5 * args.StorageGiB, MostStorageGiB));
        self.InRange("readReplicas", args.ReadReplicas ?? 0, min: 0, max: MostReaders);
        ServerProblems.Check(self, args);
        self.Require(
            args.InstanceClass.StartsWith("db.", StringComparison.Ordinal),
            $"instanceClass is '{args.InstanceClass}', but must name a database class such as db.t4g.micro.");
        self.Require([.. Excluded(args), .. Plan(args).Problems(sleeps: args.WorkingHours is not null)]);
        ServerProblems.CheckAccess(self, args, args.Pooled == true, args.BlueGreen);
        if (args.Pooled != true)
        {
            self.Require(ConnectionBudget.Problem(args));
        }
    }

    public static CredentialPlan Plan(PostgresDatabaseArgs args) => CredentialPlan.Of(args, args.Origin ?? DatabaseOrigin.New);

    /// <summary>What RDS does not do together. Sources: Amazon RDS user guide, Secrets Manager integration, blue/green deployments, stopping an instance.</summary>
    private static IEnumerable<string> Excluded(PostgresDatabaseArgs args)
    {
        var (isManaged, hasReaders) = (args.Credentials == CredentialMode.Managed, args.ReadReplicas > 0);
        if (isManaged && args.Replicated)
        {
            yield return "RDS cannot replicate a database whose password it manages; choose CredentialMode.SelfManaged, or no replica.";
        }

        if (isManaged && hasReaders)
        {
            yield return "RDS makes no read replicas of a database whose password it manages; choose CredentialMode.SelfManaged, or set readReplicas to 0.";
        }

        if (isManaged && args.BlueGreen)
        {
            yield return "RDS makes no blue/green copy of a database whose password it manages; choose CredentialMode.SelfManaged, or no blue/green.";
        }

        if (args.BlueGreen && args.Replicated)
        {
            yield return "RDS makes no blue/green copy of a database with replicas in other regions; choose one of the two.";
        }

        if (args.BlueGreen && hasReaders)
        {
            yield return "after a blue/green change the read replicas would follow the old database, which the provider deletes; choose blue/green, or set readReplicas to 0.";
        }

        if (args.BlueGreen && args.Origin?.SourceArn is not null)
        {
            yield return "RDS makes no blue/green copy of a database that follows another one; leave out blue/green until it is promoted.";
        }

        if (args.BlueGreen && args.Pooled == true)
        {
            yield return "RDS makes no blue/green copy of a database behind RDS Proxy; choose blue/green, or the pool (pooled), which hides a failover anyway.";
        }

        if (args.WorkingHours is not null && (args.Replicated || hasReaders))
        {
            yield return "RDS cannot stop a database that has replicas; leave out the working hours, or the replica.";
        }
    }
}
