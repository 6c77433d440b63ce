using System.Text.Json;
using Platform.Cli;
using Platform.Tests.Tools.Cli;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Alarms;

public class AlarmsCommandTests
{
    private static readonly string Burst = Path.Combine(Sources.Root, "docs", "scenarios", "error-burst.yaml");

    [Fact]
    public async Task Asks_about_prod_where_no_stack_is_named()
    {
        var run = await CliRun.Of("alarms", "coverage");

        Assert.Equal("prod", run.Request!.Stack);
    }

    [Fact]
    public async Task Ends_with_findings_when_something_could_fail_without_anybody_hearing()
    {
        var run = await CliRun.Of("alarms", "coverage", "dev");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("\nNobody would hear\n  a-deployment-with", run.Data, StringComparison.Ordinal);
        Assert.Contains("  orders  aws:rds/instance:Instance", run.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_who_is_called_and_that_it_is_as_expected()
    {
        var run = await CliRun.Of(await OwnPlan.Of("prod"), "alarms", "test", Burst);

        Assert.True(run.ExitCode == ExitCode.Fine, run.Data + run.Messages);
        Assert.Contains("\nWho is called\n   0:34  critical  platform-prod-page-users-critical  → monitoring-critical\n", run.Data, StringComparison.Ordinal);
        Assert.EndsWith("\nVerdict\n  as expected\n", run.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_same_for_programs()
    {
        var run = await CliRun.Of(await OwnPlan.Of("prod"), "alarms", "test", Burst, "--format", "json");

        var answer = JsonElement.Parse(run.Data);
        Assert.Equal("platform-prod-page-users-critical", answer.GetProperty("messages").EnumerateArray()
            .Single(message => message.GetProperty("pages").GetBoolean()).GetProperty("alarm").GetString());
        Assert.Equal(0, answer.GetProperty("faults").GetArrayLength());
    }

    [Fact]
    public async Task Tells_how_soon_somebody_hears_of_a_burning_budget()
    {
        var run = await CliRun.Of(await OwnPlan.Of("prod"), "alarms", "budget", "prod", "--scenario", Burst);

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("99.9 % must be good; the rest is 43.2 minutes of complete failure", run.Data, StringComparison.Ordinal);
        Assert.Contains("14.4 × critical  bad ones above 1.44 %: gone in 50 h, heard of within 1 h with 2 % spent", run.Data, StringComparison.Ordinal);
        Assert.Matches(@"2 % of requests fail for an hour: uses [0-9.]+ % of it", run.Data);
    }

    [Theory]
    [InlineData("alarms test /no/such/file.yaml", "the scenario '/no/such/file.yaml' cannot be read: ")]
    [InlineData("alarms test", "'test' needs a SCENARIO")]
    [InlineData("alarms", "")]
    [InlineData("alarms drill prod", "")]
    public async Task Answers_wrong_use_with_exit_code_2(string typed, string sentence)
    {
        var run = await CliRun.Of(typed.Split(' '));

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains(sentence, run.Messages, StringComparison.Ordinal);
        Assert.Null(run.Request);
    }

    [Fact]
    public async Task Says_that_a_plan_without_alarms_cannot_be_tested()
    {
        var run = await CliRun.Of("alarms", "test", Burst, "dev");

        Assert.Equal((ExitCode.WrongUse, "error: platform/dev has no alarms to test.\n"), (run.ExitCode, run.Messages));
    }

    [Fact]
    public async Task Help_names_the_three_questions()
    {
        var run = await CliRun.Of("alarms", "--help");

        Assert.Contains("test SCENARIO STACK", run.Data, StringComparison.Ordinal);
        Assert.Contains("coverage STACK", run.Data, StringComparison.Ordinal);
        Assert.Contains("budget STACK", run.Data, StringComparison.Ordinal);
    }
}
