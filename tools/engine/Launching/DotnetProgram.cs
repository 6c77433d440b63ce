using System.Xml;
using System.Xml.Linq;

namespace Platform.Engine.Launching;

/// <summary>A .NET program: finds its build, builds it if there is none or a source is newer, and starts it without <c>dotnet run</c>, which costs a second.</summary>
/// <param name="directory">The program's directory.</param>
/// <param name="entry">The project file, if the project names it.</param>
/// <param name="root">The directory of <c>Pulumi.yaml</c>.</param>
/// <param name="options">The runtime's options.</param>
internal sealed class DotnetProgram(string directory, string? entry, string root, IReadOnlyDictionary<string, string> options) : IProgramLauncher
{
    private static readonly string[] Configurations = ["Debug", "Release"];

    public string ProgramDirectory => directory;

    public async Task<string?> PrepareAsync(BuildWish build, ProgramOutput output, CancellationToken cancellationToken)
    {
        if (options.TryGetValue("binary", out var binary))
        {
            return File.Exists(Binary(binary)) ? null : $"runtime.options.binary is '{binary}', but there is no {Binary(binary)}; build it first";
        }

        if (Build() is { } last && (build != BuildWish.WhenNewer || !DotnetSources.AreNewer(ProjectFile(), last)))
        {
            return null;
        }

        if (build == BuildWish.Never)
        {
            return $"{ProjectFile()} has no build; build it with: dotnet build {ProjectFile()}";
        }

        // Without servers: they would outlive the plan.
        var command = new Command(
            Dotnet(),
            ["build", ProjectFile(), "-nologo", "-verbosity:quiet", "-consoleLoggerParameters:NoSummary", "-nodeReuse:false", "-property:UseSharedCompilation=false"],
            directory,
            new Dictionary<string, string?> { ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" });
        var exitCode = await ChildProcess.RunAsync(command, output, cancellationToken).ConfigureAwait(false);
        if (exitCode != 0)
        {
            return $"{Path.GetFileName(ProjectFile())} does not build:{Environment.NewLine}{string.Join(Environment.NewLine, Errors(output))}";
        }

        DotnetSources.Remember(ProjectFile());
        return Build() is not null
            ? null
            : $"{Path.GetFileName(ProjectFile())} was built, but there is no {AssemblyName()}.dll below {Path.Combine(directory, "bin")}; name it in runtime.options.binary";
    }

    public Task<int> RunAsync(IReadOnlyDictionary<string, string> variables, ProgramOutput output, CancellationToken cancellationToken)
    {
        var environment = variables.ToDictionary(variable => variable.Key, variable => (string?)variable.Value);
        foreach (var name in Withheld.Variables)
        {
            environment.TryAdd(name, null);
        }

        var program = options.TryGetValue("binary", out var binary) ? Binary(binary) : Build()!;
        var command = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? new Command(options.GetValueOrDefault("use-executor") ?? Dotnet(), [program], directory, environment)
            : new Command(program, [], directory, environment);
        return ChildProcess.RunAsync(command, output, cancellationToken);
    }

    private string Binary(string path) => Path.GetFullPath(Path.Combine(root, path));

    // The newest build wins; what has no runtime configuration beside it cannot be started.
    private string? Build() => Configurations
        .Select(configuration => Path.Combine(directory, "bin", configuration))
        .Where(Directory.Exists)
        .SelectMany(Directory.EnumerateDirectories)
        .Select(output => Path.Combine(output, AssemblyName()))
        .Where(assembly => File.Exists(assembly + ".dll") && File.Exists(assembly + ".runtimeconfig.json"))
        .OrderByDescending(assembly => File.GetLastWriteTimeUtc(assembly + ".dll"))
        .Select(assembly => assembly + ".dll")
        .FirstOrDefault();

    private string ProjectFile()
    {
        if (entry is not null)
        {
            return entry;
        }

        var files = Directory.GetFiles(directory, "*.??proj");
        return files.Length == 1
            ? files[0]
            : throw new PlanRequestException(files.Length == 0
                ? $"there is no .NET project in {directory}; name its directory as 'main' in Pulumi.yaml"
                : $"there are {files.Length} .NET projects in {directory}; name one as 'main' in Pulumi.yaml: {string.Join(", ", files.Select(Path.GetFileName).Order(StringComparer.Ordinal))}");
    }

    private string AssemblyName()
    {
        var file = ProjectFile();
        try
        {
            // Most projects do not name it, and to read XML costs a short run more than to look for a word.
            var content = File.ReadAllText(file);
            return !content.Contains("AssemblyName", StringComparison.Ordinal)
                ? Path.GetFileNameWithoutExtension(file)
                : XDocument.Parse(content).Descendants().FirstOrDefault(element => element.Name.LocalName == "AssemblyName")?.Value.Trim()
                ?? Path.GetFileNameWithoutExtension(file);
        }
        catch (XmlException problem)
        {
            throw new PlanRequestException($"{file} is not valid XML: {problem.Message}", problem);
        }
    }

    // Each error once: a build reports it per target framework, and again in its summary.
    private static IEnumerable<string> Errors(ProgramOutput output)
    {
        var errors = output.Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct().ToList();
        return errors.Count > 0 ? errors : output.Lines.TakeLast(10);
    }

    private static string Dotnet() =>
        Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
}
