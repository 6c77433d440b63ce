using System.Collections.Immutable;
using Platform.Protocol;
using Pulumi;

namespace Platform.Tests.Sdk.Runtime.Resources;

/// <summary>What the engine may call in the program: hooks.</summary>
public class HookTests
{
    private const string Secret = """{ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "x" }""";

    [Fact]
    public async Task Hooks_are_announced_before_the_resource_and_called_with_what_changes()
    {
        ResourceHookArgs? seen = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = async request =>
        {
            if (request.Custom)
            {
                var hook = Assert.Single(engine.Hooks);
                Assert.Equal(("before", true, true), (hook.Name, hook.OnDryRun, hook.IgnoreErrors));
                await ScriptedEngine.CallBackAsync(
                    hook.Callback,
                    new ResourceHookRequest { Urn = "urn", Id = "i", NewInputs = Wire.Struct($$"""{ "chip": {{Secret}} }"""), OldOutputs = Wire.Struct("""{ "a": [1] }""") },
                    ResourceHookResponse.Parser);
            }

            return ScriptedEngine.Created(request);
        };

        var result = await engine.RunAsync(() =>
        {
            var hook = new ResourceHook("before", Note, new() { OnDryRun = true, IgnoreErrors = true });
            new Duck("donald", null, new() { Hooks = { BeforeCreate = { hook }, AfterDelete = { hook } } });
        });

        Assert.Equal(new(0, ""), result);
        Assert.Equal("""{ "beforeCreate": [ "before" ], "afterDelete": [ "before" ] }""", engine.Only("donald").Hooks.ToString());
        Assert.Equal(("urn", "i"), (seen!.Urn, seen.Id));
        Assert.True(await Output.IsSecretAsync((Output<object?>)seen.NewInputs!["chip"]!));
        Assert.Equal([1.0], ((ImmutableArray<object?>)seen.OldOutputs!["a"]!).ToArray());
        Assert.Null(seen.OldInputs);

        Task Note(ResourceHookArgs args, CancellationToken cancellation)
        {
            seen = args;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_hook_that_throws_is_an_error_to_the_engine()
    {
        GrpcException? refusal = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = async request =>
        {
            foreach (var hook in engine.Hooks)
            {
                refusal = await Assert.ThrowsAsync<GrpcException>(
                    () => ScriptedEngine.CallBackAsync(hook.Callback, new ResourceHookRequest(), ResourceHookResponse.Parser));
            }

            return ScriptedEngine.Created(request);
        };

        await engine.RunAsync(() => new Duck("donald", null, new()
        {
            Hooks = { AfterUpdate = { new("after", (_, _) => throw new InvalidOperationException("not today")) } },
        }));

        Assert.Equal((GrpcStatusCode.Unknown, "not today"), (refusal!.StatusCode, refusal.Detail));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_error_hook_decides_whether_to_try_again(bool retry)
    {
        ErrorHookArgs? seen = null;
        ErrorHookResponse? answer = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = async request =>
        {
            if (request.Custom)
            {
                answer = await ScriptedEngine.CallBackAsync(
                    Assert.Single(engine.ErrorHooks).Callback,
                    new ErrorHookRequest { Urn = "urn", Name = "donald", Type = "t", FailedOperation = "create", Errors = { "second", "first" } },
                    ErrorHookResponse.Parser);
            }

            return ScriptedEngine.Created(request);
        };

        await engine.RunAsync(() => new Duck("donald", null, new()
        {
            Hooks =
            {
                OnError =
                {
                    new ErrorHook("again", (args, _) =>
                    {
                        seen = args;
                        return Task.FromResult(retry);
                    }),
                },
            },
        }));

        Assert.Equal(retry, answer!.Retry);
        Assert.Equal(("urn", "donald", "t", "create"), (seen!.Urn, seen.Name, seen.Type, seen.FailedOperation));
        Assert.Equal(["second", "first"], seen.Errors);
        Assert.Equal(["again"], engine.Only("donald").Hooks.OnError);
    }

    [Fact]
    public void Bindings_join_and_copy()
    {
        var hook = new ErrorHookStub();
        var one = new ResourceHookBinding { OnError = { hook } };
        var copy = one.Clone();
        copy.OnError.Add(hook);

        Assert.Single(one.OnError);
        Assert.Equal(3, one.Concat(copy).OnError.Count);
        Assert.True(new ResourceHookBinding().IsEmpty);
        Assert.False(one.IsEmpty);
    }

    [Theory]
    [InlineData("300000000000ns", 300)]
    [InlineData("1h2m3s", 3723)]
    [InlineData("1.5m", 90)]
    [InlineData("500ms", 0.5)]
    public void Reads_time_spans_as_the_engine_writes_them(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Duration.Parse(text));

    [Theory]
    [InlineData("5")]
    [InlineData("h")]
    [InlineData("5 minutes")]
    public void Refuses_what_is_no_time_span(string text) => Assert.Throws<FormatException>(() => Duration.Parse(text));

    private sealed class ErrorHookStub() : ErrorHook("stub", (_, _) => Task.FromResult(false), Task.CompletedTask);
}
