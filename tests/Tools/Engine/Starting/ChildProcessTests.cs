using System.Diagnostics;
using System.Globalization;
using Platform.Engine;
using Platform.Engine.Launching;
using Platform.Tests.Tools.Cli;

namespace Platform.Tests.Tools.Engine.Starting;

/// <summary>Real children, written as shell scripts.</summary>
public class ChildProcessTests
{
    [UnixFact]
    public async Task Returns_the_exit_code_and_both_outputs()
    {
        var output = new ProgramOutput();
        var exitCode = await Run(output, "echo out; echo err >&2; exit 7");

        Assert.Equal(7, exitCode);
        Assert.Equal(["err", "out"], output.Lines.Order());
        Assert.Equal("err", Assert.Single(output.ErrorExcerpt));
    }

    [UnixFact]
    public async Task Closes_standard_input()
    {
        var output = new ProgramOutput();

        Assert.Equal(0, await Run(output, "read answer; echo \"answer: $answer\""));
        Assert.Equal("answer: ", Assert.Single(output.Lines));
    }

    [UnixFact]
    public async Task Keeps_only_the_end_of_much_output_and_leaves_out_lines_without_end()
    {
        var output = new ProgramOutput();
        await Run(output, "i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done; head -c 100000 /dev/zero | tr '\\0' 'x'");

        Assert.Equal(ProgramOutput.MaxLines, output.Lines.Length);
        Assert.Contains("line 2999", output.Lines);
        Assert.DoesNotContain("line 0", output.Lines);
        Assert.True(output.Lines.Max(line => line.Length) <= ProgramOutput.MaxLineLength);
    }

    [UnixFact]
    public async Task Keeps_no_half_of_a_secret_that_lies_across_the_end_of_a_line()
    {
        var output = new ProgramOutput();
        await Run(output, "head -c 8186 /dev/zero | tr '\\0' 'x'; echo s3cr3t-canary; echo after");

        Assert.Equal([ProgramOutput.LeftOut, "after"], output.Lines.ToArray());
    }

    [UnixFact]
    public async Task Excerpts_the_beginning_and_the_end_of_a_long_complaint()
    {
        var output = new ProgramOutput();
        await Run(output, "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo line $i >&2; echo >&2; done");

        Assert.Equal(["line 1", "line 2", "line 3", "…", "line 6", "line 7", "line 8", "line 9", "line 10", "line 11", "line 12"], output.ErrorExcerpt.ToArray());
    }

    [UnixFact]
    public async Task Swallows_bytes_that_are_no_text()
    {
        var output = new ProgramOutput();

        Assert.Equal(0, await Run(output, "head -c 200000 /dev/urandom; echo; echo end"));
        Assert.EndsWith("end", output.Lines[^1], StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Kills_the_whole_tree_when_cancelled()
    {
        using var workspace = new Workspace();
        using var cancel = new CancellationTokenSource();
        var run = Run(new ProgramOutput(), $"sleep 600 & echo $! > {workspace.PathOf("child")}; echo $$ > {workspace.PathOf("self")}; touch {workspace.PathOf("ready")}; wait", cancel.Token);
        await workspace.Has("ready");
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.True(IsGone(workspace.PathOf("self")));
        Assert.True(IsGone(workspace.PathOf("child")));
    }

    [UnixFact]
    public async Task Ends_what_a_program_left_behind_even_if_it_detached_itself()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;   // only there can another process be recognised by its environment
        }

        using var workspace = new Workspace();
        var exitCode = await Run(new ProgramOutput(), $"setsid sh -c 'echo $$ > {workspace.PathOf("stray")}; touch {workspace.PathOf("ready")}; exec sleep 600' & while [ ! -e {workspace.PathOf("ready")} ]; do sleep 0.01; done");

        Assert.Equal(0, exitCode);
        Assert.True(IsGone(workspace.PathOf("stray")));
    }

    [Fact]
    public async Task Says_which_command_cannot_be_started()
    {
        var command = new Command("/no/such/program", [], Path.GetTempPath(), new Dictionary<string, string?>());

        var refusal = await Assert.ThrowsAsync<PlanRequestException>(() => ChildProcess.RunAsync(command, new ProgramOutput(), CancellationToken.None));
        Assert.StartsWith("/no/such/program cannot be started", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<int> Run(ProgramOutput output, string script, CancellationToken cancellationToken = default)
    {
        var variables = new Dictionary<string, string?> { ["PULUMI_MONITOR"] = $"test-{Guid.NewGuid():N}" };
        return ChildProcess.RunAsync(new Command("/bin/sh", ["-c", script], Path.GetTempPath(), variables), output, cancellationToken);
    }

    // Told to end is not ended: the system takes its time.
    private static bool IsGone(string pidFile) => SpinWait.SpinUntil(() => !IsAlive(pidFile), TimeSpan.FromSeconds(30));

    private static bool IsAlive(string pidFile)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(File.ReadAllText(pidFile), CultureInfo.InvariantCulture));
            return !process.HasExited && !IsZombie(process.Id);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Killed, but not yet collected by whoever inherited it.
    private static bool IsZombie(int id)
    {
        try
        {
            return OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{id}/stat").Split(") ")[1].StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }
}
