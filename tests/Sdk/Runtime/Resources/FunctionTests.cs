using System.Collections.Immutable;
using Platform.Protocol;
using Pulumi;
using Pulumi.Utilities;
using PackageRequest = Pulumi.RegisterPackageRequest;

namespace Platform.Tests.Sdk.Runtime.Resources;

/// <summary>Calls of provider functions and of methods.</summary>
public class FunctionTests
{
    private const string Token = "acme:pond/getDuck:getDuck";

    private static readonly PackageRequest Parameterized = PackageTests.Parameterized;

    [Fact]
    public async Task Sends_a_call_with_its_options_and_reads_the_result()
    {
        Output<Chip>? result = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnInvoke = _ => new() { Return = Wire.Struct("""{ "serial": "s", "owner": "o" }""") };

        await engine.RunAsync(() => result = Deployment.Instance.Invoke<Chip>(
            Token,
            new FindArgs { Name = "donald" },
            new InvokeOptions { Provider = new Provider("farm"), Version = "1.2.3", PluginDownloadURL = "https://plugins" }));

        var sent = Assert.Single(engine.Invokes);
        Assert.Equal(
            (Token, """{ "name": "donald" }""", "1.2.3", "https://plugins", true),
            (sent.Tok, sent.Args.ToString(), sent.Version, sent.PluginDownloadURL, sent.AcceptResources));
        Assert.EndsWith("::farm::farm-id", sent.Provider, StringComparison.Ordinal);
        Assert.Equal("s", (await OutputUtilities.GetValueAsync(result!)).Serial);
    }

