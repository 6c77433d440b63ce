using Platform.Cli;
using Platform.Engine;

namespace Platform.Tests.Tools.Cli;

public class CommandLineTests
{
    [Theory]
    [InlineData("", "name a command.")]
    [InlineData("pln dev", "there is no command 'pln'; did you mean 'plan'?")]
    [InlineData("zebra", "there is no command 'zebra'.")]
    [InlineData("-x", "'platform' has no option '-x'.")]
    [InlineData("plan", "'plan' needs a STACK, the environment, such as dev; its settings are in Pulumi.STACK.yaml.")]
    [InlineData("plan dev prod", "'plan' takes one STACK, but was given more; quote values that contain blanks.")]
    [InlineData("plan dev --formt json", "'plan' has no option '--formt'; did you mean '--format'?")]
    [InlineData("--no-build plan dev", "--no-build belongs behind 'plan', whose option it is.")]
    [InlineData("plan dev --prev", "'plan' has no option '--prev'; did you mean '--preview'?")]
    [InlineData("plan dev --format xml", "--format is 'xml', but must be text or json.")]
    [InlineData("plan dev --format", "--format needs a value: --format text|json.")]
    [InlineData("plan dev --format text --format json", "--format may be given once.")]
    [InlineData("plan dev --timeout soon", "--timeout is 'soon', but must be a time of up to 24h with its unit, such as 90s, 5m or 1h30m.")]
    [InlineData("plan dev --timeout 25h", "--timeout is '25h', but must be a time of up to 24h with its unit, such as 90s, 5m or 1h30m.")]
    [InlineData("plan dev --config region", "--config needs KEY=VALUE, such as --config region=eu-central-1; one of its values has no key or no '='.")]
    [InlineData("plan dev --config =x", "--config needs KEY=VALUE, such as --config region=eu-central-1; one of its values has no key or no '='.")]
    public async Task Answers_wrong_use_with_one_sentence_and_exit_code_2(string typed, string sentence)
    {
        var run = await CliRun.Of(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Equal($"error: {sentence}", run.Messages.Split('\n')[0]);
        Assert.Matches(@"^  \./platform .*--help .*\.\n$", string.Join('\n', run.Messages.Split('\n')[1..]));
        Assert.Empty(run.Data);
        Assert.Null(run.Request);
    }

    [Theory]
    [InlineData("plan dev --secret hunter2")]
    [InlineData("plan dev --secret=hunter2")]
    [InlineData("plan dev --secret =hunter2")]
    [InlineData("plan dev --secrt db=hunter2")]
    [InlineData("plan dev --secrt=db=hunter2")]
    [InlineData("plan dev --secret db=my hunter2")]
    public async Task Never_repeats_what_may_be_a_secret(string typed)
    {
        var run = await CliRun.Of(typed.Split(' '));

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.DoesNotContain("hunter2", run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help"), InlineData("plan --help"), InlineData("plan dev --nonsense --help")]
    public async Task Shows_help_with_examples_as_data(string typed)
    {
        var run = await CliRun.Of(typed.Split(' '));

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("\nExamples\n  ./platform plan dev  ", run.Data, StringComparison.Ordinal);
        Assert.Empty(run.Messages);
    }

    [Fact]
    public async Task Shows_its_version()
    {
        var run = await CliRun.Of("--version");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Matches(@"^platform \d+\.\d+\.\d+\n$", run.Data);
    }

    [Fact]
    public async Task Tells_an_unexpected_failure_in_one_line_and_shows_where_only_if_asked()
    {
        var brief = await CliRun.Of((_, _, _) => throw new InvalidDataException("the disk is on fire"), ["plan", "dev"]);
        var verbose = await CliRun.Of((_, _, _) => throw new InvalidDataException("the disk is on fire"), ["plan", "dev", "--verbose"]);

        Assert.Equal((ExitCode.NoPlan, ExitCode.NoPlan), (brief.ExitCode, verbose.ExitCode));
        Assert.Equal("error: InvalidDataException: the disk is on fire (--verbose shows where)\n", brief.Messages);
        Assert.Contains("   at Platform.Tests.Tools.Cli.CommandLineTests", verbose.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.Interrupted), InlineData(ExitCode.Terminated)]
    internal async Task Ends_as_the_signal_says_when_the_planner_gives_up(ExitCode signal)
    {
        using var signals = new Interruption();
        var run = await CliRun.Of(
            async (_, _, token) =>
            {
                signals.Interrupt(signal);
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException("unreachable");
            },
            ["plan", "dev"],
            signals: signals);

        Assert.Equal(signal, run.ExitCode);
        Assert.Equal("interrupted: nothing was written.\n", run.Messages);
    }

    [Fact]
    public async Task Ends_as_the_signal_says_when_the_planner_answers_that_it_was_cancelled()
    {
        using var signals = new Interruption();
        var run = await CliRun.Of(
            (_, _, _) =>
            {
                signals.Interrupt(ExitCode.Interrupted);
                return Task.FromResult(new PlanResult(null, PlanOutcome.Cancelled, "cancelled", null, []));
            },
            ["plan", "dev"],
            signals: signals);

        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Empty(run.Data);
    }
}
