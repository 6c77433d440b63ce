using Platform.Protocol;
using Pulumi;
using Pulumi.Utilities;

namespace Platform.Tests.Sdk.Runtime;

/// <summary>What the engine's answer makes of a resource's outputs.</summary>
public class AnswerTests
{
    private const string StackUrn = "urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack";
    private const string DuckUrn = "urn:pulumi:stack::project::acme:pond/duck:Duck::";

    [Fact]
    public async Task Resolves_outputs_from_the_answer()
    {
        Duck? duck = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = request =>
        {
            var answer = ScriptedEngine.Created(request);
            answer.PropertyDependencies["feed"] = new() { Urns = { "urn:pulumi:stack::project::acme:pond/duck:Duck::other" } };
            return Task.FromResult(answer);
        };

        await engine.RunAsync(() => duck = new Duck("donald", new() { Feed = "corn", Legs = 2, Rings = { "a" }, Tags = { ["k"] = "v" } }));

        Assert.Equal(DuckUrn + "donald", await OutputUtilities.GetValueAsync(duck!.Urn));
        Assert.Equal("donald-id", await OutputUtilities.GetValueAsync(duck.Id));
        Assert.Equal("corn", await OutputUtilities.GetValueAsync(duck.Feed));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(duck.Legs));
        Assert.Equal("a", (await OutputUtilities.GetValueAsync(duck.Rings)).Single());
        Assert.Equal("v", (await OutputUtilities.GetValueAsync(duck.Tags))!["k"]);
        Assert.Equal([duck], await OutputUtilities.GetDependenciesAsync(duck.Legs));
        Assert.Equal(2, (await OutputUtilities.GetDependenciesAsync(duck.Feed)).Count);
    }

    [Theory]
    [InlineData(false, Result.Success, false, true)]
    [InlineData(true, Result.Success, false, false)]
    [InlineData(false, Result.Skip, false, false)]
    [InlineData(false, Result.Fail, false, false)]
    [InlineData(false, Result.Success, true, false)]
    public async Task Knows_that_a_missing_output_is_nothing_only_after_a_real_success(bool isDryRun, Result result, bool isUnknown, bool isKnown)
    {
        Duck? duck = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = request => Task.FromResult(new RegisterResourceResponse
        {
            Urn = ScriptedEngine.UrnOf("", request.Type, request.Name),
            Result = result,
            Unknown = isUnknown,
        });

        var run = await engine.RunAsync(() => duck = new Duck("donald"), engine.NewSettings() with { IsDryRun = isDryRun });

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(isKnown, await OutputUtilities.GetIsKnownAsync(duck!.Feed));
        Assert.True(await OutputUtilities.GetIsKnownAsync(duck.Urn));
        Assert.False(await OutputUtilities.GetIsKnownAsync(duck.Id));
    }

    [Fact]
    public async Task What_depends_on_a_skipped_resource_is_sent_as_unknown()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = request => Task.FromResult(
            request.Name == "donald" ? new() { Urn = "urn:pulumi:s::p::t::donald", Result = Result.Skip } : ScriptedEngine.Created(request));

        var run = await engine.RunAsync(() => new Duck("daisy", new() { Feed = new Duck("donald").Feed! }));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("04da6b54-80e4-46f7-96ec-b56ff0331ba9", engine.Only("daisy").Object.Fields["feed"].StringValue);
    }

    [Fact]
    public async Task Reads_an_existing_resource_by_its_id()
    {
        Duck? duck = null;
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => duck = new Duck("donald", new() { Feed = "corn" }, new() { Id = "d-1", Version = "1.0.0", DependsOn = new Duck("daisy") }));

        var read = Assert.Single(engine.Reads);
        Assert.Equal(("d-1", "acme:pond/duck:Duck", "donald", StackUrn, "1.0.0", true, true), (read.Id, read.Type, read.Name, read.Parent, read.Version, read.AcceptSecrets, read.AcceptResources));
        Assert.Equal([DuckUrn + "daisy"], read.Dependencies);
        Assert.Equal("d-1", await OutputUtilities.GetValueAsync(duck!.Id));
        Assert.Equal("corn", await OutputUtilities.GetValueAsync(duck.Feed));
        Assert.DoesNotContain(engine.Registrations, request => request.Name == "donald");
    }

    [Fact]
    public async Task Registers_a_resource_whose_id_to_read_is_empty()
    {
        var engine = await Sent(() => new Duck("donald", null, new() { Id = "" }));

        Assert.Empty(engine.Reads);
        Assert.Equal("donald", engine.Only("donald").Name);
    }

    [Fact]
    public async Task Looks_a_resource_up_by_its_urn()
    {
        Duck? duck = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnInvoke = request => new()
        {
            Return = Wire.Struct($$"""{ "urn": "{{DuckUrn}}donald", "id": "d-1", "state": { "feed": "corn" } }"""),
        };

        await engine.RunAsync(() => duck = new Duck("donald", null, new() { Urn = DuckUrn + "donald" }));

        var invoke = Assert.Single(engine.Invokes);
        Assert.Equal("pulumi:pulumi:getResource", invoke.Tok);
        Assert.Equal(DuckUrn + "donald", invoke.Args.Fields["urn"].StringValue);
        Assert.Equal("d-1", await OutputUtilities.GetValueAsync(duck!.Id));
        Assert.Equal("corn", await OutputUtilities.GetValueAsync(duck.Feed));
    }

    private static async Task<ScriptedEngine> Sent(Action program)
    {
        await using var engine = await ScriptedEngine.StartAsync();
        var result = await engine.RunAsync(program);
        Assert.Equal(new(0, ""), result);
        return engine;
    }
}
