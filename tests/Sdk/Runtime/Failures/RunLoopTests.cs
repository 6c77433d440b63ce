using Platform.Protocol;
using Pulumi;

namespace Platform.Tests.Sdk.Runtime.Failures;

public class RunLoopTests
{
    [Fact]
    public async Task Registers_the_stack_then_the_resources_then_the_outputs_and_signals_the_end()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() =>
        {
            var duck = new Duck("donald", new() { Feed = "corn" });
            return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?> { ["feed"] = duck.Feed, ["nothing"] = null });
        });

        Assert.Equal(new(0, ""), result);
        Assert.Equal(["register project-stack", "register donald", "outputs project-stack", "shutdown"], engine.Calls);
        var outputs = Assert.Single(engine.Outputs);
        Assert.Equal("""{ "feed": "corn" }""", outputs.Outputs.ToString());
        Assert.Empty(engine.Logs);
    }

    [Fact]
    public async Task Sends_empty_outputs_for_a_stack_that_has_none()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => { });

        Assert.Empty(Assert.Single(engine.Outputs).Outputs.Fields);
    }

    [Fact]
    public async Task Waits_for_what_an_apply_creates_late()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() =>
        {
            var first = new Duck("first");
            first.Id.Apply(async id =>
            {
                await Task.Yield();
                return new Duck("second-" + id);
            });
        });

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("second-first-id", engine.Registrations.Last().Name);
        Assert.Equal("shutdown", engine.Calls.Last());
    }

    [Fact]
    public async Task Does_not_mind_an_engine_that_cannot_wait_for_the_end()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnShutdown = () => throw new GrpcException(GrpcStatusCode.Unimplemented, "no such method");

        Assert.Equal(0, (await engine.RunAsync(() => { })).ExitCode);
    }

    [Fact]
    public async Task Fails_when_the_engine_fails_at_the_end()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnShutdown = () => throw new GrpcException(GrpcStatusCode.Internal, "the snapshot is broken");

        Assert.Equal(32, (await engine.RunAsync(() => { })).ExitCode);
        Assert.Contains("the snapshot is broken", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }
}
