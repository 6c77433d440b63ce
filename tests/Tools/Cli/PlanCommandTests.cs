using System.Text;
using Platform.Cli;
using Platform.Cli.Render;
using Platform.Engine;
using Platform.Graph;

namespace Platform.Tests.Tools.Cli;

public class PlanCommandTests
{
    private static readonly Resource Bucket = SamplePlan.Graph.OfType("aws:s3/bucket:Bucket").Single();

    [Fact]
    public async Task Asks_for_what_was_typed()
    {
        var run = await CliRun.Of(
            "plan", "dev", "--config", "a=1", "--config", "b=x=y", "--secret", "c=2", "--timeout", "1m30s",
            "--no-build", "--strict", "--preview", "--answers", "/answers.yaml", "--stack-outputs", "/a.json", "--stack-outputs", "/b.json", "--program", "/elsewhere");

        var request = run.Request!;
        Assert.Equal(("dev", "/elsewhere", "/answers.yaml"), (request.Stack, request.ProjectDirectory, request.AnswersFile));
        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "x=y" }, request.Config);
        Assert.Equal(new Dictionary<string, string> { ["c"] = "2" }, request.Secrets);
        Assert.Equal(["/a.json", "/b.json"], request.StackOutputs);
        Assert.Equal((TimeSpan.FromSeconds(90), BuildWish.Never, true, AnswerMode.Preview), (request.Timeout, request.Build, request.Strict, request.Mode));
    }

    [Fact]
    public async Task Plans_this_repository_as_the_engine_does_by_default()
    {
        var request = (await CliRun.Of("plan", "dev")).Request!;

        Assert.Equal(
            new PlanRequest { ProjectDirectory = CliRun.Project, Stack = "dev", Config = request.Config, Secrets = request.Secrets, StackOutputs = request.StackOutputs, Components = request.Components, Build = BuildWish.WhenMissing },
            request);
        Assert.Empty(request.Config);
        Assert.Empty(request.Secrets);
    }

    [Fact]
    public async Task Looks_whether_the_build_of_a_named_program_is_of_today() =>
        Assert.Equal(BuildWish.WhenNewer, (await CliRun.Of("plan", "dev", "--program", "/elsewhere")).Request!.Build);

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
    [InlineData(PlanOutcome.BuildFailed)]
    [InlineData(PlanOutcome.TimedOut)]
    [InlineData(PlanOutcome.Cancelled)]
    public async Task Says_why_there_is_no_plan(PlanOutcome outcome)
    {
        var run = await CliRun.Of(new PlanResult(null, outcome, "the reason.", null, []), "plan", "dev");

        Assert.Equal((ExitCode.NoPlan, "error: the reason.\n", ""), (run.ExitCode, run.Messages, run.Data));
    }

    [Fact]
    public async Task Repeats_what_a_failed_program_said_once_and_by_resource()
    {
        var result = Failure(new Diagnostic(Severity.Debug, "registering"), new Diagnostic(Severity.Error, "it broke\nfor good", Bucket.Urn));

        var run = await CliRun.Of(result, "plan", "dev");

        Assert.Equal((ExitCode.NoPlan, ""), (run.ExitCode, run.Data));
        Assert.Equal(
            """
            error: it broke  (artifacts)
              for good
            error: the program failed, so there is no plan.

            """,
            run.Messages);
    }

    [Theory]
    [InlineData("   at Some.Type.Method(String text) in /some/File.cs:line 12")]
    [InlineData("   at Some.Type.<Method>b__0()\n   --- End of inner exception stack trace ---")]
    [InlineData("    at Object.<anonymous> (/some/index.ts:3:4)")]
    public async Task Shows_a_stack_trace_only_if_asked(string frames)
    {
        var result = Failure(new Diagnostic(Severity.Error, $"it broke\n{frames}"));

        var brief = await CliRun.Of(result, "plan", "dev");
        var verbose = await CliRun.Of(result, "plan", "dev", "--verbose");

        Assert.Equal("error: it broke\nerror: the program failed, so there is no plan. --verbose shows where.\n", brief.Messages);
        Assert.Contains(frames.Split('\n')[0], verbose.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Treats_refused_settings_as_wrong_use()
    {
        var graph = new ResourceGraph("platform", "dev", [], diagnostics:
            [new Diagnostic(Severity.Error, "Pulumi.dev.yaml, platform:network: zones is 9, but must be 2 or 3.")]);

        var run = await CliRun.Of(new PlanResult(graph, PlanOutcome.SettingsRefused, "refused", 32, []), "plan", "dev");

        Assert.Equal((ExitCode.WrongUse, ""), (run.ExitCode, run.Data));
        Assert.Equal("error: Pulumi.dev.yaml, platform:network: zones is 9, but must be 2 or 3.\n", run.Messages);
    }

    [Theory]
    [InlineData("see its output", "The program wrote:\n  | waiting\nerror: see its output\n")]
    [InlineData("its last words:\nwaiting", "error: its last words:\n  waiting\n")]
    public async Task Shows_what_a_program_wrote_that_ended_without_a_message(string problem, string messages)
    {
        var run = await CliRun.Of(new PlanResult(null, PlanOutcome.ProgramFailed, problem, 134, ["waiting"]), "plan", "dev");

        Assert.Equal((ExitCode.NoPlan, messages), (run.ExitCode, run.Messages));
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
                foreach (var count in new[] { 0, 1, 2, 12, 11, 13 })
                {
                    progress.Report(new PlanProgress(PlanPhase.Running, count));
                }

                return Task.FromResult(new PlanResult(SamplePlan.Graph, PlanOutcome.Succeeded, null, 0, []));
            },
            ["plan", "dev"],
            new TextLayout(80, Colour: true),
            progress: true);

        Assert.Equal("\r\u001b[Kbuilding the program…\r\u001b[Kplanning dev: 0 resources…\r\u001b[Kplanning dev: 12 resources…\r\u001b[K", run.Messages);
        Assert.DoesNotContain("planning", run.Data, StringComparison.Ordinal);
    }

    private static PlanResult Failure(params Diagnostic[] diagnostics) => new(
        new ResourceGraph("platform", "dev", [Bucket], diagnostics: diagnostics), PlanOutcome.ProgramFailed, "it broke", 32, []);
}
