using Platform.Engine.Launching.Node;
using Platform.Engine.Projects;

namespace Platform.Engine.Launching;

/// <summary>Finds the launcher for a project's runtime.</summary>
internal static class Launchers
{
    /// <exception cref="PlanRequestException">The runtime is not supported, or the program is not where the project says.</exception>
    public static IProgramLauncher For(ProjectFile project)
    {
        var (directory, entry) = Program(project);
        return project.Runtime switch
        {
            "dotnet" => new DotnetProgram(directory, entry, project.Directory, project.RuntimeOptions),
            "nodejs" => new NodeProgram(directory, entry, project),
            null => throw new PlanRequestException($"{project.Document.Name} names no runtime, so there is no program to run; add 'runtime: dotnet' or 'runtime: nodejs'"),
            var other => throw new PlanRequestException($"{project.Document.Name}: runtime '{other}' is not supported by the offline engine; {WayOut(other)}"),
        };
    }

    private static string WayOut(string runtime) => Suggestion.Closest(runtime, ["dotnet", "nodejs"]) is { } meant
        ? $"did you mean '{meant}'?"
        : "it runs dotnet and nodejs programs (C#, TypeScript, JavaScript)";

    // A file as `main` means its directory, with the file as the project to run.
    private static (string Directory, string? Entry) Program(ProjectFile project)
    {
        var path = Path.GetFullPath(Path.Combine(project.Directory, project.Main ?? "."));
        if (File.Exists(path))
        {
            return (Path.GetDirectoryName(path)!, path);
        }

        return Directory.Exists(path)
            ? (path, null)
            : throw new PlanRequestException($"{project.Document.Name}: main is '{project.Main}', but there is no {path}");
    }
}
