using System.Collections.Concurrent;
using Platform.Engine.Metadata;
using Platform.Graph;

namespace Platform.Engine.Declared;

/// <summary>Types that a program's own npm packages declare, read when they are asked for. Safe for concurrent use.</summary>
/// <param name="directory">The program's directory.</param>
internal sealed class DeclaredTypes(string directory)
{
    /// <summary>The kind of the assumption that tells where types were read.</summary>
    public const string Kind = "declarations";

    private readonly InstalledPackages _installed = new(directory);
    private readonly ConcurrentDictionary<(string Provider, string Version), Lazy<DeclaredPackage?>> _packages = new();
    private readonly ConcurrentDictionary<string, DeclaredPackage> _byLabel = new(StringComparer.Ordinal);

    public TypeFacts? Resource(string type, string? version) => Package(type, version)?.Resource(type);

    public TypeFacts? Function(string token, string? version) => Package(token, version)?.Function(token);

    /// <summary>A nested type, by the name its shape has; <c>null</c> if it is none of these packages.</summary>
    public TypeFacts? Object(string name) => Owner(name) is var (package, member) ? package.Object(member) : null;

    /// <summary>The texts an enumeration lists, by the name its shape has.</summary>
    public IReadOnlyList<string>? Enumeration(string name) => Owner(name) is var (package, member) ? package.Enumeration(member) : null;

    /// <summary>What was read, a line for each package, and what could not be.</summary>
    public IEnumerable<Assumption> Assumptions()
    {
        foreach (var package in _byLabel.Values)
        {
            if (package.Read is { Count: > 0 } read)
            {
                yield return new(package.Label, Kind, $"types of {string.Join(", ", read)}; of their numbers, flags and choices only what is given is known");
            }

            foreach (var (type, problem) in package.Problems)
            {
                yield return new(type.Contains(':', StringComparison.Ordinal) ? type : package.Label, "unknown", $"{package.Label}: {problem}");
            }
        }
    }

    private DeclaredPackage? Package(string token, string? version)
    {
        var provider = token.Split(':', 2)[0];
        return _packages.GetOrAdd((provider, version ?? ""), asked => new(() =>
            _installed.Find(asked.Provider, asked.Version) is { } found ? _byLabel.GetOrAdd(found.Label, _ => new DeclaredPackage(found)) : null)).Value;
    }

    private (DeclaredPackage Package, string Member)? Owner(string name) =>
        name.IndexOf(DeclaredShapes.Separator, StringComparison.Ordinal) is var cut and > 0 && _byLabel.TryGetValue(name[..cut], out var package)
            ? (package, name[(cut + 1)..])
            : null;
}
