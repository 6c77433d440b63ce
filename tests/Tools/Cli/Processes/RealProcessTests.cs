using System.Diagnostics;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Cli.Processes;

/// <summary>The command as a process of its own, with programs that behave badly.</summary>
public sealed class RealProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-process-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixTheory]
    [InlineData("INT", 130), InlineData("TERM", 143)]
    public async Task Ends_with_everything_it_started_on_a_signal(string signal, int exitCode)
    {
        using var command = Plan("sleep 600 & echo $! >\"$here/grandchild\"; echo $$ >\"$here/child\"; wait");
        var (child, grandchild) = (await PidAsync(command, "child"), await PidAsync(command, "grandchild"));

        using var kill = Process.Start("kill", [$"-{signal}", $"{command.Id}"]);
        var run = await LauncherSandbox.EndOf(command);

        Assert.Equal((exitCode, "", "interrupted: nothing was written.\n"), (run.ExitCode, run.Output, run.Errors));
        Assert.True(IsGone(child) && IsGone(grandchild));
    }

    [UnixFact]
    public async Task Leaves_no_program_behind_when_it_is_killed_itself()
    {
        using var command = Start(
            "plan", "dev", "--no-build", "--program", Path.Combine(Sources.Root, "tests", "Probe"),
            "--config", "behaviour=hang", "--config", $"sign={Path.Combine(_folder, "child")}");
        var child = await PidAsync(command, "child");

        command.Kill();

        Assert.True(IsGone(child));
    }

    [UnixFact]
    public async Task Ends_a_program_that_takes_too_long()
    {
        using var command = Plan("echo $$ >\"$here/child\"; echo almost there; exec sleep 600", "--timeout", "3s");
        var child = await PidAsync(command, "child");

        var run = await LauncherSandbox.EndOf(command);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("  | almost there\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains("3 seconds", run.Errors, StringComparison.Ordinal);
        Assert.True(IsGone(child));
    }

    [UnixFact]
    public async Task Tells_the_last_words_of_a_program_that_crashes()
    {
        using var command = Plan("echo the reason >&2; exit 9");

        var run = await LauncherSandbox.EndOf(command);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("exit code 9", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Split('\n'), line => line.Contains("the reason", StringComparison.Ordinal));
    }

    [UnixTheory]
    [InlineData("dve", "Pulumi.dve.yaml")]
    [InlineData("../dev", "'../dev'")]
    public async Task Answers_an_unknown_stack_as_wrong_use(string stack, string named)
    {
        Write("exit 0");
        using var command = Start("plan", stack, "--program", _folder);

        var run = await LauncherSandbox.EndOf(command);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("error: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }

    [UnixFact]
    public async Task Survives_a_reader_that_goes_away()
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"dotnet '{Command}' plan --help | head -n 1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        var run = await LauncherSandbox.EndOf(shell);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Single(run.Output.TrimEnd('\n').Split('\n'));
    }

    private static string Command => Path.Combine(Sources.Root, "tools", "cli", "bin", "Debug", "net10.0", "cli.dll");

    private Process Plan(string program, params string[] options)
    {
        Write(program);
        return Start(["plan", "dev", "--program", _folder, .. options]);
    }

    /// <summary>A project whose "build" is a shell script; <c>$here</c> is its folder.</summary>
    private void Write(string program)
    {
        File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), "name: odd\nruntime:\n  name: dotnet\n  options:\n    binary: ./program.sh\n");
        File.WriteAllText(Path.Combine(_folder, "Pulumi.dev.yaml"), "config: {}\n");
        var script = Path.Combine(_folder, "program.sh");
        File.WriteAllText(script, $"#!/bin/sh\nhere='{_folder}'\n{program}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Command, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private async Task<int> PidAsync(Process command, string file)
    {
        var path = Path.Combine(_folder, file);
        var limit = Stopwatch.StartNew();
        while (!File.Exists(path) || !File.ReadAllText(path).EndsWith('\n'))
        {
            Assert.True(
                !command.HasExited && limit.Elapsed < TimeSpan.FromMinutes(1), $"the program never wrote {file}");
            await Task.Delay(20);
        }

        return int.Parse(File.ReadAllText(path), null);
    }

    private static bool IsGone(int process) => SpinWait.SpinUntil(
        () =>
        {
            try
            {
                using var found = Process.GetProcessById(process);
                return found.HasExited;
            }
            catch (ArgumentException)
            {
                return true;
            }
        },
        TimeSpan.FromSeconds(30));
}
