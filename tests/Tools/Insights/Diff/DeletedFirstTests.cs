using Platform.Graph;
using Platform.Insights.Diff;
using static Platform.Tests.Tools.Insights.Shop;

namespace Platform.Tests.Tools.Insights;

/// <summary>What bears a name that only one can have is deleted before the new one is made.</summary>
public class DeletedFirstTests
{
    [Fact]
    public void Says_that_what_the_program_names_is_deleted_first()
    {
        var change = Replaced(Role(("name", Of("orders"))));

        Assert.Equal("the old one is deleted before the new one is made: the program names it (name: orders)", Assert.Single(change.Notes));
        Assert.Equal(BlastRadius.Downtime, change.BlastRadius);
    }

    [Fact]
    public void Makes_the_new_one_first_where_the_name_is_generated()
    {
        var generated = Role(("name", Of("orders-1a2b3c4")), ("__defaults", List("name")));

        Assert.All(new[] { Role(), generated, Role(("namePrefix", Of("orders"))) }, role => Assert.Empty(Replaced(role).Notes));
        Assert.Equal(BlastRadius.ConnectionLoss, Replaced(Role()).BlastRadius);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Does_as_the_program_says(bool first, int notes)
    {
        var role = Role(("name", Of("orders"))) with { Settings = new ResourceSettings { DeleteBeforeReplace = first } };

        Assert.Equal(notes, Replaced(role).Notes.Length);
    }

    [Theory]
    [InlineData("aws:rds/instance:Instance", "identifier", "engine", true)]
    [InlineData("aws:s3/bucket:Bucket", "bucket", "objectLockEnabled", true)]
    [InlineData("aws:route53/record:Record", "name", "zoneId", false)]
    public void Knows_which_input_names_a_resource(string type, string input, string changed, bool first)
    {
        var resource = Aws(type, "it", "it-1", Map((input, Of("it")), (changed, Of("old"))));

        Assert.Equal(first, Replaced(resource, changed).Notes.Length == 1);
    }

    [Fact]
    public void Detaches_a_policy_before_it_attaches_another() =>
        Assert.Equal(
            "the old one is deleted before the new one is made: there can be only one",
            Assert.Single(Replaced(Aws("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "it", "it-1", Map(("role", Of("it")))), "role").Notes));

    [Theory]
    [InlineData("app", "shop", 1)]
    [InlineData("other", "shop", 0)]
    [InlineData("app", "elsewhere", 0)]
    public void An_object_of_the_same_name_in_the_same_namespace_goes_first(string name, string space, int notes)
    {
        Resource Deployment(string name, string space, string app) => Aws("kubernetes:apps/v1:Deployment", "it", "it-1", Map(
            ("metadata", Map(("name", Of(name)), ("namespace", Of(space)))), ("spec", Map(("selector", Map(("matchLabels", Map(("app", Of(app))))))))));

        var change = Only(Deployment("app", "shop", "old"), Deployment(name, space, "new"));

        Assert.Equal((ChangeKind.Replace, notes), (change.Kind, change.Notes.Length));
    }

    [Fact]
    public void Says_so_too_where_a_replacement_is_only_possible()
    {
        var balancer = Aws("aws:lb/loadBalancer:LoadBalancer", "it", "it-1", Map(("name", Of("shop")), ("subnets", List("subnet-1"))));

        var change = Only(balancer, Changed(balancer, "subnets", List("subnet-2")));

        Assert.Equal((ChangeKind.Update, Replacement.Possible), (change.Kind, change.Replacement));
        Assert.Equal("if it is replaced, the old one is deleted before the new one is made: the program names it (name: shop)", Assert.Single(change.Notes));
    }

    private static Resource Role(params (string Key, PropertyValue Value)[] inputs) =>
        Aws("aws:iam/role:Role", "it", "it-1", Map([("path", Of("/")), .. inputs]));

    private static ResourceChange Replaced(Resource resource, string property = "path")
    {
        var change = Only(resource, Changed(resource, property, Of("/new/")));
        Assert.Equal(ChangeKind.Replace, change.Kind);
        return change;
    }

    private static Resource Changed(Resource resource, string property, PropertyValue value) =>
        resource with { Inputs = new(resource.Inputs.Members.SetItem(property, value)) };

    private static ResourceChange Only(Resource before, Resource after) => Assert.Single(StackComparison.Of(Plan(before), Plan(after)).Changes);
}
