using System.Diagnostics;

namespace Platform.Tests.Tools.Cli.Processes;

public class LauncherTests
{
    [UnixFact]
    public async Task Builds_first_then_hands_over_every_argument_and_the_exit_code()
    {
        using var sandbox = new LauncherSandbox();

        var run = await sandbox.RunAsync(["plan", "", "a b", "*", "--x=\"y\""]);

        Assert.Equal((7, "<plan><><a b><*><--x=\"y\">"), (run.ExitCode, run.Output));
        Assert.Equal("platform: building for the first time, this takes a minute or two...\n", run.Errors);
        Assert.Equal(1, sandbox.Builds);
    }

    [UnixFact]
    public async Task Does_not_build_again_what_did_not_change()
    {
        using var sandbox = new LauncherSandbox();
        await sandbox.RunAsync();

        var run = await sandbox.RunAsync();

        Assert.Equal((7, "<plan><dev>", ""), (run.ExitCode, run.Output, run.Errors));
        Assert.Equal(1, sandbox.Builds);
    }

    [UnixTheory]
    [InlineData("echo changed >infra/Program.cs")]
    [InlineData("echo new >components/Network/New.cs")]
    [InlineData("mkdir stacks/folder")]
    [InlineData("rm sdk/Aws/Vpc.g.cs")]
    [InlineData("mv stacks/Stack.cs stacks/Other.cs")]
    [InlineData("touch -t 200001010000 infra/Program.cs")]
    [InlineData("echo changed >Directory.Build.props")]
    [InlineData("rm tools/cli/bin/Debug/net10.0/cli.dll")]
    [InlineData("rm infra/bin/Debug/net10.0/infra.dll")]
    public async Task Builds_again_after_any_change_of_the_sources(string change)
    {
        using var sandbox = new LauncherSandbox();
        await sandbox.RunAsync();
        await ShellAsync(sandbox, change);

        await sandbox.RunAsync();
        await sandbox.RunAsync();

        Assert.Equal(2, sandbox.Builds);
    }

    [UnixTheory]
    [InlineData("echo changed >tests/Some.cs")]
    [InlineData("echo changed >README.md")]
    [InlineData("touch infra/bin/Debug/net10.0/other.dll infra/obj/project.assets.json")]
    public async Task Does_not_build_for_what_is_no_source_of_the_command(string change)
    {
        using var sandbox = new LauncherSandbox();
        await sandbox.RunAsync();
        await ShellAsync(sandbox, change);

        await sandbox.RunAsync();

        Assert.Equal(1, sandbox.Builds);
    }

    [UnixFact]
    public async Task Builds_again_after_a_change_made_during_the_build()
    {
        using var sandbox = new LauncherSandbox { DuringBuild = "echo later >\"$repository/infra/Program.cs\"" };
        await sandbox.RunAsync();
        sandbox.DuringBuild = "true";

        await sandbox.RunAsync();
        await sandbox.RunAsync();

        Assert.Equal(2, sandbox.Builds);
    }

    [UnixFact]
    public async Task Tells_each_build_error_once_and_tries_again_next_time()
    {
        using var sandbox = new LauncherSandbox
        {
            DuringBuild =
                """
                root=$(cd "$repository" && pwd -P)
                echo "  Determining projects to restore..."
                echo "$root/infra/Program.cs(1,2): error CS0103: The name 'x' does not exist [$root/infra/infra.csproj]"
                echo "$root/infra/Program.cs(1,2): error CS0103: The name 'x' does not exist [$root/tests/Tests.csproj]"
                echo "$root/infra/Program.cs(9,9): warning CS0168: unused [$root/infra/infra.csproj]"
                false
                """,
        };

        var failed = await sandbox.RunAsync();
        sandbox.DuringBuild = "true";
        var repaired = await sandbox.RunAsync();

        Assert.Equal((3, ""), (failed.ExitCode, failed.Output));
        Assert.Equal(
            $"""
            platform: building for the first time, this takes a minute or two...
            infra/Program.cs(1,2): error CS0103: The name 'x' does not exist
            error: the build failed; {sandbox.Repository}/.build/build.log has everything.

            """,
            failed.Errors);
        Assert.Equal((7, 2), (repaired.ExitCode, sandbox.Builds));
    }

    [UnixFact]
    public async Task Runs_what_is_there_when_told_not_to_build()
    {
        using var sandbox = new LauncherSandbox();
        await sandbox.RunAsync();
        sandbox.Write("infra/Program.cs", "changed");

        var run = await sandbox.RunAsync(["plan", "dev", "--no-build"]);

        Assert.Equal((7, "<plan><dev><--no-build>", 1), (run.ExitCode, run.Output, sandbox.Builds));
    }

