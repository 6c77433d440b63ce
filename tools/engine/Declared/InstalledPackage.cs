using System.Text.Json;

namespace Platform.Engine.Declared;

/// <summary>A provider's package as it is installed.</summary>
/// <param name="Provider">The package of its types, as tokens name it: <c>aws</c>.</param>
/// <param name="Name">Its name on npm: <c>@pulumi/aws</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">The folder of its declarations.</param>
internal sealed record InstalledPackage(string Provider, string Name, string Version, string Folder)
{
    private const long MaxManifest = 1_000_000;

    /// <summary>How the plan names it.</summary>
    public string Label => $"{Name} {Version}";

    /// <summary>Reads the <c>package.json</c> of a folder; <c>null</c> if that is no provider's, or cannot be read.</summary>
    public static InstalledPackage? Read(string folder)
    {
        try
        {
            var real = new DirectoryInfo(folder);
            real = real.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? real;
            var manifest = new FileInfo(Path.Combine(real.FullName, "package.json"));
            if (!manifest.Exists || manifest.LinkTarget is not null || manifest.Length is 0 or > MaxManifest)
            {
                return null;
            }

            var content = File.ReadAllBytes(manifest.FullName);
            return content.AsSpan().IndexOf("\"pulumi\""u8) < 0 ? null : Parse(content, real.FullName);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static InstalledPackage? Parse(byte[] content, string folder)
    {
        using var json = JsonDocument.Parse(content);
        if (json.RootElement is not { ValueKind: JsonValueKind.Object } root
            || !root.TryGetProperty("pulumi", out var plugin) || plugin.ValueKind != JsonValueKind.Object
            || !plugin.TryGetProperty("resource", out var resource) || resource.ValueKind != JsonValueKind.True
            || Text(root, "name") is not { } name)
        {
            return null;
        }

        var version = Text(root, "version") ?? Text(plugin, "version");
        return version is null ? null : new(ProviderOf(plugin, name), name, version.TrimStart('v'), Declarations(folder, Text(root, "main")));
    }

    // A parameterized package serves the types of what it was made for; without a name the package's own counts.
    private static string ProviderOf(JsonElement plugin, string name) =>
        plugin.TryGetProperty("parameterization", out var parameter) && parameter.ValueKind == JsonValueKind.Object && Text(parameter, "name") is { } made ? made
        : Text(plugin, "name") ?? name[(name.LastIndexOf('/') + 1)..];

    // A package that is compiled where it is used keeps its declarations in bin/, beside its `main`.
    private static string Declarations(string folder, string? main)
    {
        var beside = Path.GetFullPath(Path.Combine(folder, Path.GetDirectoryName(main ?? "") ?? ""));
        return beside.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(Path.Combine(beside, "index.d.ts")) ? beside : folder;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
