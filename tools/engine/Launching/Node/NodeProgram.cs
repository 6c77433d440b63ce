using System.Globalization;
using Platform.Engine.Projects;

namespace Platform.Engine.Launching.Node;

/// <summary>A Node.js program, TypeScript or JavaScript: started by the runner of the official SDK that the project has installed.</summary>
/// <param name="directory">The program's directory.</param>
/// <param name="entry">The file to run, if the project names one.</param>
/// <param name="project">The project, for its options.</param>
internal sealed class NodeProgram(string directory, string? entry, ProjectFile project) : IProgramLauncher
{
    /// <summary>Megabytes a program's heap may grow to, unless its own options say otherwise.</summary>
    public const int HeapMegabytes = 2_048;

    private const string Options = "NODE_OPTIONS";
    private const string TranspileOnly = "PULUMI_NODEJS_TRANSPILE_ONLY";
    private const string HeapOption = "--max-old-space-size";
    private const string OutOfMemory = "JavaScript heap out of memory";

    public string ProgramDirectory => directory;

    public string? PackageDirectory => directory;

    public Task<string?> PrepareAsync(BuildWish build, ProgramOutput output, CancellationToken cancellationToken) => Task.FromResult(Problem());

    public async Task<int> RunAsync(IReadOnlyDictionary<string, string> variables, ProgramOutput output, CancellationToken cancellationToken)
    {
        var environment = Environment(variables);
        var command = new Command(Executable.Find("node")!, [.. NodeArguments(), Packages.Runner(directory)!, .. RunnerArguments(variables)], directory, environment);
        var exitCode = await ChildProcess.RunAsync(command, output, cancellationToken).ConfigureAwait(false);
        if (exitCode != 0 && output.Lines.Any(line => line.Contains(OutOfMemory, StringComparison.Ordinal)))
        {
            output.Add($"the program needs more memory than it may have; allow it more with 'nodeargs: {HeapOption}=MEGABYTES' in runtime.options of {project.Document.Name}", isError: true);
        }

        return exitCode;
    }

    private string? Problem()
    {
        if (entry is null && Packages.EntryPoint(directory) is null)
        {
            return $"there is no program in {directory}: no index.ts or index.js, and no package.json that names a 'main'; name the program's file or directory as 'main' in {project.Document.Name}";
        }

        if (Packages.Runner(directory) is null)
        {
            return Packages.UsesPlugAndPlay(directory)
                ? $"{directory} keeps its packages in Yarn's Plug'n'Play form, which the offline engine cannot read; set 'nodeLinker: node-modules' in .yarnrc.yml and run yarn install"
                : $"the packages of {directory} are not installed: there is no node_modules/@pulumi/pulumi in it nor above it; run npm install (or npm ci) there";
        }

        return Executable.Find("node") is null ? "the program needs Node.js, but there is no 'node' on the PATH; get it at https://nodejs.org" : null;
    }

    private Dictionary<string, string?> Environment(IReadOnlyDictionary<string, string> variables)
    {
        var environment = variables.ToDictionary(variable => variable.Key, variable => (string?)variable.Value);
        foreach (var name in Withheld.Variables)
        {
            environment.TryAdd(name, null);
        }

        environment["PULUMI_NODEJS_TYPESCRIPT"] = project.RuntimeOptions.GetValueOrDefault("typescript") == "false" ? "false" : "true";
        if (project.RuntimeOptions.TryGetValue("tsconfig", out var configuration))
        {
            environment["PULUMI_NODEJS_TSCONFIG_PATH"] = Path.GetFullPath(Path.Combine(project.Directory, configuration));
        }

        // Types do not change what a program registers, and checking them takes four times as long as the rest.
        environment[TranspileOnly] = System.Environment.GetEnvironmentVariable(TranspileOnly) is { Length: > 0 } wish ? wish : "true";
        if (environment[TranspileOnly] == "true")
        {
            // The loader of ES modules does not know the SDK's variable, only its own.
            environment["TS_NODE_TRANSPILE_ONLY"] = "true";
        }

        environment["NO_COLOR"] = "1";
        environment["FORCE_COLOR"] = null;
        environment[Options] = NodeOptions();
        return environment;
    }

    // In the variable and not among the arguments: the runner leaves ES modules alone when it sees --require there.
    private static string NodeOptions()
    {
        var guard = Path.Combine(AppContext.BaseDirectory, "plain-text.cjs").Replace("\\", "\\\\", StringComparison.Ordinal);
        var own = System.Environment.GetEnvironmentVariable(Options);
        return $"--require \"{guard}\" {HeapOption}={HeapMegabytes.ToString(CultureInfo.InvariantCulture)} {own}".TrimEnd();
    }

    private string[] NodeArguments() =>
        project.RuntimeOptions.GetValueOrDefault("nodeargs", "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private List<string> RunnerArguments(IReadOnlyDictionary<string, string> variables) =>
    [
        "--monitor", variables["PULUMI_MONITOR"],
        "--engine", variables["PULUMI_ENGINE"],
        "--organization", variables["PULUMI_ORGANIZATION"],
        "--project", variables["PULUMI_PROJECT"],
        "--root-directory", variables["PULUMI_ROOT_DIRECTORY"],
        "--stack", variables["PULUMI_STACK"],
        "--pwd", directory,
        "--dry-run",
        "--parallel", variables["PULUMI_PARALLEL"],
        entry is null ? "." : Path.GetFileName(entry),
    ];
}
