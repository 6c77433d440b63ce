using System.Text.RegularExpressions;

namespace Platform.Engine.Declared;

/// <summary>Finds the packages of providers that a program has installed, as Node.js finds them: upwards, and nested in other packages.</summary>
/// <param name="directory">The program's directory.</param>
internal sealed partial class InstalledPackages(string directory)
{
    private const string Modules = "node_modules";

    // pnpm keeps every version of every package below this folder.
    private const string Store = ".pnpm";

    private const int MaxPackages = 20_000;
    private const int MaxDepth = 8;

    private readonly Lazy<List<InstalledPackage>> _all = new(() => Everything(directory));

    /// <summary>The package of a provider's types; <c>null</c> if none fits.</summary>
    /// <param name="provider">Such as <c>aws</c>.</param>
    /// <param name="version">The version that registers; if it is not installed, another of the same major version. Empty: the nearest.</param>
    public InstalledPackage? Find(string provider, string version)
    {
        if (!Word().IsMatch(provider))
        {
            return null;
        }

        var near = Upwards(directory)
            .Select(modules => InstalledPackage.Read(Path.Combine(modules, "@pulumi", provider)))
            .FirstOrDefault(package => package?.Provider == provider);
        if (near is not null && (version.Length == 0 || near.Version == version))
        {
            return near;
        }

        var candidates = _all.Value.Where(package => package.Provider == provider).ToList();
        return version.Length == 0
            ? candidates.FirstOrDefault()
            : candidates.Find(package => package.Version == version) ?? candidates.Find(package => Major(package.Version) == Major(version));
    }

    /// <summary>The first number of a version: 7 of <c>7.48.0</c>.</summary>
    public static string Major(string version) => version.TrimStart('v').Split('.')[0];

    private static List<InstalledPackage> Everything(string directory)
    {
        var found = new List<InstalledPackage>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var modules in Upwards(directory))
        {
            Collect(modules, found, seen, 0);
        }

        return found;
    }

    // Nested packages come after those beside them, so that the first that fits is the nearest.
    private static void Collect(string modules, List<InstalledPackage> found, HashSet<string> seen, int depth)
    {
        var packages = Folders(modules)
            .SelectMany(folder => Path.GetFileName(folder) is ['@', ..] ? Folders(folder) : Path.GetFileName(folder) is ['.', ..] ? [] : [folder])
            .ToList();
        foreach (var folder in packages.Where(folder => seen.Count < MaxPackages && seen.Add(Real(folder))))
        {
            if (InstalledPackage.Read(folder) is { } package)
            {
                found.Add(package);
            }
        }

        if (depth == MaxDepth)
        {
            return;
        }

        foreach (var inner in packages.Concat(Folders(Path.Combine(modules, Store))).Select(folder => Path.Combine(folder, Modules)))
        {
            if (seen.Count < MaxPackages && Directory.Exists(inner) && seen.Add(Real(inner)))
            {
                Collect(Real(inner), found, seen, depth + 1);
            }
        }
    }

    private static IEnumerable<string> Folders(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal) : [];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Real(string folder)
    {
        try
        {
            return Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder;
        }
        catch (IOException)
        {
            return folder;   // links in a circle
        }
    }

    private static IEnumerable<string> Upwards(string directory)
    {
        for (var current = new DirectoryInfo(Path.GetFullPath(directory)); current is not null; current = current.Parent)
        {
            yield return Path.Combine(current.FullName, Modules);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    private static partial Regex Word();
}
