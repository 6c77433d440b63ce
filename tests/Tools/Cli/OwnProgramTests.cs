using System.Diagnostics;
using Platform.Graph;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Cli;

/// <summary>The command on this repository's own program, as a user starts it (without the launcher's build).</summary>
public class OwnProgramTests
{
    [Fact]
    public async Task Plans_dev_with_the_same_bytes_every_time()
    {
        var first = await RunAsync("plan", "dev", "--format", "json", "--no-build");
        var second = await RunAsync("plan", "dev", "--format", "json", "--no-build");

        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Equal(first.Output, second.Output);
        Assert.NotEmpty(PlanJsonReader.Read(System.Text.Encoding.UTF8.GetBytes(first.Output)).OfType("aws:ec2/vpc:Vpc"));
    }

    [Theory]
    [InlineData("platform:nonsense=1")]
    [InlineData("platform:network={\"cidr\":\"10.20.0.0/16\",\"zones\":9}")]
    [InlineData("platform:network={\"cidr\":\"10.20.0.0/16\",\"zones\":\"two\"}")]
    public async Task Refuses_a_wrong_setting_as_wrong_use_and_names_its_file(string setting)
    {
        var run = await RunAsync("plan", "dev", "--no-build", "--config", setting);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.All(run.Errors.TrimEnd('\n').Split('\n'), line => Assert.Matches("^(error: |  )Pulumi\\.dev\\.yaml, platform:", line));
    }

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
