using Platform.Cli.Doctor;

namespace Platform.Cli.Baselines;

/// <summary>Copies of earlier revisions, kept with their builds: the second use of a revision costs no build.</summary>
/// <param name="git">Runs git.</param>
/// <param name="cache">The folder that holds the copies.</param>
internal sealed class GitRevisions(IProcessRunner git, string cache)
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(200);

    /// <summary>The copy of a project at a revision; nobody else uses it until it is disposed of.</summary>
    /// <param name="project">A folder inside the repository.</param>
    /// <param name="revision">What <c>git rev-parse</c> understands: a branch, a tag, <c>HEAD~3</c>.</param>
    /// <param name="cancellationToken">Ends the waiting and every process.</param>
    /// <exception cref="UsageException">There is no git, no repository, or no such revision.</exception>
    public async Task<GitCopy> CheckOutAsync(string project, string revision, CancellationToken cancellationToken)
    {
        if (revision.Length == 0)
        {
            throw new UsageException("--against is 'git:', which names no revision; give one, such as git:HEAD.");
        }

        var commit = await AskAsync(project, ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"], cancellationToken);
        if (commit is not { ExitCode: 0, FirstLine.Length: > 0 })
        {
            throw new UsageException($"--against is 'git:{revision}', but git knows no such revision in {project}; `git fetch` may get it.");
        }

        var prefix = (await AskAsync(project, ["rev-parse", "--show-prefix"], cancellationToken)).FirstLine;
        var root = (await AskAsync(project, ["rev-parse", "--show-toplevel"], cancellationToken)).FirstLine;
        var copy = Path.Combine(cache, commit.FirstLine);
        Directory.CreateDirectory(cache);
        var owner = await LockAsync(copy + ".lock", cancellationToken);
        try
        {
            if (!Directory.Exists(copy))
            {
                await CopyAsync(root, commit.FirstLine, copy, cancellationToken);
            }

            return new GitCopy(Path.Combine(copy, prefix), owner);
        }
        catch
        {
            await owner.DisposeAsync();
            throw;
        }
    }

    // Under another name until it is complete: what an interruption leaves is never taken for a copy.
    private async Task CopyAsync(string root, string commit, string copy, CancellationToken cancellationToken)
    {
        var unfinished = copy + ".tmp";
        if (Directory.Exists(unfinished))
        {
            Remove(unfinished);
        }

        await RunAsync(cache, ["clone", "--quiet", "--shared", "--no-checkout", root, unfinished], commit, cancellationToken);
        await RunAsync(unfinished, ["checkout", "--quiet", "--detach", commit], commit, cancellationToken);
        Directory.Move(unfinished, copy);
    }

    private async Task RunAsync(string directory, string[] arguments, string commit, CancellationToken cancellationToken)
    {
        if ((await AskAsync(directory, arguments, cancellationToken)).ExitCode != 0)
        {
            throw new UsageException($"git cannot make a copy of {commit}: `git {arguments[0]}` failed or took too long; is there room in {cache}?");
        }
    }

    private async Task<ProcessAnswer> AskAsync(string directory, string[] arguments, CancellationToken cancellationToken) =>
        await git.AskAsync("git", arguments, directory, cancellationToken)
        ?? throw new UsageException("--against names a git revision, but there is no git on the path; install it, or give a file.");

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LockPause, cancellationToken);   // the other one builds; it ends by its own time limit
            }
        }
    }

    // Git writes its objects read-only, which Windows does not delete.
    private static void Remove(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A copy of a project, held by the owner of the lock.</summary>
internal sealed class GitCopy(string directory, FileStream owner) : IDisposable
{
    /// <summary>Where the project lies in the copy.</summary>
    public string Directory => directory;

    public void Dispose() => owner.Dispose();
}
