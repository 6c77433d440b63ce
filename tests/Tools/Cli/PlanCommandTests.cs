using System.Text;
using Platform.Cli;
using Platform.Cli.Render;
using Platform.Engine;
using Platform.Graph;

namespace Platform.Tests.Tools.Cli;

public class PlanCommandTests
{
    [Fact]
    public async Task Asks_for_what_was_typed()
    {
        var run = await CliRun.Of(
            "plan", "dev", "--config", "a=1", "--config", "b=x=y", "--secret", "c=2", "--timeout", "1m30s",
            "--no-build", "--strict", "--preview", "--answers", "/answers.yaml", "--program", "/elsewhere");

        var request = run.Request!;
        Assert.Equal(("dev", "/elsewhere", "/answers.yaml"), (request.Stack, request.ProjectDirectory, request.AnswersFile));
        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "x=y" }, request.Config);
        Assert.Equal(new Dictionary<string, string> { ["c"] = "2" }, request.Secrets);
        Assert.Equal((TimeSpan.FromSeconds(90), false, true, AnswerMode.Preview), (request.Timeout, request.Build, request.Strict, request.Mode));
    }

    [Fact]
    public async Task Plans_this_repository_as_the_engine_does_by_default()
    {
        var request = (await CliRun.Of("plan", "dev")).Request!;

        Assert.Equal(
            new PlanRequest { ProjectDirectory = CliRun.Project, Stack = "dev", Config = request.Config, Secrets = request.Secrets },
            request);
        Assert.Empty(request.Config);
        Assert.Empty(request.Secrets);
    }

    [Theory]
    [InlineData("--config"), InlineData("--secret")]
    public async Task Takes_a_word_with_an_at_sign_as_it_is(string option)
    {
        var request = (await CliRun.Of("plan", "dev", option, "user=@me")).Request!;

        Assert.Equal("@me", (option == "--config" ? request.Config : request.Secrets)["user"]);
    }

    [Fact]
    public async Task Writes_the_plan_document_byte_by_byte()
    {
        var run = await CliRun.Of("plan", "dev", "--format", "json", "--verbose");

        Assert.Equal(Encoding.UTF8.GetString(PlanJson.Write(SamplePlan.Graph).Span), run.Data);
    }

    [Fact]
    public async Task Tells_an_impossible_request_as_wrong_use()
    {
        var run = await CliRun.Of((_, _, _) => throw new PlanRequestException("there is no stack 'dve'."), ["plan", "dve"]);

        Assert.Equal((ExitCode.WrongUse, "error: there is no stack 'dve'.\n"), (run.ExitCode, run.Messages));
    }

    [Theory]
    [InlineData(PlanOutcome.ProgramFailed, ExitCode.NoPlan)]
    [InlineData(PlanOutcome.BuildFailed, ExitCode.NoPlan)]
    [InlineData(PlanOutcome.TimedOut, ExitCode.NoPlan)]
    [InlineData(PlanOutcome.Cancelled, ExitCode.NoPlan)]
    [InlineData(PlanOutcome.SettingsRefused, ExitCode.WrongUse)]
    internal async Task Ends_without_data_when_there_is_no_plan(PlanOutcome outcome, ExitCode exitCode)
    {
        var graph = new ResourceGraph("platform", "dev", [], diagnostics: [new Diagnostic(Severity.Error, "Pulumi.dev.yaml, platform:network: zones is 9.")]);

        var run = await CliRun.Of(new PlanResult(graph, outcome, "the reason.", 32, ["what it wrote"]), "plan", "dev");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("  error: Pulumi.dev.yaml, platform:network: zones is 9.\nerror: the reason.\n", run.Messages);
        Assert.Empty(run.Data);
    }

    [Fact]
    public async Task Shows_the_last_lines_of_a_program_that_died_without_a_word()
    {
        var run = await CliRun.Of(new PlanResult(null, PlanOutcome.ProgramFailed, "exit code 134.", 134, ["Aborted"]), "plan", "dev");

        Assert.Equal("The program wrote:\n  | Aborted\nerror: exit code 134.\n", run.Messages);
    }

    [Theory]
    [InlineData("text"), InlineData("json")]
    public async Task Keeps_the_programs_own_output_apart_from_the_data(string format)
    {
        var result = new PlanResult(SamplePlan.Graph, PlanOutcome.Succeeded, null, 0, ["hello", "\u001b[31mred"]);

        var brief = await CliRun.Of(result, "plan", "dev", "--format", format);
        var verbose = await CliRun.Of(result, "plan", "dev", "--format", format, "--verbose");

        Assert.Empty(brief.Messages);
        Assert.Equal("The program wrote:\n  | hello\n  | \\u001b[31mred\n", verbose.Messages);
        Assert.DoesNotContain("hello\n", verbose.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_progress_on_a_terminal_and_takes_it_away_again()
    {
        var run = await CliRun.Of(
            (_, progress, _) =>
            {
                progress!.Report(new PlanProgress(PlanPhase.Building, 0));
                progress.Report(new PlanProgress(PlanPhase.Running, 7));
                return Task.FromResult(new PlanResult(SamplePlan.Graph, PlanOutcome.Succeeded, null, 0, []));
            },
            ["plan", "dev"],
            new TextLayout(80, Colour: true),
            progress: true);

        Assert.Equal("\r\u001b[Kbuilding the program…\r\u001b[Kplanning dev: 7 resources…\r\u001b[K", run.Messages);
        Assert.DoesNotContain("planning", run.Data, StringComparison.Ordinal);
    }
}
