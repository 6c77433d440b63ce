using Google.Protobuf;
using Platform.Protocol;
using Pulumi;

namespace Platform.Tests.Sdk.Runtime.Resources;

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
}
