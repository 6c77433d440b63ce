using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Data.Postgres.Origins;

namespace Platform.Components.Data.Aurora;

/// <summary>What Aurora could not run as asked, with the way out: told before anything is made.</summary>
internal static class AuroraProblems
{
    // Source: Amazon Aurora user guide, Aurora replicas.
    private const int MostReaders = 15;

    public static void Check(ComponentResource self, AuroraDatabaseArgs args)
    {
        self.InRange("version", args.Version, min: 14, max: 17);
        self.InRange("readers", args.Readers ?? 0, min: 0, max: MostReaders);
        ServerProblems.Check(self, args);
        self.Require([.. args.Capacity.Problems(), .. Excluded(args), .. Plan(args).Problems(sleeps: args.WorkingHours is not null)]);
        ServerProblems.CheckAccess(self, args);
        if (args.Capacity.Connections is { } most)
        {
            self.Require(ConnectionBudget.Problem(args.MaxClients, args.PoolSize, $"{args.Capacity}", most, "Choose more capacity", ""));
        }
    }

    public static CredentialPlan Plan(AuroraDatabaseArgs args) => CredentialPlan.Of(
        args,
        args.Follows is not null ? DatabaseOrigin.Promoted(args.SecretArn ?? "")
            : args.Snapshot is { } snapshot ? DatabaseOrigin.Snapshot(snapshot)
            : DatabaseOrigin.New);

    /// <summary>What Aurora does not do together. Sources: Amazon Aurora user guide, Secrets Manager integration, global databases, Serverless v2, stopping a cluster.</summary>
    private static IEnumerable<string> Excluded(AuroraDatabaseArgs args)
    {
        var (leads, follows) = (args.Global == true, args.Follows is not null);
        if (leads && follows)
        {
            yield return "global and follows are both set, but a cluster leads a global database or follows one; leave one of the two out.";
        }

        if (leads && args.Credentials == CredentialMode.Managed)
        {
            yield return "Aurora cannot replicate a cluster whose password it manages to other regions; choose CredentialMode.SelfManaged, or leave global out.";
        }

        if (leads && args.Snapshot is not null)
        {
            yield return "a cluster cannot be restored from a snapshot and join a global database in one step; restore it first, and set global in the deployment after.";
        }

        if (follows && args.SecretArn is null)
        {
            yield return "follows is set, but secretArn is not; name the copy of the first cluster's secret in this region (SecretCopies.ArnIn).";
        }

        if ((leads || follows) && args.Capacity.Class.StartsWith("db.t", StringComparison.Ordinal))
        {
            yield return $"capacity is {args.Capacity}, but a global database needs a class of r or x, or AuroraCapacity.Serverless.";
        }

        if ((leads || follows) && args.Capacity is { IsServerless: true, Min: 0 })
        {
            yield return "a global database never pauses; choose a minimum capacity of 0.5 or more.";
        }

        if ((leads || follows) && args.WorkingHours is not null)
        {
            yield return "Aurora cannot stop a cluster of a global database; leave out the working hours, or the global database.";
        }
    }
}
