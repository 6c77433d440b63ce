using System.Diagnostics;
using Platform.Cli;
using Platform.Graph;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Cli.Processes;

/// <summary>The command on this repository's own program, as a user starts it (without the launcher's build).</summary>
public class OwnProgramTests
{
    [Fact]
    public async Task Plans_prod_in_processes_of_their_own_with_the_same_bytes_as_without()
    {
        var processes = await RunAsync("plan", "prod", "--format", "json", "--no-build");
        var here = await CliRun.Of(await OwnPlan.Of("prod"), "plan", "prod", "--format", "json");

        Assert.Equal((0, ""), (processes.ExitCode, processes.Errors));
        Assert.Equal((ExitCode.Fine, ""), (here.ExitCode, here.Messages));
        Assert.Equal(here.Data, processes.Output);
        Assert.NotEmpty(PlanJsonReader.Read(System.Text.Encoding.UTF8.GetBytes(processes.Output)).OfType("aws:ec2/vpc:Vpc"));
    }

    [Fact]
    public async Task Ends_with_2_when_a_setting_is_wrong()
    {
        var run = await RunAsync("plan", "dev", "--no-build", "--config", "platform:nonsense=1");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.All(run.Errors.TrimEnd('\n').Split('\n'), IsAboutTheFile);
    }

    [Theory]
    [InlineData("platform:network={\"cidr\":\"10.20.0.0/16\",\"zones\":9}")]
    [InlineData("platform:network={\"cidr\":\"10.20.0.0/16\",\"zones\":\"two\"}")]
    public async Task Refuses_a_wrong_setting_as_wrong_use_and_names_its_file(string setting)
    {
        var run = await CliRun.Of(OwnPlan.Run, ["plan", "dev", "--no-build", "--config", setting]);

        Assert.Equal((ExitCode.WrongUse, ""), (run.ExitCode, run.Data));
        Assert.All(run.Messages.TrimEnd('\n').Split('\n'), IsAboutTheFile);
    }

    private static void IsAboutTheFile(string line) => Assert.Matches("^(error: |  )Pulumi\\.dev\\.yaml, platform:", line);

    private static async Task<LauncherRun> RunAsync(params string[] arguments)
    {
        var command = Path.Combine(Sources.Root, "tools", "cli", "bin", "Debug", "net10.0", "cli.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [command, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        return await LauncherSandbox.EndOf(process);
    }
}
