using Google.Protobuf;
using Pulumi;
using Pulumi.Utilities;

namespace Platform.Tests.Sdk.Runtime.Resources;

public class AliasTests
{
    private const string DuckUrn = "urn:pulumi:stack::project::acme:pond/duck:Duck::";

    public static TheoryData<Alias, string> Specs() => new()
    {
        { new() { Urn = "urn:pulumi:s::p::t::n" }, """{ "urn": "urn:pulumi:s::p::t::n" }""" },
        { new() { Name = "old" }, """{ "spec": { "name": "old", "noParent": false } }""" },
        { new() { Type = "a:b:C", Stack = "s", Project = "p" }, """{ "spec": { "type": "a:b:C", "stack": "s", "project": "p", "noParent": false } }""" },
        { new() { ParentUrn = "urn:pulumi:s::p::t::n" }, """{ "spec": { "parentUrn": "urn:pulumi:s::p::t::n" } }""" },
        { new() { NoParent = true }, """{ "spec": { "noParent": true } }""" },
    };

    [Theory]
    [MemberData(nameof(Specs))]
    public async Task Sends_the_parts_of_an_alias(Alias alias, string expected)
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => new Duck("donald", null, new() { Aliases = { alias } }));

        Assert.Equal(expected, JsonFormatter.Default.Format(Assert.Single(engine.Only("donald").Aliases)));
        Assert.Empty(engine.Only("donald").AliasURNs);
    }

    [Fact]
    public async Task Leaves_out_an_alias_that_is_unknown()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => new Duck("donald", null, new() { Aliases = { OutputUtilities.CreateUnknown(new Alias()) } }));

        Assert.Empty(engine.Only("donald").Aliases);
    }

    [Fact]
    public async Task Refuses_an_alias_with_two_parents()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() => new Duck("donald", null, new() { Aliases = { new Alias { NoParent = true, ParentUrn = "urn" } } }));

        Assert.Equal(32, result.ExitCode);
        Assert.Contains("one of Parent, ParentUrn and NoParent", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Works_out_all_urns_for_an_engine_that_knows_no_parts()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Unsupported.Add("aliasSpecs");

        await engine.RunAsync(() =>
        {
            var pond = new Pond("pond", new() { Aliases = { new Alias { Name = "lagoon" }, new Alias { Type = "acme:index:Puddle" } } });
            new Duck("pond-donald", null, new() { Parent = pond, Aliases = { new Alias { Type = "acme:pond/goose:Goose" } } });
        });

        Assert.Equal(
            ["urn:pulumi:stack::project::acme:index:Pond::lagoon", "urn:pulumi:stack::project::acme:index:Puddle::pond"],
            engine.Only("pond").AliasURNs);
        Assert.Equal(
            [
                "urn:pulumi:stack::project::acme:index:Pond$acme:pond/goose:Goose::pond-donald",
                "urn:pulumi:stack::project::acme:index:Pond$acme:pond/duck:Duck::lagoon-donald",
                "urn:pulumi:stack::project::acme:index:Pond$acme:pond/goose:Goose::lagoon-donald",
                "urn:pulumi:stack::project::acme:index:Puddle$acme:pond/duck:Duck::pond-donald",
                "urn:pulumi:stack::project::acme:index:Puddle$acme:pond/goose:Goose::pond-donald",
            ],
            engine.Only("pond-donald").AliasURNs);
        Assert.Empty(engine.Only("pond-donald").Aliases);
    }

    [Fact]
    public async Task A_former_place_below_the_stack_has_no_parent_in_its_urn()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Unsupported.Add("aliasSpecs");

        await engine.RunAsync(() => new Duck("donald", null, new() { Parent = new Pond("pond"), Aliases = { new Alias { NoParent = true } } }));

        Assert.Equal([DuckUrn + "donald"], engine.Only("donald").AliasURNs);
    }

    [Fact]
    public async Task Makes_urns_as_the_engine_does()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        var urns = new List<string>();

        await engine.RunAsync(async () =>
        {
            var pond = new Pond("pond");
            urns.Add(await OutputUtilities.GetValueAsync(Urn.Create("donald", "acme:pond/duck:Duck")));
            urns.Add(await OutputUtilities.GetValueAsync(Urn.Create("donald", "acme:pond/duck:Duck", pond)));
            urns.Add(await OutputUtilities.GetValueAsync(Urn.Create("donald", "acme:pond/duck:Duck", project: "p", stack: "s")));
            return new Dictionary<string, object?>();
        });

        Assert.Equal(
            [DuckUrn + "donald", "urn:pulumi:stack::project::acme:index:Pond$acme:pond/duck:Duck::donald", "urn:pulumi:s::p::acme:pond/duck:Duck::donald"],
            urns);
        Assert.Equal(new Urn("a"), new Urn("a"));
        Assert.True(new Urn("a") != new Urn("b"));
        Assert.Equal("a", new Urn("a"));
    }
}
