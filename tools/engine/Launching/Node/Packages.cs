using System.Text.Json;

namespace Platform.Engine.Launching.Node;

/// <summary>Where Node.js finds the packages of a program.</summary>
internal static class Packages
{
    private static readonly string RunnerPath = Path.Combine("node_modules", "@pulumi", "pulumi", "cmd", "run", "index.js");
    private static readonly string[] Indexes = ["index.ts", "index.js", "index.mts", "index.mjs", "index.cjs", "index.cts", "index.json", "index.node"];
    private static readonly string[] PlugAndPlay = [".pnp.cjs", ".pnp.js", ".pnp.loader.mjs"];

    /// <summary>The program that runs programs, from the SDK nearest to a directory; <c>null</c> if none is installed.</summary>
    public static string? Runner(string directory) =>
        Upwards(directory).Select(parent => Path.Combine(parent, RunnerPath)).FirstOrDefault(File.Exists);

    /// <summary>Whether packages are kept in archives that only Yarn's own loader can read.</summary>
    public static bool UsesPlugAndPlay(string directory) =>
        Upwards(directory).Any(parent => PlugAndPlay.Any(name => File.Exists(Path.Combine(parent, name))));

    /// <summary>What shows that a directory holds a program: an index file, or a package that names its entry; <c>null</c> if nothing does.</summary>
    public static string? EntryPoint(string directory)
    {
        if (Indexes.FirstOrDefault(name => File.Exists(Path.Combine(directory, name))) is { } index)
        {
            return index;
        }

        var package = Path.Combine(directory, "package.json");
        if (!File.Exists(package))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(package));
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && (root.TryGetProperty("main", out _) || root.TryGetProperty("exports", out _))
                ? "package.json"
                : null;
        }
        catch (JsonException)
        {
            return "package.json";   // Node will say what is wrong with it
        }
    }

    private static IEnumerable<string> Upwards(string directory)
    {
        for (var current = new DirectoryInfo(Path.GetFullPath(directory)); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
