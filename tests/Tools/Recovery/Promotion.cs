using System.Text.Json.Nodes;
using Platform.Tests.Tools.State;

namespace Platform.Tests.Tools.Recovery;

/// <summary>
/// A state after AWS promoted a replica and made the cache beside it the writer, and <c>pulumi refresh</c> read both: nothing else that the
/// program manages is touched by it.
/// </summary>
internal static class Promotion
{
    public const string InstanceType = "aws:rds/instance:Instance";
    private const string DatastoreType = "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup";

    /// <summary>Leaves an export as the promotion of a database does.</summary>
    /// <param name="export">The state before.</param>
    /// <param name="database">Logical name of the replica.</param>
    /// <param name="source">That of its source.</param>
    /// <param name="writer">The cache that takes writes now.</param>
    /// <param name="emptied">Whether the refresh leaves an empty text where the source stood, as the AWS provider does, or nothing.</param>
    public static JsonObject Of(JsonObject export, string database, string source, string writer, bool emptied = true)
    {
        var promoted = DeployedState.Find(export, InstanceType, database);
        foreach (var values in (string[])["inputs", "outputs"])
        {
            promoted[values]!.AsObject().Remove("replicateSourceDb");
            if (emptied)
            {
                promoted[values]!["replicateSourceDb"] = "";
            }
        }

        // What came with the data is the promoted database's own from now on.
        var outputs = promoted["outputs"]!;
        (outputs["engine"], outputs["dbName"], outputs["username"], outputs["status"]) = ("postgres", "app", "postgres", "available");
        outputs["latestRestorableTime"] = "2026-11-09T03:20:00Z";
        DeployedState.Find(export, InstanceType, source)["outputs"]!["replicas"] = new JsonArray();

        var datastore = DeployedState.Find(export, DatastoreType, "cache");
        datastore["inputs"]!["primaryReplicationGroupId"] = writer;
        datastore["outputs"]!["primaryReplicationGroupId"] = writer;
        foreach (var resource in (JsonObject[])[promoted, datastore])
        {
            resource["modified"] = "2026-11-09T03:21:00.000000000Z";
        }

        return export;
    }
}
