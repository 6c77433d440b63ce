using System.Diagnostics;
using Platform.Protocol;

namespace Platform.Tests.Sdk.Runtime.Failures;

/// <summary>Whole processes, started as the language host starts them.</summary>
public class ProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("throws", 32)]
    [InlineData("throws, exit code ignored", 0)]
    [InlineData("throws, exit code of the environment", 32)]
    [InlineData("logs an error", 1)]
    public async Task Ends_with_the_exit_code_of(string scenario, int expected)
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await RunAsync(engine, scenario);

        Assert.Equal((expected, ""), (result.ExitCode, result.StandardError));
        Assert.Single(engine.Errors);
    }

    [Fact]
    public async Task Registers_a_thousand_resources()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await RunAsync(engine, "resources", "1000");

        Assert.Equal(new(0, ""), result);
        Assert.Equal(1001, engine.Registrations.Count);
        Assert.Equal("""{ "count": 1000 }""", Assert.Single(engine.Outputs).Outputs.ToString());
        Assert.Equal("shutdown", engine.Calls.Last());
    }

    [Fact]
    public async Task A_resource_outside_a_run_aborts_the_process()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await RunAsync(engine, "outside a run");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Trying to acquire Deployment.Instance before 'Run' was called.", result.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sleeps in an await")]
    [InlineData("sleeps on its thread")]
    [InlineData("waits for a registration")]
    public async Task Ends_when_its_engine_dies(string scenario)
    {
        var reached = new TaskCompletionSource();
        var never = new TaskCompletionSource<RegisterResourceResponse>();
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = request =>
        {
            if (request.Custom)
            {
                reached.TrySetResult();
            }

            return request.Name == "never" ? never.Task : Task.FromResult(ScriptedEngine.Created(request));
        };
        using var process = Start(engine, scenario);
        var errors = process.StandardError.ReadToEndAsync();

        await reached.Task.WaitAsync(Patience);
        await engine.DisposeAsync();
        await EndOfAsync(process);

        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains("onnection", await errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_when_there_is_no_engine_at_the_address()
    {
        var engine = await ScriptedEngine.StartAsync();
        await engine.DisposeAsync();

        var result = await RunAsync(engine, "resources", "1");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Unavailable", result.StandardError, StringComparison.Ordinal);
    }

    private static async Task<RunResult> RunAsync(ScriptedEngine engine, params string[] arguments)
    {
        using var process = Start(engine, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await EndOfAsync(process);
        Assert.Equal("", await output);
        return new(process.ExitCode, await errors);
    }

    // A program that does not end is the failure of one test, not a guest of the machine.
    private static async Task EndOfAsync(Process process)
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ScriptedEngine engine, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["PULUMI_MONITOR"] = engine.Address,
                ["PULUMI_ENGINE"] = engine.Address,
                ["PULUMI_PROJECT"] = "project",
                ["PULUMI_STACK"] = "stack",
                ["PULUMI_DRY_RUN"] = "false",
                ["PULUMI_QUERY_MODE"] = "false",
                ["PULUMI_PARALLEL"] = "16",
            },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "TestProgram.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
