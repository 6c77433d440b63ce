using Platform.Cli;
using Platform.Engine;
using Platform.Graph;

namespace Platform.Tests.Tools.Cli;

public sealed class OutputFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-output-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Replaces_the_file_and_leaves_nothing_else_behind()
    {
        var path = Path.Combine(_folder, "plan.json");
        await File.WriteAllTextAsync(path, "old");

        var run = await CliRun.Of("plan", "dev", "--format", "json", "--output", path);

        Assert.Equal((ExitCode.Fine, "", ""), (run.ExitCode, run.Data, run.Messages));
        Assert.Equal(PlanJson.Write(SamplePlan.Graph).ToArray(), await File.ReadAllBytesAsync(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Writes_plain_unwrapped_text_whatever_the_terminal_can_show()
    {
        var path = Path.Combine(_folder, "plan.txt");
        var result = new PlanResult(SamplePlan.Graph, PlanOutcome.Succeeded, null, 0, []);

        var run = await CliRun.Of((_, _, _) => Task.FromResult(result), ["plan", "dev", "--output", path], new(300, Colour: true));

        Assert.Equal("", run.Messages);
        Assert.Equal((await CliRun.Of("plan", "dev")).Data, await File.ReadAllTextAsync(path));
    }

    [Theory]
    [InlineData("missing/plan.txt", "but the folder '{0}/missing' does not exist; create it first.")]
    [InlineData("", "which is a folder; name a file in it.")]
    public async Task Refuses_a_bad_place_before_any_work(string name, string reason)
    {
        var path = Path.Combine(_folder, name);

        var run = await CliRun.Of("plan", "dev", "--output", path);

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Equal($"error: --output is '{path}', {string.Format(null, reason, _folder)}\n", run.Messages);
        Assert.Null(run.Request);
    }

    [Fact]
    public async Task Keeps_the_old_file_when_the_plan_fails()
    {
        var path = Path.Combine(_folder, "plan.txt");
        await File.WriteAllTextAsync(path, "old");

        await CliRun.Of(new PlanResult(null, PlanOutcome.TimedOut, "too slow.", null, []), "plan", "dev", "--output", path);

        Assert.Equal("old", await File.ReadAllTextAsync(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Writes_through_a_symbolic_link_instead_of_replacing_it()
    {
        var (target, link) = (Path.Combine(_folder, "target.txt"), Path.Combine(_folder, "link.txt"));
        await File.WriteAllTextAsync(target, "old");
        File.CreateSymbolicLink(link, target);

        await CliRun.Of("plan", "dev", "--output", link);

        Assert.StartsWith("platform/dev", await File.ReadAllTextAsync(target), StringComparison.Ordinal);
        Assert.Equal(target, File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName);
    }

    [Fact]
    public async Task Writes_into_a_device_instead_of_replacing_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var run = await CliRun.Of("plan", "dev", "--output", "/dev/null");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }
}
