using Platform.Cli;
using Platform.Cli.Baselines;
using Platform.Cli.Doctor;
using Platform.Tests.Tools.Engine;

namespace Platform.Tests.Tools.Cli.Processes;

/// <summary>Real git, in a repository made for the test.</summary>
public sealed class GitRevisionTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly ProcessRunner _git = new(TimeSpan.FromMinutes(2));

    private string Project => Path.Combine(_workspace.Root, "repository", "app");

    private GitRevisions Revisions => new(_git, Path.Combine(_workspace.Root, "cache"));

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Copies_a_revision_once_and_keeps_what_was_built_in_it()
    {
        await CommitAsync("one");
        await CommitAsync("two");

        string directory;
        using (var copy = await Revisions.CheckOutAsync(Project, "HEAD~1", default))
        {
            directory = copy.Directory;
            Assert.Equal("one", await File.ReadAllTextAsync(Path.Combine(directory, "program.txt")));
            await File.WriteAllTextAsync(Path.Combine(directory, "built.dll"), "");
        }

        using var again = await Revisions.CheckOutAsync(Project, "HEAD~1", default);

        Assert.Equal(directory, again.Directory);
        Assert.True(File.Exists(Path.Combine(directory, "built.dll")));
    }

    [Fact]
    public async Task Starts_anew_where_an_interruption_left_half_a_copy()
    {
        await CommitAsync("one");
        var commit = (await _git.AskAsync("git", ["rev-parse", "HEAD"], Project, default))!.FirstLine;
        var half = Directory.CreateDirectory(Path.Combine(_workspace.Root, "cache", commit + ".tmp")).FullName;
        await File.WriteAllTextAsync(Path.Combine(half, "rest"), "");

        using var copy = await Revisions.CheckOutAsync(Project, "HEAD", default);

        Assert.False(Directory.Exists(half));
        Assert.True(File.Exists(Path.Combine(copy.Directory, "program.txt")));
    }

    [Theory]
    [InlineData("nonsense"), InlineData("--all"), InlineData("HEAD:app")]
    public async Task Refuses_what_is_no_revision(string revision)
    {
        await CommitAsync("one");

        var problem = await Assert.ThrowsAsync<UsageException>(() => Revisions.CheckOutAsync(Project, revision, default));

        Assert.Equal($"--against is 'git:{revision}', but git knows no such revision in {Project}; `git fetch` may get it.", problem.Message);
    }

    [Fact]
    public async Task Gives_a_copy_to_one_at_a_time()
    {
        await CommitAsync("one");
        using var first = await Revisions.CheckOutAsync(Project, "HEAD", default);
        using var patience = new CancellationTokenSource();

        var second = Revisions.CheckOutAsync(Project, "HEAD", patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    private async Task CommitAsync(string content)
    {
        Directory.CreateDirectory(Project);
        await File.WriteAllTextAsync(Path.Combine(Project, "program.txt"), content);
        foreach (var arguments in new string[][]
        {
            ["init", "--quiet"],
            ["add", "."],
            ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", content],
        })
        {
            var answer = await _git.AskAsync("git", arguments, Path.GetDirectoryName(Project)!, default);
            Assert.Equal(0, answer?.ExitCode);
        }
    }
}
