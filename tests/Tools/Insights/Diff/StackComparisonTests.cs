using Platform.Graph;
using Platform.Insights.Diff;
using Platform.Insights.Diff.Facts;
using static Platform.Tests.Tools.Insights.Shop;

namespace Platform.Tests.Tools.Insights;

public class StackComparisonTests
{
    [Fact]
    public void Never_holds_the_content_of_a_secret()
    {
        var becomes = Only(Plan(With(Database, ("password", Of("hunter2")))), Plan());
        var ends = Only(Plan(), Plan(With(Database, ("password", Of("hunter2")))));

        Assert.DoesNotContain("hunter2", becomes.Properties[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", ends.Properties[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(("password", PropertyValue.Secret), (becomes.Properties[0].Path, becomes.Properties[0].After));
    }

    [Fact]
    public void Says_may_replace_of_a_type_it_does_not_know()
    {
        var widget = Aws("acme:index:Widget", "w", "w-1", Map(("size", PropertyValue.Of(1))));

        var change = Only(Plan(widget), Plan(widget with { Inputs = Map(("size", PropertyValue.Of(2))) }));

        Assert.Equal((ChangeKind.Update, Replacement.Possible, BlastRadius.Unknown), (change.Kind, change.Replacement, change.BlastRadius));
    }

    [Fact]
    public void Ignores_what_the_program_ignores()
    {
        var changed = With(Database, ("engineVersion", Of("18.0")), ("tags", Map(("team", Of("x"))))) with
        {
            Settings = new ResourceSettings { IgnoreChanges = ["engineVersion", "tags.*"] },
        };

        Assert.Empty(StackComparison.Of(Plan(), Plan(changed)).Changes);
    }

    [Fact]
    public void Replaces_what_the_program_wants_replaced()
    {
        var changed = With(Database, ("tags", Map(("team", Of("x"))))) with { Settings = new ResourceSettings { ReplaceOnChanges = ["tags[\"team\"]"] } };

        Assert.Equal(ChangeKind.Replace, Only(Plan(), Plan(changed)).Kind);
    }

    [Fact]
    public void Says_that_pulumi_refuses_to_replace_or_delete_what_is_protected()
    {
        var before = Plan(Get(Bucket) with { Settings = new ResourceSettings { Protect = true } });

        Assert.Equal("it is protected: pulumi refuses to delete it", Assert.Single(Only(before, Without(Bucket)).Notes));
        Assert.Equal(
            "it is protected: pulumi refuses to replace it",
            Only(before, Plan(With(Bucket, ("bucket", Of("other"))) with { Settings = new ResourceSettings { Protect = true } })).Notes[0]);
    }

    [Fact]
    public void Loses_nothing_of_what_stays_in_the_cloud()
    {
        var before = Plan(Get(Bucket) with { Settings = new ResourceSettings { RetainOnDelete = true } });

        var diff = StackComparison.Of(before, Without(Bucket));

        Assert.Equal((ChangeKind.Delete, BlastRadius.None, false), (diff.Changes[0].Kind, diff.Changes[0].BlastRadius, diff.EndsStatefulResource));
    }

    [Fact]
    public void Takes_over_what_exists()
    {
        var imported = Get(Bucket) with { Settings = new ResourceSettings { ImportId = "files-99" } };

        Assert.Equal(ChangeKind.Import, Only(Without(Bucket), Plan(imported)).Kind);
    }

    [Fact]
    public void Follows_a_renamed_component_to_its_children()
    {
        ResourceGraph Of(string name, params string[] aliases)
        {
            var component = new Resource
            {
                Urn = Urn("shop:index:Store", name), Type = "shop:index:Store", Name = name, Parent = Stack,
                Settings = new ResourceSettings { Aliases = [.. aliases] },
            };
            return Plan(component, Get(Bucket) with { Urn = $"{Head}shop:index:Store$aws:s3/bucket:Bucket::{name}-files", Name = $"{name}-files", Parent = component.Urn });
        }

        var followed = StackComparison.Of(Of("store"), Of("archive", Urn("shop:index:Store", "store")));
        var lost = StackComparison.Of(Of("store"), Of("archive"));

        Assert.Equal(ChangeKind.Rename, Assert.Single(followed.Changes).Kind);
        Assert.Equal([ChangeKind.Delete, ChangeKind.Create], lost.Changes.Select(change => change.Kind));
    }

    [Fact]
    public void Leaves_out_the_default_providers_and_what_is_only_read()
    {
        var provider = Aws("pulumi:providers:aws", "default_7_48_0", "x", MapValue.Empty);
        var read = Get(Bucket) with { External = true };

        Assert.Empty(StackComparison.Of(Plan(provider, read), Without(Bucket)).Changes);
    }

    [Theory]
    [InlineData("tags", "tags.team", true)]
    [InlineData("tags.*", "tags.team", true)]
    [InlineData("tags[\"team\"]", "tags.team", true)]
    [InlineData("tags.team", "tags", false)]
    [InlineData("rules[0].port", "rules[1].port", false)]
    [InlineData("rules[*].port", "rules[1].port", true)]
    [InlineData("tag", "tags", false)]
    public void A_path_means_everything_below_it(string pattern, string path, bool covered) =>
        Assert.Equal(covered, PathPattern.Covers(pattern, path));

    private static ResourceChange Only(ResourceGraph before, ResourceGraph after) => Assert.Single(StackComparison.Of(before, after).Changes);
}
