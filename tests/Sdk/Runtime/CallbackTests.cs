using Google.Protobuf;
using Platform.Protocol;
using Pulumi;

namespace Platform.Tests.Sdk.Runtime;

/// <summary>What the engine may call in the program: transforms.</summary>
public class CallbackTests
{
    private const string Secret = """{ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "x" }""";

    [Fact]
    public async Task A_transform_sees_what_was_sent_and_changes_it()
    {
        ResourceTransformArgs? seen = null;
        TransformResponse? answer = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = async request =>
        {
            if (request.Transforms.Count > 0)
            {
                answer = await ScriptedEngine.CallBackAsync(request.Transforms[0], Ask(), TransformResponse.Parser);
            }

            return ScriptedEngine.Created(request);
        };

        var result = await engine.RunAsync(() => new Duck("donald", null, new() { ResourceTransforms = { Change } }));

        Assert.Equal(new(0, ""), result);
        Assert.Equal(("donald", "acme:pond/duck:Duck", true), (seen!.Value.Name, seen.Value.Type, seen.Value.Custom));
        Assert.Equal("corn", seen.Value.Args["feed"]);
        Assert.True(await Output.IsSecretAsync((Output<object?>)seen.Value.Args["chip"]!));
        Assert.Equal("wheat", answer!.Properties.Fields["feed"].StringValue);
        Assert.Equal("x", answer.Properties.Fields["chip"].StructValue.Fields["value"].StringValue);
        Assert.Equal(Ask().Options.ToString(), answer.Options.ToString());

        Task<ResourceTransformResult?> Change(ResourceTransformArgs args, CancellationToken cancellation)
        {
            seen = args;
            return Task.FromResult<ResourceTransformResult?>(new(args.Args.SetItem("feed", "wheat"), args.Options));
        }

        static TransformRequest Ask() => new()
        {
            Name = "donald",
            Type = "acme:pond/duck:Duck",
            Custom = true,
            Parent = "urn:pulumi:s::p::acme:index:Pond::pond",
            Properties = Wire.Struct($$"""{ "feed": "corn", "chip": {{Secret}} }"""),
            Options = JsonParser.Default.Parse<TransformResourceOptions>(
                """
                {
                  "dependsOn": ["urn:pulumi:s::p::a:b:C::d"], "protect": true, "ignoreChanges": ["a"], "replaceOnChanges": ["b"],
                  "version": "1.0.0", "aliases": [{ "urn": "urn:x" }, { "spec": { "name": "old", "noParent": false } }, { "spec": { "parentUrn": "urn:p" } }],
                  "provider": "urn:pulumi:s::p::pulumi:providers:acme::farm::f-1",
                  "customTimeouts": { "create": "300000000000ns" }, "pluginDownloadUrl": "https://plugins", "retainOnDelete": false,
                  "deletedWith": "urn:pulumi:s::p::a:b:C::d", "deleteBeforeReplace": true, "additionalSecretOutputs": ["s"], "import": "i-1",
                  "hooks": { "beforeCreate": ["h1"], "onError": ["h2"] }, "hideDiff": ["h"], "replaceWith": ["urn:pulumi:s::p::a:b:C::e"], "replacementTrigger": 7
                }
                """),
        };
    }

    [Fact]
    public async Task A_transform_that_changes_nothing_answers_with_nothing()
    {
        TransformResponse? answer = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = async request =>
        {
            if (request.Transforms.Count > 0)
            {
                answer = await ScriptedEngine.CallBackAsync(request.Transforms[0], new TransformRequest(), TransformResponse.Parser);
            }

            return ScriptedEngine.Created(request);
        };

        await engine.RunAsync(() => new Pond("pond", new() { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } }));

        Assert.Equal(new TransformResponse(), answer);
    }

    [Fact]
    public async Task Transforms_of_the_stack_go_with_the_stack()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(
            () => Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>()),
            options: new() { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } });

        Assert.Matches("^127\\.0\\.0\\.1:\\d+$", Assert.Single(engine.Only("project-stack").Transforms).Target);
    }

    [Fact]
    public async Task A_callback_runs_in_the_deployment_that_announced_it()
    {
        string? project = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = async request =>
        {
            foreach (var callback in request.Transforms)
            {
                await ScriptedEngine.CallBackAsync(callback, new TransformRequest(), TransformResponse.Parser);
            }

            return ScriptedEngine.Created(request);
        };

        await engine.RunAsync(() => new Duck("donald", null, new()
        {
            ResourceTransforms =
            {
                (_, _) =>
                {
                    project = Deployment.Instance.ProjectName;
                    return Task.FromResult<ResourceTransformResult?>(null);
                },
            },
        }));

        Assert.Equal("project", project);
    }

    [Fact]
    public async Task A_callback_nobody_knows_is_an_invalid_argument()
    {
        GrpcException? refusal = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = async request =>
        {
            foreach (var callback in request.Transforms)
            {
                refusal = await Assert.ThrowsAsync<GrpcException>(() => ScriptedEngine.CallBackAsync(
                    new() { Target = callback.Target, Token = "other" }, new TransformRequest(), TransformResponse.Parser));
            }

            return ScriptedEngine.Created(request);
        };

        await engine.RunAsync(() => new Duck("donald", null, new() { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } }));

        Assert.Equal(GrpcStatusCode.InvalidArgument, refusal!.StatusCode);
    }

    [Fact]
    public async Task An_invoke_transform_changes_calls_that_come_after_it()
    {
        TransformInvokeResponse? answer = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnInvoke = _ =>
        {
            var callback = Assert.Single(engine.InvokeTransforms);
            answer = ScriptedEngine.CallBackAsync(
                callback,
                new TransformInvokeRequest
                {
                    Token = "a:b:c",
                    Args = Wire.Struct("""{ "a": 1 }"""),
                    Options = new() { Version = "1.0.0", Provider = "urn:pulumi:s::p::pulumi:providers:acme::farm::f-1" },
                },
                TransformInvokeResponse.Parser).GetAwaiter().GetResult();
            return new() { Return = new() };
        };

        var result = await engine.RunAsync(() =>
        {
            Deployment.Instance.RegisterInvokeTransform((args, _) => Task.FromResult<InvokeTransformResult?>(
                new(args.Args.SetItem("b", args.Token), new() { Provider = args.Options.Provider, Version = "2.0.0" })));
            Deployment.Instance.Invoke<object>("a:b:c", InvokeArgs.Empty);
        });

        Assert.Equal(new(0, ""), result);
        Assert.Equal("""{ "a": 1, "b": "a:b:c" }""", answer!.Args.ToString());
        Assert.Equal(("2.0.0", "urn:pulumi:s::p::pulumi:providers:acme::farm::f-1"), (answer.Options.Version, answer.Options.Provider));
    }
}
