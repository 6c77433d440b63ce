using Platform.Engine;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine.Starting;

public class OutcomeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    public async Task Fails_with_the_programs_own_words_when_it_logged_an_error(int exitCode)
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            await program.Log(LogSeverity.Error, "the network has no zones\n   at Program.Main()");
            return exitCode;
        });

        Assert.Equal(PlanOutcome.ProgramFailed, result.Outcome);
        Assert.Equal("the program reported an error: the network has no zones", result.Problem);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal(Severity.Error, Assert.Single(result.Graph!.Diagnostics).Severity);
        Assert.Single(result.Graph.Resources);
    }

    [Fact]
    public async Task Names_the_exit_code_and_the_last_words_of_a_crash()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            program.Output.Add("starting", isError: false);
            program.Output.Add("Unhandled exception: boom", isError: true);
            return 134;
        });

        Assert.Equal(PlanOutcome.ProgramFailed, result.Outcome);
        Assert.Equal($"the program ended with exit code 134 (it gave up by itself, SIGABRT); it said:{Environment.NewLine}Unhandled exception: boom", result.Problem);
        Assert.Equal(["starting", "Unhandled exception: boom"], result.ProgramOutput.ToArray());
    }

    [Fact]
    public async Task Does_not_take_a_program_that_registers_nothing_for_a_success()
    {
        var result = await ScriptedProgram.Plan(_ => Task.FromResult(0));

        Assert.Equal(PlanOutcome.ProgramFailed, result.Outcome);
        Assert.Contains("is it a Pulumi program?", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_a_program_that_takes_too_long_and_keeps_what_it_registered()
    {
        var time = new ManualTime();
        using var workspace = new Workspace();
        var program = new ScriptedProgram(async client =>
        {
            await client.Stack();
            time.Expire();
            await Task.Delay(Timeout.Infinite, client.CancellationToken);
            return 0;
        });
        var request = new PlanRequest { ProjectDirectory = workspace.Root, Stack = "dev", Timeout = TimeSpan.FromSeconds(90) };
        var result = await new PlanRun(request, null, null, _ => program, time).RunAsync(CancellationToken.None);

        Assert.Equal(PlanOutcome.TimedOut, result.Outcome);
        Assert.Equal("the program did not end within 90 seconds and was stopped; see its output (--verbose), or allow it more time (--timeout 10m)", result.Problem);
        Assert.Null(result.ExitCode);
        Assert.Single(result.Graph!.Resources);
    }

    [Fact]
    public async Task Stops_on_request()
    {
        using var cancel = new CancellationTokenSource();
        var result = await ScriptedProgram.Plan(
            async program =>
            {
                await program.Stack();
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, program.CancellationToken);
                return 0;
            },
            cancellationToken: cancel.Token);

        Assert.Equal(PlanOutcome.Cancelled, result.Outcome);
        Assert.Single(result.Graph!.Resources);
    }

    [Fact]
    public async Task Tells_what_it_is_doing()
    {
        var phases = new List<PlanProgress>();
        using var workspace = new Workspace();
        var program = new ScriptedProgram(async client =>
        {
            var stack = await client.Stack();
            await client.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = stack);
            return 0;
        });
        await new PlanRun(new PlanRequest { ProjectDirectory = workspace.Root, Stack = "dev" }, new Recorder(phases), null, _ => program).RunAsync(CancellationToken.None);

        Assert.Equal(
            [new(PlanPhase.Building, 0), new(PlanPhase.Running, 0), new(PlanPhase.Running, 1), new(PlanPhase.Running, 2), new(PlanPhase.Analysing, 2)],
            phases);
    }

    private sealed class Recorder(List<PlanProgress> phases) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => phases.Add(value);
    }
}