    [Fact]
    public async Task Takes_the_provider_of_the_parent()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            var pond = new Pond("pond", new() { Providers = { new Provider("farm") } });
            Deployment.Instance.Invoke<object>(Token, new FindArgs { Name = "x" }, new InvokeOptions { Parent = pond });
        });

        Assert.EndsWith("::farm::farm-id", Assert.Single(engine.Invokes).Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_depends_on_what_its_arguments_and_options_depend_on()
    {
        ImmutableHashSet<Resource> found = [];
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(async () =>
        {
            var donald = new Duck("donald");
            var daisy = new Duck("daisy");
            var result = Deployment.Instance.Invoke<object>(Token, new FindArgs { Name = donald.Id }, new InvokeOutputOptions { DependsOn = { daisy } });
            found = await OutputUtilities.GetDependenciesAsync(result);
            return new Dictionary<string, object?>();
        });

        Assert.Equal(["daisy", "donald"], found.Select(resource => resource.GetResourceName()).Order());
    }

    [Fact]
    public async Task A_result_depends_on_a_resource_that_is_itself_an_argument()
    {
        ImmutableHashSet<Resource> found = [];
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(async () =>
        {
            var args = new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("duck", new Duck("donald")));
            found = await OutputUtilities.GetDependenciesAsync(Deployment.Instance.Invoke<object>(Token, args));
            return new Dictionary<string, object?>();
        });

        Assert.Equal("donald", Assert.Single(found).GetResourceName());
    }

    [Fact]
    public async Task Does_not_ask_while_an_argument_is_unknown()
    {
        Output<object>? result = null;
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => result = Deployment.Instance.Invoke<object>(Token, new FindArgs { Name = OutputUtilities.CreateUnknown("x") }));

        Assert.Empty(engine.Invokes);
        Assert.False(await OutputUtilities.GetIsKnownAsync(result!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Does_not_ask_while_a_resource_it_depends_on_does_not_exist(bool viaComponent)
    {
        Output<object>? result = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = request =>
        {
            var answer = ScriptedEngine.Created(request);
            answer.Id = "";
            return Task.FromResult(answer);
        };

        await engine.RunAsync(
            () =>
            {
                Resource needed = viaComponent ? new Pond("pond", null, "donald") : new Duck("donald");
                result = Deployment.Instance.Invoke<object>(Token, new FindArgs(), new InvokeOutputOptions { DependsOn = { needed } });
            },
            engine.NewSettings() with { IsDryRun = true });

        Assert.Empty(engine.Invokes);
        Assert.False(await OutputUtilities.GetIsKnownAsync(result!));
    }

    [Fact]
    public async Task A_result_the_engine_calls_unknown_is_unknown()
    {
        Output<Chip>? result = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnInvoke = _ => new() { Unknown = true };

        await engine.RunAsync(() => result = Deployment.Instance.Invoke<Chip>(Token, new FindArgs()));

        Assert.False(await OutputUtilities.GetIsKnownAsync(result!));
    }

    [Fact]
    public async Task Only_the_answer_makes_a_result_secret()
    {
        Output<string>? open = null;
        Output<string>? hidden = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnInvoke = request => new()
        {
            Return = Wire.Struct(request.Tok == "a:b:hidden"
                ? """{ "r": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "x" } }"""
                : """{ "r": "x" }"""),
        };

        await engine.RunAsync(() =>
        {
            open = Deployment.Instance.InvokeSingle<string>("a:b:open", new FindArgs { Name = Output.CreateSecret("s") });
            hidden = Deployment.Instance.InvokeSingle<string>("a:b:hidden", new FindArgs());
        });

        Assert.Equal("x", await OutputUtilities.GetValueAsync(open!));
        Assert.False(await Output.IsSecretAsync(open!));
        Assert.True(await Output.IsSecretAsync(hidden!));
    }

    [Fact]
    public async Task Every_form_passes_the_package_on()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnInvoke = _ => new() { Return = Wire.Struct("""{ "r": "x" }""") };

        var result = await engine.RunAsync(async () =>
        {
            var instance = Deployment.Instance;
            instance.Invoke<object>(Token, InvokeArgs.Empty, (InvokeOptions?)null, Parameterized);
            instance.Invoke<object>(Token, InvokeArgs.Empty, new InvokeOutputOptions(), Parameterized);
            instance.InvokeSingle<string>(Token, InvokeArgs.Empty, (InvokeOptions?)null, Parameterized);
            instance.InvokeSingle<string>(Token, InvokeArgs.Empty, new InvokeOutputOptions(), Parameterized);
            await instance.InvokeAsync(Token, InvokeArgs.Empty, null, Parameterized);
            await instance.InvokeAsync<object>(Token, InvokeArgs.Empty, null, Parameterized);
            Assert.Equal("x", await instance.InvokeSingleAsync<string>(Token, InvokeArgs.Empty, null, Parameterized));
            return new Dictionary<string, object?>();
        });

        Assert.Equal(new(0, ""), result);
        Assert.Equal(7, engine.Invokes.Count);
        Assert.All(engine.Invokes, sent => Assert.Equal("base-ref", sent.PackageRef));
        Assert.Single(engine.Packages);
    }

    [Fact]
    public async Task A_refusal_names_every_reason()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnInvoke = _ => new()
        {
            Failures = { new CheckFailure { Property = "name", Reason = "too short" }, new CheckFailure { Reason = "no duck" } },
        };

        var result = await engine.RunAsync(() => Deployment.Instance.Invoke<object>(Token, InvokeArgs.Empty));

        Assert.Equal(32, result.ExitCode);
        Assert.Contains($"Invoke of '{Token}' failed: too short (name); no duck", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_argument_that_cannot_be_written_is_logged_even_if_the_program_swallows_it()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(async () =>
        {
            await Assert.ThrowsAnyAsync<InvalidOperationException>(() => Deployment.Instance.InvokeAsync(
                Token, new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("when", DateTime.UnixEpoch))));
            return new Dictionary<string, object?>();
        });

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error serializing property \"when\"", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_a_method_of_a_resource()
    {
        Output<Chip>? result = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnCall = _ => new()
        {
            Return = Wire.Struct("""{ "serial": "s" }"""),
            ReturnDependencies = { ["serial"] = new() { Urns = { "urn:pulumi:stack::project::a:b:C::other" } } },
        };

        await engine.RunAsync(() =>
        {
            var farm = new Provider("farm");
            var duck = new Duck("donald", null, new() { Provider = farm, Version = "1.2.3", PluginDownloadURL = "https://plugins" });
            result = Deployment.Instance.Call<Chip>("acme:pond/duck:Duck/chip", new TagArgs { Tag = new Duck("daisy").Id, Friend = duck }, duck);
        });

        var sent = Assert.Single(engine.MethodCalls);
        Assert.Equal(("acme:pond/duck:Duck/chip", "1.2.3", "https://plugins"), (sent.Tok, sent.Version, sent.PluginDownloadURL));
        Assert.EndsWith("::farm::farm-id", sent.Provider, StringComparison.Ordinal);
        Assert.Equal(["__self__", "friend", "tag"], sent.Args.Fields.Keys.Order());
        Assert.Equal("daisy", sent.ArgDependencies["tag"].Urns.Single().Split("::")[^1]);
        Assert.Empty(sent.ArgDependencies["__self__"].Urns);
        Assert.Empty(sent.ArgDependencies["friend"].Urns);
        Assert.Equal("s", (await OutputUtilities.GetValueAsync(result!)).Serial);
        Assert.Single(await OutputUtilities.GetDependenciesAsync(result!));
    }

    [Fact]
    public async Task A_method_that_refuses_fails_the_program()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnCall = _ => new() { Failures = { new CheckFailure { Property = "tag", Reason = "bad" } } };

        var result = await engine.RunAsync(() => Deployment.Instance.Call("a:b:C/d", CallArgs.Empty));

        Assert.Equal(32, result.ExitCode);
        Assert.Contains("Call of 'a:b:C/d' failed: bad (tag)", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    public sealed class FindArgs : InvokeArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }
    }

    public sealed class TagArgs : CallArgs
    {
        [Input("tag")] public Input<string>? Tag { get; set; }

        [Input("friend")] public Input<Duck>? Friend { get; set; }
    }
}