    [UnixFact]
    public async Task Says_so_when_told_not_to_build_what_was_never_built()
    {
        using var sandbox = new LauncherSandbox();

        var run = await sandbox.RunAsync(["plan", "dev", "--no-build"]);

        Assert.Equal((3, "", "error: there is no build yet; run once without --no-build.\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [UnixTheory]
    [InlineData("dotnet", "error: the .NET SDK is not installed; get version 10 at https://dot.net/download.\n")]
    [InlineData("sdk-version", "error: the .NET SDK that global.json asks for is not installed; get it at https://dot.net/download.\n")]
    public async Task Names_a_missing_sdk_in_one_line(string missing, string message)
    {
        using var sandbox = new LauncherSandbox();
        sandbox.Remove(missing);

        var run = await sandbox.RunAsync();

        Assert.Equal((3, "", message), (run.ExitCode, run.Output, run.Errors));
    }

    [UnixFact]
    public async Task Works_through_symbolic_links_from_any_folder()
    {
        using var sandbox = new LauncherSandbox();
        var elsewhere = Directory.CreateDirectory(Path.Combine(sandbox.Repository, "docs")).FullName;
        var direct = Path.Combine(elsewhere, "direct");
        File.CreateSymbolicLink(direct, Path.Combine(sandbox.Repository, "platform"));
        File.CreateSymbolicLink(Path.Combine(elsewhere, "relative"), "../platform");
        File.CreateSymbolicLink(Path.Combine(elsewhere, "twice"), "direct");

        foreach (var (launcher, from) in new[] { (direct, "/"), ($"{elsewhere}/relative", "/tmp"), ($"{elsewhere}/twice", elsewhere), ("./twice", elsewhere) })
        {
            var path = launcher.StartsWith('.') ? Path.Combine(elsewhere, launcher) : launcher;
            Assert.Equal(7, (await sandbox.RunAsync(launcher: path, from: from)).ExitCode);
        }

        Assert.Equal(1, sandbox.Builds);
    }

    [UnixTheory]
    [InlineData(true), InlineData(false)]
    public async Task Builds_once_when_called_several_times_at_once(bool flock)
    {
        using var sandbox = new LauncherSandbox(flock) { DuringBuild = "sleep 0.3" };

        var runs = await RunAtOnce(sandbox);

        Assert.All(runs, run => Assert.Equal((7, "<plan><dev>"), (run.ExitCode, run.Output)));
        Assert.Equal(1, sandbox.Builds);
    }

    [UnixFact]
    public async Task One_of_all_who_wait_takes_over_the_lock_of_a_build_that_died()
    {
        using var sandbox = new LauncherSandbox(flock: false) { DuringBuild = "sleep 0.3" };
        using var dead = Process.Start("true");
        await dead.WaitForExitAsync();
        sandbox.Write(".build/lock.d/owner", $"{dead.Id}\n");

        var runs = await RunAtOnce(sandbox);

        Assert.All(runs, run => Assert.Equal((7, "<plan><dev>"), (run.ExitCode, run.Output)));
        Assert.Equal(1, sandbox.Builds);
    }

    [UnixTheory]
    [InlineData("TERM", 143, true), InlineData("TERM", 143, false), InlineData("INT", 130, true)]
    public async Task Ends_the_build_at_once_and_frees_the_lock_on_a_signal(string signal, int exitCode, bool flock)
    {
        using var sandbox = new LauncherSandbox(flock) { DuringBuild = "touch \"$folder/started\"; exec sleep 600" };
        using var process = sandbox.Start(["plan", "dev"]);
        var started = Path.Combine(sandbox.Repository, "..", "started");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(started), TimeSpan.FromSeconds(30)));

        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        var interrupted = await LauncherSandbox.EndOf(process);
        sandbox.DuringBuild = "true";

        Assert.Equal((exitCode, ""), (interrupted.ExitCode, interrupted.Output));
        Assert.Equal(7, (await sandbox.RunAsync()).ExitCode);
    }

    private static async Task<LauncherRun[]> RunAtOnce(LauncherSandbox sandbox)
    {
        var processes = Enumerable.Range(0, 4).Select(_ => sandbox.Start(["plan", "dev"])).ToList();
        var runs = await Task.WhenAll(processes.Select(LauncherSandbox.EndOf));
        processes.ForEach(process => process.Dispose());
        return runs;
    }

    private static async Task ShellAsync(LauncherSandbox sandbox, string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = sandbox.Repository })!;
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }
}
