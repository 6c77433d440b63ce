using System.Collections.Immutable;
using Platform.Graph;
using Platform.Insights.Diff;

namespace Platform.Tests.Tools.Recovery;

/// <summary>
/// The whole way to the second region and back, each step as the plan of production against the state before it: nothing that holds data
/// goes or is replaced, and what changes is what AWS changes in place.
/// </summary>
public class FailoverTests
{
    private const string InstanceType = "aws:rds/instance:Instance";
    private const string DatastoreType = "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup";

    [Fact]
    public async Task A_failover_after_AWS_has_promoted_the_replica_replaces_and_deletes_nothing_that_holds_data()
    {
        var move = new Move(Promoted(await ProdPlan.Of(ProdPlan.Home, 2), "database-2"), await ProdPlan.Of(ProdPlan.Second, 2));

        Assert.Empty(move.Gone);
        Assert.Empty(move.Made);
        Assert.Equal(["database-2.multiAz"], move.Changes);
    }

    [Fact]
    public async Task A_failover_by_the_program_itself_promotes_in_place()
    {
        var move = new Move(await ProdPlan.Of(ProdPlan.Home, 2), await ProdPlan.Of(ProdPlan.Second, 2));

        Assert.Empty(move.Gone);
        Assert.Empty(move.Made);
        Assert.Equal(["database-2.multiAz", "database-2.replicateSourceDb"], move.Changes);      // without a source: RDS promotes
        Assert.Null(Database(move.Plan, "database-2").Inputs.Members.GetValueOrDefault("replicateSourceDb"));
    }

    [Fact]
    public async Task The_way_home_begins_with_a_new_replica_beside_the_old_primary()
    {
        var move = new Move(await ProdPlan.Of(ProdPlan.Second, 2), await ProdPlan.Of(ProdPlan.Second, 3));

        Assert.Empty(move.Gone);
        Assert.Equal(["database-3"], move.Made);
        Assert.Empty(move.Changes);
        Assert.Equal(
            Database(move.Plan, "database-2").Outputs.Members["arn"], Database(move.Plan, "database-3").Inputs.Members["replicateSourceDb"]);
    }

    [Fact]
    public async Task A_failback_after_AWS_has_promoted_the_new_replica_replaces_and_deletes_nothing_that_holds_data()
    {
        var move = new Move(Promoted(await ProdPlan.Of(ProdPlan.Second, 3), "database-3"), await ProdPlan.Of(ProdPlan.Home, 3));

        Assert.Empty(move.Gone);
        Assert.Empty(move.Made);
        Assert.Equal(["database-3.multiAz"], move.Changes);
    }

    [Fact]
    public async Task The_second_region_is_a_standby_again_with_one_database_more()
    {
        var move = new Move(await ProdPlan.Of(ProdPlan.Home, 3), await ProdPlan.Of(ProdPlan.Home, 4));

        Assert.Empty(move.Gone);
        Assert.Equal(["database-4"], move.Made);
        Assert.Empty(move.Changes);
    }

    [Fact]
    public async Task A_way_back_without_a_new_replica_would_follow_again_and_is_guarded()
    {
        var move = new Move(Promoted(await ProdPlan.Of(ProdPlan.Home, 2), "database-2"), await ProdPlan.Of(ProdPlan.Home, 2));

        Assert.Equal(["database-2.replicateSourceDb"], move.Changes);
        Assert.Empty(move.Gone);
        Assert.True(Database(move.Plan, "database-2").Settings is { Protect: true, RetainOnDelete: true });
    }

    [Theory]
    [InlineData("pilotLight"), InlineData("activeActive")]
    public async Task The_other_strategies_move_as_gently(string strategy)
    {
        var move = new Move(
            Promoted(await ProdPlan.Of(ProdPlan.Home, 2, strategy), "database-2"), await ProdPlan.Of(ProdPlan.Second, 2, strategy));

        Assert.Empty(move.Gone);
        Assert.Equal(["database-2.multiAz"], move.Changes);
    }

    [Fact]
    public async Task Backups_alone_are_restored_into_a_new_database_and_nothing_else_changes()
    {
        var move = new Move(await ProdPlan.Of(ProdPlan.Home, 1, "backupRestore"), await ProdPlan.Of(ProdPlan.Second, 2, "backupRestore"));

        Assert.Empty(move.Gone);
        Assert.Empty(move.Changes);
        Assert.Contains("database-2", move.Made);
        Assert.NotNull(Database(move.Plan, "database-2").Inputs.Members.GetValueOrDefault("restoreToPointInTime"));
    }

    [Theory]
    [InlineData(ProdPlan.Home, 2, ProdPlan.Second, 2, "database-2")]
    [InlineData(ProdPlan.Second, 2, ProdPlan.Second, 3, "")]
    [InlineData(ProdPlan.Second, 3, ProdPlan.Home, 3, "database-3")]
    [InlineData(ProdPlan.Home, 3, ProdPlan.Home, 4, "")]
    public async Task The_comparison_of_the_command_finds_no_end_of_data_either(string from, int before, string to, int after, string promoted)
    {
        var diff = StackComparison.Of(Promoted(await ProdPlan.Of(from, before), promoted), await ProdPlan.Of(to, after));

        Assert.DoesNotContain(diff.Changes, change => change.IsStateful && change.Kind is ChangeKind.Delete or ChangeKind.Replace);
        Assert.False(diff.EndsStatefulResource, string.Join('\n', diff.Changes.Where(change => change.IsStateful).Select(change => $"{change.Name}: {change.Kind}, {change.Replacement}")));
    }

    [Fact]
    public async Task Names_and_numbers_of_resources_are_the_same_whichever_region_is_active()
    {
        var before = await ProdPlan.Of(ProdPlan.Home, 2);
        var after = await ProdPlan.Of(ProdPlan.Second, 2);

        var only = before.Resources.Select(resource => resource.Urn).Except(after.Resources.Select(resource => resource.Urn)).ToList();
        Assert.All(only, urn => Assert.Contains("aws:cloudwatch/", urn, StringComparison.Ordinal));      // nobody follows any more
        var more = after.Resources.Select(resource => resource.Urn).Except(before.Resources.Select(resource => resource.Urn)).ToList();
        Assert.All(more, urn => Assert.True(urn.Contains("BackupSchedule", StringComparison.Ordinal) || urn.Contains("second-backups-restore", StringComparison.Ordinal) || urn.EndsWith("second-backups-copy-failed", StringComparison.Ordinal), urn));      // what serves is backed up in full, and copied
    }

    /// <summary>
    /// The state a refresh leaves after AWS promoted a replica and the cache with it: no source any more, and the datastore's writer is the
    /// other region's group.
    /// </summary>
    private static ResourceGraph Promoted(ResourceGraph plan, string database) => With(plan, resource => (resource.Type, resource.Name) switch
    {
        (InstanceType, var name) when name == database => resource with { Inputs = new MapValue(resource.Inputs.Members.Remove("replicateSourceDb")) },
        (DatastoreType, _) when database.Length > 0 => resource with
        {
            Inputs = new MapValue(resource.Inputs.Members.SetItem("primaryReplicationGroupId", new TextValue("platform-prod-second-cache"))),
        },
        _ => resource,
    });

    private static ResourceGraph With(ResourceGraph graph, Func<Resource, Resource> change) =>
        new(graph.Project, graph.Stack, [.. graph.Resources.Select(change)]);

    private static Resource Database(ResourceGraph graph, string name) => Assert.Single(graph.OfType(InstanceType), instance => instance.Name == name);
}
