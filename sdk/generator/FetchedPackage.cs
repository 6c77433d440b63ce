using System.Text.Json;
using Platform.Declarations.Npm;

namespace Platform.SdkGenerator;

/// <summary>Finds the npm package that a list asks for.</summary>
internal static class FetchedPackage
{
    /// <exception cref="GenerationException">The package is not there, or is not the version that is asked for.</exception>
    public static NpmPackage Open(string nodeModules, string name, string version)
    {
        var folder = Path.Combine(nodeModules, name);
        var manifest = Path.Combine(folder, "package.json");
        if (!File.Exists(manifest))
        {
            throw new GenerationException(
                $"{folder}: no npm package there; fetch it with sdk/generator/fetch, or name another folder with --npm.");
        }

        using var json = JsonDocument.Parse(File.ReadAllText(manifest));
        var found = json.RootElement.GetProperty("version").GetString()!;
        return found == version
            ? new NpmPackage(folder)
            : throw new GenerationException($"{folder}: is version {found}, but the list asks for {version}; run sdk/generator/fetch.");
    }
}
