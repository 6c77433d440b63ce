using Platform.Components.Recovery;

namespace Platform.Tests.Recovery;

public class DatabaseLineageTests
{
    [Theory]
    [InlineData("home", 1, "Primary")]
    [InlineData("home", 2, "Primary Replica")]
    [InlineData("second", 2, "Retired Primary")]
    [InlineData("second", 3, "Retired Primary Replica")]
    [InlineData("home", 3, "Retired Retired Primary")]
    [InlineData("home", 4, "Retired Retired Primary Replica")]
    public void Each_step_of_a_failover_and_back_changes_roles_and_never_places(string active, int databases, string roles)
    {
        var lineage = new DatabaseLineage(new RegionPair("home", "second", active), databases);

        Assert.Equal(roles, string.Join(' ', lineage.Generations.Select(database => database.Role)));
        Assert.Equal(active, lineage.Primary.Region);
        Assert.All(lineage.Generations, database => Assert.Equal(database.Number % 2 == 1 ? "home" : "second", database.Region));
        Assert.Equal("database", lineage.Generations[0].Name);
    }

    [Fact]
    public void A_replica_is_never_in_the_region_of_what_it_follows() => Assert.All(
        from active in (string[])["home", "second"]
        from databases in Enumerable.Range(2, 8)
        select new DatabaseLineage(new RegionPair("home", "second", active), databases),
        lineage => Assert.True(lineage.Replica is null || (lineage.Replica.Region != lineage.Primary.Region && lineage.Replica.Number == lineage.Primary.Number + 1)));

    [Fact]
    public void Refuses_to_move_where_no_database_was_ever_made()
    {
        var regions = new RegionPair("home", "second", "second");

        Assert.Equal(
            "activeRegion is 'second', but databases is 1: none was ever made there. Set 2, wait for the replica, then move.",
            DatabaseLineage.Problem(regions, 1));
        Assert.Throws<ArgumentException>(() => new DatabaseLineage(regions, 1));
        Assert.Contains("databases is 0", DatabaseLineage.Problem(regions, 0), StringComparison.Ordinal);
    }
}
