using System.Diagnostics;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Cli.Processes;

/// <summary>A copy of the launcher in a small repository of its own, with a <c>dotnet</c> that only pretends.</summary>
internal sealed class LauncherSandbox : IDisposable
{
    /// <summary>
    /// Notes what it is asked. "Builds" by making the two files that the launcher looks for; does what the file
    /// <c>during-build</c> says meanwhile; fails if that fails. Runs by printing its arguments; exit code 7.
    /// </summary>
    private const string PretendedDotnet =
        """
        #!/bin/sh
        folder=$(dirname "$0")/..
        echo "$1" >>"$folder/calls"
        case $1 in
          --version) cat "$folder/sdk-version" ;;
          build)
            repository=$(dirname "$2")
            if [ -f "$folder/during-build" ]; then . "$folder/during-build" || exit 1; fi
            mkdir -p "$repository/tools/cli/bin/Debug/net10.0" "$repository/infra/bin/Debug/net10.0"
            touch "$repository/tools/cli/bin/Debug/net10.0/cli.dll" "$repository/infra/bin/Debug/net10.0/infra.dll" ;;
          *cli.dll)
            shift
            for argument in "$@"; do printf '<%s>' "$argument"; done
            exit 7 ;;
        esac
        """;

    private static readonly string[] Tools =
        ["bash", "sh", "awk", "cat", "dirname", "find", "grep", "head", "kill", "mkdir", "mv", "printf", "readlink", "rm", "sed", "sleep", "tail", "touch"];

    private static readonly string[] SystemFolders = ["/usr/bin", "/bin", "/usr/local/bin"];

    private readonly string _folder = Directory.CreateTempSubdirectory("platform launcher-").FullName;

    /// <param name="flock">Whether there is a <c>flock</c>; without it the launcher locks as on macOS.</param>
    public LauncherSandbox(bool flock = true)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        Directory.CreateDirectory(Repository);
        foreach (var tool in Tools.Concat(flock ? ["flock"] : []))
        {
            if (Find(tool) is { } path)
            {
                File.CreateSymbolicLink(Path.Combine(_folder, "bin", tool), path);
            }
        }

        WriteExecutable(Path.Combine(_folder, "bin", "dotnet"), PretendedDotnet);
        WriteExecutable(Path.Combine(Repository, "platform"), Sources.Read("platform"));
        File.WriteAllText(Path.Combine(_folder, "sdk-version"), "10.0.100\n");
        foreach (var file in new[]
        {
            "global.json", "platform.slnf", "Directory.Build.props", "README.md", "infra/infra.csproj", "infra/Program.cs", "stacks/Stack.cs",
            "components/Network/Network.cs", "sdk/Aws/Vpc.g.cs", "tools/cli/cli.csproj", "tests/Some.cs",
        })
        {
            Write(file, "first");
        }
    }

    /// <summary>Where the copy lies; the path has a blank in it.</summary>
    public string Repository => Path.Combine(_folder, "repository");

    /// <summary>How often it was built.</summary>
    public int Builds => File.Exists(Path.Combine(_folder, "calls"))
        ? File.ReadAllLines(Path.Combine(_folder, "calls")).Count(call => call == "build")
        : 0;

    /// <summary>What happens while the next builds run, as shell commands.</summary>
    public string DuringBuild
    {
        set => File.WriteAllText(Path.Combine(_folder, "during-build"), value);
    }

    /// <summary>Takes a program from the path, or changes what the SDK's version query does.</summary>
    public void Remove(string tool) => File.Delete(tool == "sdk-version" ? Path.Combine(_folder, tool) : Path.Combine(_folder, "bin", tool));

    /// <summary>Writes a file of the repository.</summary>
    public void Write(string file, string text)
    {
        var path = Path.Combine(Repository, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Starts the launcher, by default by its full path from the root folder.</summary>
    public Process Start(string[] arguments, string? launcher = null, string from = "/")
    {
        var start = new ProcessStartInfo(launcher ?? Path.Combine(Repository, "platform"), arguments)
        {
            WorkingDirectory = from,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = Path.Combine(_folder, "bin");
        return Process.Start(start)!;
    }

    /// <summary>Runs the launcher to its end.</summary>
    public async Task<LauncherRun> RunAsync(string[]? arguments = null, string? launcher = null, string from = "/")
    {
        using var process = Start(arguments ?? ["plan", "dev"], launcher, from);
        return await EndOf(process);
    }

    /// <summary>Waits for a launcher that was started.</summary>
    public static async Task<LauncherRun> EndOf(Process process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new LauncherRun(process.ExitCode, output, await errors);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string? Find(string tool) =>
        SystemFolders.Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);

    private static void WriteExecutable(string path, string text)
    {
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}

/// <summary>How a launcher ended and what it wrote.</summary>
internal sealed record LauncherRun(int ExitCode, string Output, string Errors);
