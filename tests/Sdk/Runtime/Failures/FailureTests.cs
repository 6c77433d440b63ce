using Platform.Protocol;
using Pulumi;

namespace Platform.Tests.Sdk.Runtime.Failures;

/// <summary>How programs end that go wrong.</summary>
public class FailureTests
{
    public static TheoryData<string, Action> Programs() => new()
    {
        { "the program itself", () => throw new InvalidOperationException("it broke") },
        { "an apply", () => Output.Create(1).Apply(value => Break(value)) },
        { "an apply on a resource", () => new Duck("donald").Id.Apply(value => Break(value)) },
        { "an asynchronous apply", () => Output.Create(1).Apply(value => BreakAsync(value)) },
        { "a task", () => Output.Create(BreakAsync(1)) },
        { "a component's constructor", () => new BrokenPond() },
        { "a component's outputs", () => new LatePond() },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Reports_an_exception_wherever_it_is_thrown(string where, Action program)
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(program);

        Assert.True(result is { ExitCode: 32, StandardError: "" }, where);
        var error = Assert.Single(engine.Errors);
        Assert.StartsWith("Running program '", error, StringComparison.Ordinal);
        Assert.Contains("' failed with an unhandled exception:\nSystem.InvalidOperationException: it broke", error, StringComparison.Ordinal);
        Assert.DoesNotContain("shutdown", engine.Calls);
    }

    [Fact]
    public async Task Reports_what_a_stack_class_throws_not_the_reflection_around_it()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(StackProgram.Of<BrokenStack>());

        Assert.Equal(32, result.ExitCode);
        Assert.DoesNotContain("TargetInvocation", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_an_engines_refusal_with_its_words()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = request => request.Custom
            ? throw new GrpcException(GrpcStatusCode.Unknown, "duplicate name")
            : Task.FromResult(ScriptedEngine.Created(request));

        var result = await engine.RunAsync(() => new Duck("donald"));

        Assert.Equal(32, result.ExitCode);
        Assert.Contains("Status(StatusCode=\"Unknown\", Detail=\"duplicate name\")", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_both_of_two_failures_and_the_dependents_of_neither()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = async request =>
        {
            await Task.Yield();
            return request.Custom ? throw new GrpcException(GrpcStatusCode.Unknown, "no " + request.Name) : ScriptedEngine.Created(request);
        };

        var result = await engine.RunAsync(() =>
        {
            var donald = new Duck("donald");
            new Duck("dagobert");
            new Duck("daisy", new() { Feed = donald.Id.Apply(id => id + "!") });
        });

        Assert.Equal(32, result.ExitCode);
        Assert.Equal(2, engine.Errors.Count());
        Assert.Contains(engine.Errors, error => error.Contains("no donald", StringComparison.Ordinal));
        Assert.Contains(engine.Errors, error => error.Contains("no dagobert", StringComparison.Ordinal));
        Assert.DoesNotContain(engine.Registrations, request => request.Name == "daisy");
    }

    [Fact]
    public async Task Does_not_wait_for_a_slow_registration_once_something_failed()
    {
        using var forever = new SemaphoreSlim(0);
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = async request =>
        {
            if (request.Name == "slow")
            {
                await forever.WaitAsync();
            }

            return ScriptedEngine.Created(request);
        };

        var result = await engine.RunAsync(() =>
        {
            new Duck("slow");
            throw new RunException("enough");
        });

        Assert.Equal(32, result.ExitCode);
        Assert.Equal(["enough"], engine.Errors);
        forever.Release();
    }

    [Fact]
    public async Task Reports_a_run_exception_by_its_message_alone()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() => throw new RunException("Pulumi.dev.yaml lacks a key"));

        Assert.Equal(32, result.ExitCode);
        Assert.Equal(["Pulumi.dev.yaml lacks a key"], engine.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reports_a_resource_exception_under_the_resource(bool hideStack)
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() => throw new ResourceException("too many legs", new Duck("donald"), hideStack));

