using System.IO.Enumeration;
using System.Xml;
using System.Xml.Linq;

namespace Platform.Engine.Launching;

/// <summary>Tells whether a build is older than what it was made of: a plan of yesterday's program is a wrong answer that looks right.</summary>
internal static class DotnetSources
{
    private const string StampName = "offline-engine.stamp";

    private static readonly string[] Kinds = [".cs", ".fs", ".vb", ".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".resx"];
    private static readonly string[] Shared = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];
    private static readonly string[] PassedBy = ["bin", "obj", "node_modules"];

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
    };

    /// <summary>Whether a source of the project, or of one it refers to, was written after the build.</summary>
    /// <param name="projectFile">The project.</param>
    /// <param name="build">Its assembly; what it refers to was copied beside it.</param>
    public static bool AreNewer(string projectFile, string build)
    {
        // A change that needs no compiling leaves every assembly as it was; the stamp tells that a build has seen it.
        var built = Directory.EnumerateFiles(Path.GetDirectoryName(build)!, "*.dll").Append(Stamp(projectFile)).Max(File.GetLastWriteTimeUtc);
        return Projects(projectFile).SelectMany(Sources).Any(source => source > built);
    }

    /// <summary>Remembers that the project is built.</summary>
    public static void Remember(string projectFile)
    {
        try
        {
            File.WriteAllBytes(Stamp(projectFile), []);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Builds that put their files elsewhere have no such folder; the next plan asks the build again.
        }
    }

    private static string Stamp(string projectFile) => Path.Combine(Path.GetDirectoryName(projectFile)!, "obj", StampName);

    private static HashSet<string> Projects(string projectFile)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([Path.GetFullPath(projectFile)]);
        while (open.TryPop(out var project))
        {
            if (known.Add(project))
            {
                foreach (var reference in References(project))
                {
                    open.Push(reference);
                }
            }
        }

        return known;
    }

    // A path with a property of the build in it is one the build alone can tell; its sources are not looked at.
    private static IEnumerable<string> References(string project)
    {
        try
        {
            return [.. XDocument.Load(project).Descendants()
                .Where(element => element.Name.LocalName == "ProjectReference")
                .Select(element => (string?)element.Attribute("Include") ?? "")
                .Where(path => path.Length > 0 && !path.Contains('$', StringComparison.Ordinal))
                .Select(path => Path.GetFullPath(path.Replace('\\', '/'), Path.GetDirectoryName(project)!))
                .Where(File.Exists)];
        }
        catch (XmlException)
        {
            return [];   // the build says what is wrong with it
        }
    }

    private static IEnumerable<DateTime> Sources(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        for (var parent = Path.GetDirectoryName(folder); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            foreach (var name in Shared.Select(name => Path.Combine(parent, name)).Where(File.Exists))
            {
                yield return File.GetLastWriteTimeUtc(name);
            }
        }

        var files = new FileSystemEnumerable<DateTime>(folder, (ref entry) => entry.LastWriteTimeUtc.UtcDateTime, Everywhere)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && IsSource(entry.FileName),
            ShouldRecursePredicate = (ref entry) => !Matches(entry.FileName, PassedBy),
        };
        foreach (var file in files)
        {
            yield return file;
        }
    }

    private static bool IsSource(ReadOnlySpan<char> name) => Matches(Path.GetExtension(name), Kinds);

    private static bool Matches(ReadOnlySpan<char> name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
