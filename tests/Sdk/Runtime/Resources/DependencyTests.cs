using Pulumi;

namespace Platform.Tests.Sdk.Runtime.Resources;

/// <summary>What a resource depends on, as the engine is told.</summary>
public class DependencyTests
{
    private const string DuckUrn = "urn:pulumi:stack::project::acme:pond/duck:Duck::";

    [Fact]
    public async Task Depends_on_the_resources_whose_outputs_it_uses_property_by_property()
    {
        var daisy = (await Sent(() =>
        {
            var donald = new Duck("donald");
            var dagobert = new Duck("dagobert");
            new Duck("daisy", new() { Feed = donald.Id, Legs = 2, Tags = { ["friend"] = Output.Format($"{donald.Id} and {dagobert.Urn}") } });
        })).Only("daisy");

        Assert.Equal([DuckUrn + "dagobert", DuckUrn + "donald"], daisy.Dependencies);
        Assert.Equal([DuckUrn + "donald"], daisy.PropertyDependencies["feed"].Urns);
        Assert.Equal([DuckUrn + "dagobert", DuckUrn + "donald"], daisy.PropertyDependencies["tags"].Urns);
        Assert.Empty(daisy.PropertyDependencies["legs"].Urns);
    }

    [Fact]
    public async Task Depends_on_what_it_is_told_to_in_any_form()
    {
        var daisy = (await Sent(() =>
        {
            var donald = new Duck("donald");
            var later = donald.Id.Apply(id => (Resource)new Duck("later-" + id));
            new Duck("daisy", null, new() { DependsOn = { donald, later } });
        })).Only("daisy");

        Assert.Equal([DuckUrn + "donald", DuckUrn + "later-donald-id"], daisy.Dependencies);
    }

    [Fact]
    public async Task Depends_on_the_children_of_a_component_not_on_the_component()
    {
        var daisy = (await Sent(() =>
        {
            var pond = new Pond("pond", null, "donald", "dagobert");
            new Duck("daisy", null, new() { DependsOn = pond });
        })).Only("daisy");

        Assert.Equal(["dagobert", "donald"], daisy.Dependencies.Select(urn => urn.Split("::")[^1]));
    }

    [Fact]
    public async Task Depends_on_a_component_of_a_plugin_itself()
    {
        var daisy = (await Sent(() => new Duck("daisy", null, new() { DependsOn = new Lake("lake") }))).Only("daisy");

        Assert.Equal(["urn:pulumi:stack::project::acme:index:Lake::lake"], daisy.Dependencies);
    }

    [Fact]
    public async Task A_child_that_depends_on_its_own_component_does_not_wait_for_itself()
    {
        var engine = await Sent(() =>
        {
            var pond = new Pond("pond");
            new Duck("donald", null, new() { Parent = pond, DependsOn = pond });
            new Duck("dagobert", null, new() { Parent = pond, DependsOn = pond });
        });

        Assert.Empty(engine.Only("donald").Dependencies);
        Assert.Empty(engine.Only("dagobert").Dependencies);
    }

    [Fact]
    public async Task A_component_of_a_plugin_may_use_the_urn_of_the_component_it_is_in()
    {
        var engine = await Sent(() =>
        {
            var pond = new Pond("pond");
            new Lake("lake", new() { Feed = pond.Urn }, new() { Parent = pond });
        });

        var feed = engine.Only("lake").Object.Fields["feed"].StructValue.Fields;
        Assert.Equal("urn:pulumi:stack::project::acme:index:Pond::pond", feed["value"].StringValue);
        Assert.False(feed.ContainsKey("dependencies"));
    }

    private static async Task<ScriptedEngine> Sent(Action program)
    {
        await using var engine = await ScriptedEngine.StartAsync();
        var result = await engine.RunAsync(program);
        Assert.Equal(new(0, ""), result);
        return engine;
    }
}
