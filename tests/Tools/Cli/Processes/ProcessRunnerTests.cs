using Platform.Cli.Doctor;

namespace Platform.Tests.Tools.Cli.Processes;

public class ProcessRunnerTests
{
    private static readonly string Here = AppContext.BaseDirectory;

    [Fact]
    public async Task Returns_the_first_line_and_the_exit_code()
    {
        var answer = await new ProcessRunner().AskAsync("dotnet", ["--version"], Here, CancellationToken.None);

        Assert.Equal(0, answer!.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", answer.FirstLine);
    }

    [Fact]
    public async Task Answers_null_for_a_program_that_does_not_exist() =>
        Assert.Null(await new ProcessRunner().AskAsync("no-such-program-anywhere", [], Here, CancellationToken.None));

    [Fact]
    public async Task Stops_a_program_that_does_not_come_to_an_end()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var answer = await new ProcessRunner(TimeSpan.FromMilliseconds(50)).AskAsync("sleep", ["600"], Here, CancellationToken.None);

        Assert.Equal(new ProcessAnswer(null, ""), answer);
    }
}
