using Google.Protobuf;
using Platform.Protocol;
using Pulumi;
using Pulumi.Utilities;

namespace Platform.Tests.Sdk.Runtime;

public class RegistrationTests
{
    private const string StackUrn = "urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack";
    private const string DuckUrn = "urn:pulumi:stack::project::acme:pond/duck:Duck::";

    [Fact]
    public async Task Registers_the_stack_as_a_root_without_inputs()
    {
        var stack = (await Sent(() => { })).Only("project-stack");

        Assert.Equal(
            """{ "type": "pulumi:pulumi:Stack", "name": "project-stack", "object": { }, "acceptSecrets": true, "acceptResources": true, "supportsResultReporting": true, "hooks": { } }""",
            JsonFormatter.Default.Format(stack));
    }

    [Fact]
    public async Task Sends_a_bare_resource_with_nothing_but_what_every_resource_has()
    {
        var duck = (await Sent(() => new Duck("donald"))).Only("donald");

        Assert.Equal(
            $$"""{ "type": "acme:pond/duck:Duck", "name": "donald", "parent": "{{StackUrn}}", "custom": true, "object": { }, "acceptSecrets": true, "acceptResources": true, "supportsResultReporting": true, "hooks": { } }""",
            JsonFormatter.Default.Format(duck));
    }

    public static TheoryData<string, CustomResourceOptions, string> PlainOptions() => new()
    {
        { "protect", new() { Protect = true }, "True" },
        { "protect", new() { Protect = false }, "False" },
        { "deleteBeforeReplace", new() { DeleteBeforeReplace = true }, "True" },
        { "deleteBeforeReplaceDefined", new() { DeleteBeforeReplace = false }, "True" },
        { "version", new() { Version = "1.2.3" }, "1.2.3" },
        { "pluginDownloadURL", new() { PluginDownloadURL = "https://plugins" }, "https://plugins" },
        { "importId", new() { ImportId = "i-1" }, "i-1" },
        { "ignoreChanges", new() { IgnoreChanges = { "feed", "tags" } }, """[ "feed", "tags" ]""" },
        { "hideDiffs", new() { HideDiffs = { "feed" } }, """[ "feed" ]""" },
        { "additionalSecretOutputs", new() { AdditionalSecretOutputs = { "feed" } }, """[ "feed" ]""" },
        { "replaceOnChanges", new() { ReplaceOnChanges = { "legs" } }, """[ "legs" ]""" },
        { "retainOnDelete", new() { RetainOnDelete = true }, "True" },
        { "envVarMappings", new() { EnvVarMappings = { ["MY_KEY"] = "KEY" } }, """{ "MY_KEY": "KEY" }""" },
        { "replacement_trigger", new() { ReplacementTrigger = "2026-01" }, "\"2026-01\"" },
        {
            "customTimeouts",
            new() { CustomTimeouts = new() { Create = TimeSpan.FromMinutes(5), Delete = TimeSpan.FromHours(1) } },
            """{ "create": "300000000000ns", "delete": "3600000000000ns" }"""
        },
    };

    [Theory]
    [MemberData(nameof(PlainOptions))]
    public async Task Sends_an_option_in_its_field(string field, CustomResourceOptions options, string expected)
    {
        var duck = (await Sent(() => new Duck("donald", null, options))).Only("donald");

        Assert.Equal(expected, RegisterResourceRequest.Descriptor.FindFieldByName(field).Accessor.GetValue(duck).ToString());
    }

    [Fact]
    public async Task Children_inherit_protection_from_their_parent()
    {
        var engine = await Sent(() => new Pond("pond", new() { Protect = true }, "donald"));

        Assert.True(engine.Only("donald").Protect);
        Assert.Equal(engine.Only("pond").Name, engine.Only("donald").Parent.Split("::")[^1]);
    }

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
    public async Task Names_the_provider_it_is_given()
    {
        var donald = (await Sent(() => new Duck("donald", null, new() { Provider = new Provider("farm") }))).Only("donald");

        Assert.Equal("urn:pulumi:stack::project::pulumi:providers:acme::farm::farm-id", donald.Provider);
    }

    [Fact]
    public async Task Finds_the_provider_of_its_package_in_the_component_above()
    {
        var engine = await Sent(() => new Pond("pond", new() { Providers = { new Provider("farm"), new OtherProvider("elsewhere") } }, "donald"));

        Assert.EndsWith("providers:acme::farm::farm-id", engine.Only("donald").Provider, StringComparison.Ordinal);
        Assert.Empty(engine.Only("pond").Providers);
    }

