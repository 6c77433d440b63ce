using System.Collections.Immutable;
using Platform.Graph;

namespace Platform.Tests.Tools.Graph;

public class ResourceGraphTests
{
    [Fact]
    public void Puts_parents_providers_and_dependencies_first_and_equals_by_urn()
    {
        Resource[] resources =
        [
            Resource("d", dependencies: ["urn:b"]), Resource("b", parent: "urn:z"), Resource("z"), Resource("a", provider: "urn:p::id"), Resource("p"), Resource("c", parent: "urn:z"),
        ];

        string[] expected = ["p", "a", "z", "b", "c", "d"];
        Assert.Equal(expected, Names(resources));
        Assert.Equal(expected, Names(resources.Reverse()));
    }

    [Fact]
    public void Keeps_the_members_of_a_cycle_and_ignores_what_is_not_there()
    {
        Assert.Equal(
            ["free", "one", "two"],
            Names([Resource("two", dependencies: ["urn:one"]), Resource("one", dependencies: ["urn:two"]), Resource("free", dependencies: ["urn:gone", "urn:free"])]));
    }

    [Fact]
    public void Refuses_two_resources_of_one_urn() =>
        Assert.Contains("urn:a", Assert.Throws<ArgumentException>(() => new ResourceGraph("shop", "dev", [Resource("a"), Resource("a")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Looks_up_by_urn_type_parent_and_dependency()
    {
        var graph = new ResourceGraph("shop", "dev", [Resource("vpc"), Resource("subnet", type: "aws:ec2/subnet:Subnet", parent: "urn:vpc", dependencies: ["urn:vpc"])]);

        Assert.Equal("vpc", graph.Find("urn:vpc")!.Name);
        Assert.Null(graph.Find("urn:nobody"));
        Assert.Equal("subnet", Assert.Single(graph.OfType("aws:ec2/subnet:Subnet")).Name);
        Assert.Equal("subnet", Assert.Single(graph.ChildrenOf("urn:vpc")).Name);
        Assert.Equal("subnet", Assert.Single(graph.DependentsOf("urn:vpc")).Name);
        Assert.Empty(graph.DependentsOf("urn:subnet"));
    }

    [Fact]
    public void Finds_what_is_attached_by_mark_or_by_dependency()
    {
        var byMark = Resource("mark", type: "a:b:Rule") with { Placeholders = [new("vpcId", "urn:vpc", "id", PlaceholderMatch.Exact)] };
        var byDependency = Resource("dependency", type: "a:b:Rule") with { PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("vpcId", ["urn:vpc"]) };
        var graph = new ResourceGraph("shop", "dev", [Resource("vpc"), byMark, byDependency, Resource("other", type: "a:b:Rule")]);

        Assert.Equal(["dependency", "mark"], graph.AttachedTo("urn:vpc", "a:b:Rule").Select(resource => resource.Name));
    }

    [Fact]
    public void Counts_types_without_the_stack()
    {
        var graph = new ResourceGraph("shop", "dev", [Resource("stack", type: ResourceGraph.StackType), Resource("a"), Resource("b"), Resource("c", type: "a:b:C")]);

        Assert.Equal(new Dictionary<string, int> { ["a:b:C"] = 1, ["test:index:Thing"] = 2 }, graph.CountByType());
    }

    [Fact]
    public void Reads_what_a_component_tells_the_tools_but_not_what_a_resource_is_called()
    {
        var told = PropertyValue.Of([KeyValuePair.Create("platform", (PropertyValue)PropertyValue.Of([KeyValuePair.Create("version", PropertyValue.Of(1))]))]);

        Assert.Equal(1, (Resource("component") with { Outputs = told }).Platform!["version"]!.AsNumber);
        Assert.Null((Resource("instance") with { Outputs = told, Custom = true }).Platform);
    }

    private static IEnumerable<string> Names(IEnumerable<Resource> resources) =>
        new ResourceGraph("shop", "dev", resources).Resources.Select(resource => resource.Name);

    private static Resource Resource(string name, string type = "test:index:Thing", string? parent = null, string? provider = null, params string[] dependencies) =>
        new() { Urn = $"urn:{name}", Type = type, Name = name, Parent = parent, Provider = provider, Dependencies = [.. dependencies] };
}
