using System.Text.RegularExpressions;
using Platform.Declarations.Npm;

namespace Platform.Engine.Declared;

/// <summary>Where a package may declare the class or function of a token.</summary>
internal static partial class TokenPlaces
{
    private const int MaxFolders = 2_000;
    private const int MaxDepth = 3;

    /// <summary>The folders to look in, the likeliest first, and the name to look for; <c>null</c> for what is no plain token.</summary>
    /// <param name="token">Such as <c>aws:dax/cluster:Cluster</c>, <c>kubernetes:batch/v1:Job</c>, <c>azure-native:storage:Blob</c>.</param>
    /// <param name="files">The package.</param>
    public static (IEnumerable<string> Folders, string Name)? Of(string token, PackageFolder files)
    {
        if (token.Split(':') is not [_, var module, var name] || !Name().IsMatch(name))
        {
            return null;
        }

        var parts = module.Split('/');
        return parts.All(part => Part().IsMatch(part)) ? (Folders(parts, name, files), name) : null;
    }

    private static IEnumerable<string> Folders(string[] parts, string name, PackageFolder files)
    {
        var whole = parts is ["index"] ? [] : parts;
        if (parts is [.. var before, var last] && last.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            yield return before is ["index"] ? "" : Path.Combine(before);   // bridged providers repeat the name
        }

        yield return Path.Combine(whole);
        if (whole is [var group, .. var rest] && group.Contains('.', StringComparison.Ordinal))
        {
            yield return Path.Combine([group.Split('.')[0], .. rest]);       // rbac.authorization.k8s.io/v1 is rbac/v1
        }

        // The module of a token is not always the folder: then the file is looked for by its name.
        var file = $"{char.ToLowerInvariant(name[0])}{name[1..]}.d.ts";
        foreach (var folder in Below("", files, 0).Take(MaxFolders).Where(folder => files.HasFile(Path.Combine(folder, file))))
        {
            yield return folder;
        }
    }

    private static IEnumerable<string> Below(string folder, PackageFolder files, int depth)
    {
        yield return folder;
        if (depth == MaxDepth)
        {
            yield break;
        }

        foreach (var inner in files.Folders(folder).Where(inner => inner is not ("node_modules" or "types")).SelectMany(inner => Below(Path.Combine(folder, inner), files, depth + 1)))
        {
            yield return inner;
        }
    }

    [GeneratedRegex(@"^[A-Za-z_$][A-Za-z0-9_$]*\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?!\.+\z)[A-Za-z0-9._-]+\z")]
    private static partial Regex Part();
}