    [Fact]
    public async Task A_component_passes_its_single_provider_on()
    {
        var engine = await Sent(() => new Pond("pond", new() { Provider = new Provider("farm") }, "donald"));

        Assert.EndsWith("providers:acme::farm::farm-id", engine.Only("donald").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_when_a_component_gets_two_providers_of_one_package()
    {
        var engine = await Sent(() => new Pond("pond", new() { Provider = new Provider("one"), Providers = { new Provider("two") } }, "donald"));

        Assert.EndsWith("::one::one-id", engine.Only("donald").Provider, StringComparison.Ordinal);
        Assert.Contains("package 'acme'", Assert.Single(engine.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_without_an_id_is_named_with_the_unknown_id()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = request =>
        {
            var answer = ScriptedEngine.Created(request);
            answer.Id = "";
            return Task.FromResult(answer);
        };

        await engine.RunAsync(() => new Duck("donald", null, new() { Provider = new Provider("farm") }));

        Assert.EndsWith("::farm::04da6b54-80e4-46f7-96ec-b56ff0331ba9", engine.Only("donald").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_all_providers_with_a_component_of_a_plugin()
    {
        var lake = (await Sent(() => new Lake("lake", null, new() { Providers = { new Provider("farm"), new OtherProvider("elsewhere") } }))).Only("lake");

        Assert.True(lake.Remote);
        Assert.False(lake.Custom);
        Assert.Equal(["acme", "other"], lake.Providers.Keys.Order());
        Assert.EndsWith("::farm::farm-id", lake.Providers["acme"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_the_resources_it_goes_with()
    {
        var engine = await Sent(() =>
        {
            var donald = new Duck("donald");
            new Duck("daisy", null, new() { DeletedWith = donald, ReplaceWith = { donald } });
        });

        Assert.Equal(DuckUrn + "donald", engine.Only("daisy").DeletedWith);
        Assert.Equal([DuckUrn + "donald"], engine.Only("daisy").ReplaceWith);
    }

    public static TheoryData<string, Func<Duck, CustomResourceOptions>, string> GuardedOptions() => new()
    {
        { "deletedWith", duck => new() { DeletedWith = duck }, "the DeletedWith option" },
        { "replaceWith", duck => new() { ReplaceWith = { duck } }, "the ReplaceWith option" },
        { "transforms", _ => new() { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } }, "resource transforms" },
        { "resourceHooks", _ => new() { Hooks = { BeforeCreate = { new("hook", (_, _) => Task.CompletedTask) } } }, "resource hooks" },
    };

    [Theory]
    [MemberData(nameof(GuardedOptions))]
    public async Task Refuses_an_option_that_the_engine_does_not_know(string feature, Func<Duck, CustomResourceOptions> options, string name)
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Unsupported.Add(feature);

        var result = await engine.RunAsync(() => new Duck("daisy", null, options(new Duck("donald"))));

        Assert.Equal(32, result.ExitCode);
        Assert.Contains(
            $"The Pulumi CLI does not support {name}. Please update the Pulumi CLI.", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_a_feature_once_however_many_resources_need_it()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            var donald = new Duck("donald");
            for (var i = 0; i < 100; i++)
            {
                new Duck("duck-" + i, new() { Anything = donald }, new() { DeletedWith = donald });
            }
        });

        Assert.Equal(["feature deletedWith", "feature resourceReferences"], engine.Calls.Where(call => call.StartsWith("feature", StringComparison.Ordinal)).Order());
    }

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

    [Fact]
    public async Task Runs_transformations_from_the_inside_out()
    {
        var seen = new List<string>();
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(
            () =>
            {
                var pond = new Pond("pond", new() { ResourceTransformations = { Note("pond") } });
                new Duck("donald", new() { Feed = "corn" }, new() { Parent = pond, ResourceTransformations = { Note("own") } });
                return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
            },
            options: new() { ResourceTransformations = { Note("stack") } });

        Assert.Equal(["stack:project-stack", "pond:pond", "stack:pond", "own:donald", "pond:donald", "stack:donald"], seen);
        Assert.Equal("corn+own+pond+stack", engine.Only("donald").Object.Fields["feed"].StringValue);

        ResourceTransformation Note(string who) => given =>
        {
            seen.Add($"{who}:{given.Resource.GetResourceName()}");
            if (given.Args is not DuckArgs args)
            {
                return null;
            }

            args.Feed = args.Feed.Apply(feed => $"{feed}+{who}");
            return new(args, given.Options);
        };
    }

    [Fact]
    public async Task Refuses_a_transformation_that_moves_a_resource()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() => new Duck("donald", null, new()
        {
            ResourceTransformations = { given => new(given.Args, new CustomResourceOptions { Parent = new Pond("elsewhere") }) },
        }));

        Assert.Equal(32, result.ExitCode);
        Assert.Contains("changed its parent", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    private static async Task<ScriptedEngine> Sent(Action program)
    {
        await using var engine = await ScriptedEngine.StartAsync();
        var result = await engine.RunAsync(program);
        Assert.Equal(new(0, ""), result);
        return engine;
    }

    private sealed class OtherProvider(string name) : ProviderResource("other", name, new DuckArgs());
}
