using Platform.Graph;
using Platform.Insights.Diff;
using static Platform.Tests.Tools.Insights.Shop;

namespace Platform.Tests.Tools.Insights;

/// <summary>Changes that every team makes, with the verdict and the blast radius a reviewer must be told.</summary>
public class PreparedPairTests
{
    [Fact]
    public void The_same_plan_changes_nothing()
    {
        var diff = StackComparison.Of(Plan(), Plan());

        Assert.Empty(diff.Changes);
        Assert.Equal((7, BlastRadius.None, false), (diff.Unchanged, diff.BlastRadius, diff.EndsStatefulResource));
    }

    [Fact]
    public void A_tag_is_changed_in_place_and_nobody_notices()
    {
        var change = Only(Plan(With(Database, ("tags", Map(("team", Of("payments")))))));

        Assert.Equal((ChangeKind.Update, Replacement.Never, BlastRadius.None), (change.Kind, change.Replacement, change.BlastRadius));
        Assert.Equal(new PropertyChange("tags.team", Of("orders"), Of("payments")), Assert.Single(change.Properties));
    }

    [Theory]
    [InlineData("instanceClass", "db.t4g.large", "it restarts on another machine; with a standby it fails over; it waits for the maintenance window (tue:08:00-tue:09:00)")]
    [InlineData("engineVersion", "17.5", "the engine restarts with the new version; it waits for the maintenance window (tue:08:00-tue:09:00)")]
    public void A_database_of_another_class_or_version_is_down_for_a_while(string property, string value, string reason)
    {
        var change = Only(Plan(With(Database, (property, Of(value)))));

        Assert.Equal((ChangeKind.Update, BlastRadius.Downtime, reason), (change.Kind, change.BlastRadius, change.BlastReason));
        Assert.StartsWith("https://docs.aws.amazon.com/AmazonRDS/", change.BlastSource, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subnet_with_other_addresses_is_replaced_and_takes_its_users_along()
    {
        var diff = StackComparison.Of(Plan(), Plan(With(Subnet, ("cidrBlock", Of("10.0.2.0/24")))));

        Assert.Equal([(ChangeKind.Replace, "private"), (ChangeKind.Update, "database")], diff.Changes.Select(change => (change.Kind, change.Name)));
        Assert.Equal((BlastRadius.Downtime, false), (diff.BlastRadius, diff.EndsStatefulResource));
        var (cidr, ids) = (Assert.Single(diff.Changes[0].Properties), Assert.Single(diff.Changes[1].Properties));
        Assert.Equal((Replacement.Certain, "cidrBlock"), (cidr.Replacement, cidr.Path));
        Assert.Contains("/internal/service/ec2/vpc_subnet.go)", cidr.Reason, StringComparison.Ordinal);
        Assert.Equal(("subnetIds", Replacement.Never), (ids.Path, ids.Replacement));
        Assert.Equal(PropertyValue.Unknown, ids.After![0]);
    }

    [Fact]
    public void Encrypting_a_database_replaces_it_and_loses_its_data()
    {
        var diff = StackComparison.Of(Plan(With(Database, ("storageEncrypted", PropertyValue.Of(false)))), Plan());

        var change = Assert.Single(diff.Changes);
        Assert.Equal((ChangeKind.Replace, Replacement.Certain, BlastRadius.DataLoss, true), (change.Kind, change.Replacement, change.BlastRadius, change.IsStateful));
        Assert.Equal("its data are deleted with it, unless there is a final snapshot", change.BlastReason);
        Assert.True(diff.EndsStatefulResource);
    }

    [Fact]
    public void A_security_group_cannot_change_its_description()
    {
        var diff = StackComparison.Of(Plan(), Plan(With(Group, ("description", Of("the database")))));

        Assert.Equal(
            [(ChangeKind.Replace, "database", BlastRadius.ConnectionLoss), (ChangeKind.Update, "orders", BlastRadius.ConnectionLoss)],
            diff.Changes.Select(change => (change.Kind, change.Name, change.BlastRadius)));
        Assert.False(diff.EndsStatefulResource);
    }

    [Fact]
    public void A_node_group_changes_its_size_in_place_and_may_evict_pods()
    {
        var change = Only(Plan(With(Nodes, ("scalingConfig", Map(("desiredSize", PropertyValue.Of(3)), ("maxSize", PropertyValue.Of(4)), ("minSize", PropertyValue.Of(2)))))));

        Assert.Equal((ChangeKind.Update, BlastRadius.ConnectionLoss), (change.Kind, change.BlastRadius));
        Assert.Equal("scalingConfig.desiredSize", Assert.Single(change.Properties).Path);
    }

    [Fact]
    public void A_rename_with_an_alias_leaves_the_resource_as_it_is()
    {
        var renamed = Get(Bucket) with
        {
            Urn = Urn("aws:s3/bucket:Bucket", "uploads"),
            Name = "uploads",
            Id = "uploads-0ff21",
            Settings = new ResourceSettings { Aliases = [Bucket] },
        };

        var change = Assert.Single(StackComparison.Of(Plan(), Without(Bucket, renamed)).Changes);

        Assert.Equal((ChangeKind.Rename, BlastRadius.None, Bucket), (change.Kind, change.BlastRadius, change.OldUrn));
    }

    [Fact]
    public void A_rename_without_an_alias_deletes_what_was_there_and_says_how_to_keep_it()
    {
        var renamed = Get(Bucket) with { Urn = Urn("aws:s3/bucket:Bucket", "uploads"), Name = "uploads" };

        var diff = StackComparison.Of(Plan(), Without(Bucket, renamed));

        Assert.Equal([(ChangeKind.Delete, "files", BlastRadius.DataLoss), (ChangeKind.Create, "uploads", BlastRadius.None)], diff.Changes.Select(change => (change.Kind, change.Name, change.BlastRadius)));
        Assert.Equal($"if this is 'files' under a new name or parent, give it the alias {Bucket}, and it stays", Assert.Single(diff.Changes[1].Notes));
        Assert.True(diff.EndsStatefulResource);
    }

    [Fact]
    public void Another_region_replaces_everything_in_it()
    {
        var diff = StackComparison.Of(Plan(), new("shop", "dev", Resources().Select(resource => resource.Custom ? resource with { Region = "eu-central-1" } : resource)));

        Assert.All(diff.Changes, change => Assert.Equal(ChangeKind.Replace, change.Kind));
        Assert.Equal((7, 0, BlastRadius.DataLoss), (diff.Changes.Length, diff.Unchanged, diff.BlastRadius));
        Assert.Contains(new("region", Of("eu-west-1"), Of("eu-central-1")), diff.Changes[0].Properties.Select(property => property with { Reason = null, Replacement = Replacement.Never }));
    }

    private static ResourceChange Only(ResourceGraph after) => Assert.Single(StackComparison.Of(Plan(), after).Changes);
}