        Assert.Equal(32, result.ExitCode);
        var error = Assert.Single(engine.Logs);
        Assert.Equal("urn:pulumi:stack::project::acme:pond/duck:Duck::donald", error.Urn);
        Assert.Equal(hideStack, error.Message == "too many legs");
        Assert.Contains("too many legs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logged_error_lets_everything_run_but_fails_the_deployment()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() =>
        {
            Log.Error("not good");
            new Duck("donald");
        });

        Assert.Equal(new(1, ""), result);
        Assert.Equal("donald", engine.Only("donald").Name);
        Assert.Single(engine.Outputs);
        Assert.DoesNotContain("shutdown", engine.Calls);
    }

    [Fact]
    public async Task An_engine_that_takes_no_messages_is_told_of_on_standard_error()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnLog = _ => throw new GrpcException(GrpcStatusCode.Internal, "log is full");

        var result = await engine.RunAsync(() => Log.Info("hello"));

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("Error occurred trying to send logging message to engine:\n", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("log is full", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_cannot_be_logged_is_written_to_standard_error()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnLog = _ => throw new GrpcException(GrpcStatusCode.Internal, "log is full");

        var result = await engine.RunAsync(() => throw new RunException("Pulumi.dev.yaml lacks a key"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Pulumi.dev.yaml lacks a key", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("log is full", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_stack_outputs_that_were_forgotten()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        Assert.Equal(32, (await engine.RunAsync(StackProgram.Of<ForgetfulStack>())).ExitCode);
        Assert.Equal(["Output(s) 'a', 'B' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor."], engine.Errors);
    }

    [Fact]
    public async Task Names_the_stack_outputs_that_are_no_outputs()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        Assert.Equal(32, (await engine.RunAsync(StackProgram.Of<PlainStack>())).ExitCode);
        Assert.Equal(["Output(s) 'Count' have incorrect type. [Output] attributed properties must be instances of Output<T>."], engine.Errors);
    }

    [Fact]
    public async Task A_cancelled_task_fails_the_program()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() => Output.Create(Task.FromCanceled<int>(new(canceled: true))));

        Assert.Equal(32, result.ExitCode);
        Assert.Contains("canceled", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_outside_a_run_is_refused() =>
        Assert.Equal(
            "Trying to acquire Deployment.Instance before 'Run' was called.",
            Assert.Throws<InvalidOperationException>(() => new Duck("donald")).Message);

    [Fact]
    public async Task A_run_without_an_engine_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

        Assert.Equal("Program run without the Pulumi engine available; re-run using the `pulumi` CLI", refusal.Message);
    }

    [Fact]
    public async Task A_run_inside_a_run_is_refused()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(async () =>
        {
            await engine.RunAsync(() => { });
            return new Dictionary<string, object?>();
        });

        Assert.Equal(32, result.ExitCode);
        Assert.Contains("inside another one", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    private static string Break<T>(T value) => throw new InvalidOperationException($"it broke at {value}");

    private static async Task<int> BreakAsync(int value)
    {
        await Task.Yield();
        throw new InvalidOperationException($"it broke at {value}");
    }

    private sealed class BrokenPond : ComponentResource
    {
        public BrokenPond()
            : base("acme:index:Pond", "pond") => throw new InvalidOperationException("it broke");
    }

    private sealed class LatePond : ComponentResource
    {
        public LatePond()
            : base("acme:index:Pond", "pond") => RegisterOutputs(Outputs());

        private static async Task<IDictionary<string, object?>> Outputs()
        {
            await Task.Yield();
            throw new InvalidOperationException("it broke");
        }
    }

    private sealed class BrokenStack : Stack
    {
        public BrokenStack() => throw new InvalidOperationException("it broke");
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output("a")] public Output<int> A { get; set; } = null!;

        [Output] public Output<int> B { get; set; } = null!;

        [Output("c")] public Output<int> C { get; set; } = Output.Create(1);
    }

    private sealed class PlainStack : Stack
    {
        [Output] public int Count { get; set; }
    }
}
