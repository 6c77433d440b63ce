using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Platform.Cli;
using Platform.Tests.Tools.State;

namespace Platform.Tests.Tools.Recovery;

/// <summary>
/// The whole way to the second region and back, as whoever is on call walks it: <c>platform diff prod --against export.json</c> with the
/// export of the state before each step, in which AWS has promoted the replica already.
/// </summary>
public class FailoverExportTests
{
    private static readonly ConcurrentDictionary<(string Active, int Databases), Lazy<Task<string>>> Exports = new();

    private const string HomeCache = "platform-prod-cache";
    private const string SecondCache = "platform-prod-second-cache";

    [Fact]
    public async Task An_export_is_a_state_of_the_engine_and_names_nothing_invented()
    {
        var export = await Deployed(ProdPlan.Home, 2);

        Assert.False(RealNames.AreInvented(export.ToJsonString()));
        Assert.Equal(export.ToJsonString(), DeployedState.Of(await ProdPlan.Of(ProdPlan.Home, 2)).ToJsonString());
        var database = DeployedState.Find(export, Promotion.InstanceType, "database");
        Assert.NotNull(database["inputs"]!["password"]!["ciphertext"]);
        Assert.Contains("dedicatedLogVolume", database["inputs"]!["__defaults"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal("database-2-stays-promoted", DeployedState.Find(export, Promotion.InstanceType, "database-2")["resourceHooks"]!["beforeUpdate"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_deployed_shows_no_change()
    {
        var diff = await ExportDiff.Of(await Deployed(ProdPlan.Home, 2), ProdPlan.Home, 2);

        Assert.Equal(ExitCode.Fine, diff.ExitCode);
        Same([], diff.All);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_failover_changes_what_the_new_role_needs_in_place(bool emptied)
    {
        var state = Promotion.Of(await Deployed(ProdPlan.Home, 2), "database-2", "database", SecondCache, emptied);

        var diff = await ExportDiff.Of(state, ProdPlan.Second, 2);

        Assert.Equal((ExitCode.Fine, false), (diff.ExitCode, diff.EndsStatefulResource));
        Assert.Equal(["update database-2: multiAz"], diff.OfData);
        Same(["update Distribution cdn", "update HorizontalPodAutoscaler second-app", "update Plan second-backups-snapshots"], diff.Changed);
        Assert.All(diff.Names.Made, name => Assert.StartsWith("second-backups", name, StringComparison.Ordinal));      // what serves is backed up in full
        Assert.Empty(diff.Names.Gone);
    }

    [Fact]
    public async Task The_way_home_begins_with_a_new_replica_beside_the_old_primary()
    {
        var state = Promotion.Of(await Deployed(ProdPlan.Second, 2), "database-2", "database", SecondCache);

        var diff = await ExportDiff.Of(state, ProdPlan.Second, 3);

        Assert.Equal((ExitCode.Fine, false), (diff.ExitCode, diff.EndsStatefulResource));
        Assert.Equal(["create database-3"], diff.OfData);
        Same(
            [
                "replace Selection backups-snapshots", "update Deployment app", "update Function database-rotation", "update NodeClass cluster-node-class",
                "update Plan failover", "update RestoreTestingSelection backups", "update RolePolicy database-rotation", "update RolePolicy failover",
            ],
            diff.Changed);
        Assert.All(diff.Names.Made, name => Assert.StartsWith("database-3", name, StringComparison.Ordinal));
        Assert.Empty(diff.Names.Gone);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_failback_changes_what_the_new_role_needs_in_place(bool emptied)
    {
        var state = Promotion.Of(await Deployed(ProdPlan.Second, 3), "database-3", "database-2", HomeCache, emptied);

        var diff = await ExportDiff.Of(state, ProdPlan.Home, 3);

        Assert.Equal((ExitCode.Fine, false), (diff.ExitCode, diff.EndsStatefulResource));
        Assert.Equal(["update database-3: multiAz"], diff.OfData);
        Same(["update Distribution cdn", "update HorizontalPodAutoscaler second-app", "update Plan second-backups-snapshots"], diff.Changed);
        Assert.Empty(diff.Names.Made);
        Assert.All(diff.Names.Gone, name => Assert.StartsWith("second-backups", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_region_follows_again_with_one_database_more()
    {
        var state = Promotion.Of(await Deployed(ProdPlan.Home, 3), "database-3", "database-2", HomeCache);

        var diff = await ExportDiff.Of(state, ProdPlan.Home, 4);

        Assert.Equal((ExitCode.Fine, false), (diff.ExitCode, diff.EndsStatefulResource));
        Assert.Equal(["create database-4"], diff.OfData);
        Same(
            [
                "replace Selection second-backups-snapshots", "update Deployment second-app", "update Function database-rotation", "update NodeClass second-cluster-node-class",
                "update Plan failover", "update RolePolicy database-rotation", "update RolePolicy failover",
            ],
            diff.Changed);
        Assert.All(diff.Names.Made, name => Assert.StartsWith("database-4", name, StringComparison.Ordinal));
        Assert.Empty(diff.Names.Gone);
    }

    [Fact]
    public async Task A_way_back_without_a_new_replica_is_told_with_the_guard_that_refuses_it()
    {
        var state = Promotion.Of(await Deployed(ProdPlan.Second, 2), "database-2", "database", SecondCache);

        var diff = await ExportDiff.Of(state, ProdPlan.Home, 2);

        Assert.Equal(["update database-2: multiAz, replicateSourceDb"], diff.OfData);
        Assert.Contains("the program's hook 'database-2-stays-promoted' runs first and may refuse this", diff.NotesOf("database-2"));
    }

    [Fact]
    public async Task A_database_somebody_restored_under_another_key_would_be_replaced_and_stops_the_command()
    {
        var state = Promotion.Of(await Deployed(ProdPlan.Home, 2), "database-2", "database", SecondCache);
        DeployedState.Find(state, Promotion.InstanceType, "database-2")["inputs"]!["kmsKeyId"] = "arn:aws:kms:eu-central-1:333344445555:alias/aws/rds";

        var diff = await ExportDiff.Of(state, ProdPlan.Second, 2);

        Assert.Equal((ExitCode.Findings, true), (diff.ExitCode, diff.EndsStatefulResource));
        Assert.Equal(["replace database-2: kmsKeyId, multiAz"], diff.OfData);
        Assert.Contains("it is protected: pulumi refuses to replace it", diff.NotesOf("database-2"));
    }

    private static void Same(IEnumerable<string> expected, IEnumerable<string> found) => Assert.True(expected.SequenceEqual(found), string.Join('\n', found));

    // The text is made once, and read anew by each test: most of them change what they read.
    private static async Task<JsonObject> Deployed(string active, int databases) => JsonNode.Parse(await Exports.GetOrAdd(
        (active, databases), state => new(async () => DeployedState.Of(await ProdPlan.Of(state.Active, state.Databases)).ToJsonString())).Value)!.AsObject();
}
