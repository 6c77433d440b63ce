using Platform.Protocol;
using Pulumi;

namespace Platform.Tests.Sdk.Runtime.Failures;

public class LogTests
{
    public static TheoryData<LogSeverity, Action> Levels() => new()
    {
        { LogSeverity.Debug, () => Log.Debug("text", streamId: 7, ephemeral: true) },
        { LogSeverity.Info, () => Log.Info("text", streamId: 7, ephemeral: true) },
        { LogSeverity.Warning, () => Log.Warn("text", streamId: 7, ephemeral: true) },
        { LogSeverity.Error, () => Log.Error("text", streamId: 7, ephemeral: true) },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task Sends_a_message_as_it_was_given(LogSeverity severity, Action write)
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(write);

        Assert.Equal(new LogRequest { Severity = severity, Message = "text", StreamId = 7, Ephemeral = true }, Assert.Single(engine.Logs));
    }

    [Fact]
    public async Task A_message_about_a_resource_waits_for_its_urn()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => Log.Info("hello", new Duck("donald")));

        Assert.Equal("urn:pulumi:stack::project::acme:pond/duck:Duck::donald", Assert.Single(engine.Logs).Urn);
    }

    [Fact]
    public async Task A_message_about_a_resource_that_failed_is_sent_without_a_urn()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = request => request.Custom ? throw new GrpcException(GrpcStatusCode.Unknown, "no") : Task.FromResult(ScriptedEngine.Created(request));

        await engine.RunAsync(() => Log.Info("hello", new Duck("donald")));

        Assert.Equal("", engine.Logs.Single(log => log.Message == "hello").Urn);
    }

    [Fact]
    public async Task An_error_is_not_forgotten_for_a_remark_at_the_same_time()
    {
        var forgotten = 0;
        for (var round = 0; round < 200; round++)
        {
            var logger = new EngineLogger(new Listener(), new PendingWork(), new Secrets());
            Parallel.For(0, 8, i => _ = logger.WriteAsync(i == 0 ? LogSeverity.Error : LogSeverity.Info, "text"));
            forgotten += logger.HasErrors ? 0 : 1;
        }

        Assert.Equal(0, forgotten);
    }

    [Fact]
    public async Task The_deployment_waits_for_its_messages()
    {
        var answered = false;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnLog = async _ =>
        {
            await Task.Yield();
            answered = true;
        };

        await engine.RunAsync(() => Log.Info("hello"));

        Assert.True(answered);
    }

    [Fact]
    public async Task An_exception_is_logged_with_its_stack()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() => Log.Exception(new InvalidOperationException("it broke")));

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("System.InvalidOperationException: it broke", Assert.Single(engine.Errors));
    }

    [Fact]
    public async Task Outside_a_run_nothing_can_be_logged() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.Run(() => Log.Info("hello")));

    [Fact]
    public async Task Pulumi_itself_can_be_required_in_a_version()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnVersion = request => request.PulumiVersionRange == ">=4.0.0"
            ? throw new GrpcException(GrpcStatusCode.FailedPrecondition, "Pulumi CLI version 3.259.0 does not satisfy >=4.0.0")
            : new();

        var fine = await engine.RunAsync(() => Require(">=3.0.0"));
        var tooOld = await engine.RunAsync(() => Require(">=4.0.0"));
        engine.OnVersion = _ => throw new GrpcException(GrpcStatusCode.Unimplemented, "no method");
        var tooOldToSay = await engine.RunAsync(() => Require(">=3.0.0"));

        Assert.Equal((0, 32, 32), (fine.ExitCode, tooOld.ExitCode, tooOldToSay.ExitCode));
        Assert.Equal(
            [
                "Pulumi CLI version 3.259.0 does not satisfy >=4.0.0",
                "The installed version of the CLI does not support the `RequirePulumiVersion` RPC. Please upgrade the Pulumi CLI",
            ],
            engine.Errors);

        static async Task<IDictionary<string, object?>> Require(string range)
        {
            await Deployment.RequirePulumiVersionAsync(range);
            return new Dictionary<string, object?>();
        }
    }

    [Fact]
    public async Task A_program_can_wait_for_what_it_began()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        var seen = 0;

        var result = await engine.RunAsync(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                new Duck("duck-" + i);
            }

            await Deployment.Current!.AwaitPendingRegistrations();
            seen = engine.Registrations.Count;
            return new Dictionary<string, object?>();
        });

        Assert.Equal((0, 11), (result.ExitCode, seen));
    }

    private sealed class Listener : IEngine
    {
        public Task LogAsync(LogRequest request) => Task.CompletedTask;

        public Task RequirePulumiVersionAsync(string range) => Task.CompletedTask;
    }
}
