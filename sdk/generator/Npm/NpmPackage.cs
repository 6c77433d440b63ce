using System.Text.Json;
using Platform.SdkGenerator.TypeScript;

namespace Platform.SdkGenerator.Npm;

/// <summary>An unpacked npm package of a provider: declarations, and the JavaScript beside them.</summary>
internal sealed class NpmPackage
{
    private readonly string _folder;
    private readonly Dictionary<string, TsFile> _parsed = [];

    private NpmPackage(string folder, string version)
    {
        _folder = folder;
        Version = version;
    }

    public string Version { get; }

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
            ? new NpmPackage(folder, version)
            : throw new GenerationException($"{folder}: is version {found}, but the list asks for {version}; run sdk/generator/fetch.");
    }

    /// <summary>The declarations of a class or function and the path of its JavaScript; null if there are none.</summary>
    public (TsFile Declarations, string JavaScript)? Find(string module, string name)
    {
        var folder = Path.Combine(_folder, module);
        var path = Path.Combine(folder, $"{char.ToLowerInvariant(name[0])}{name[1..]}.d.ts");
        if (!File.Exists(path))
        {
            path = Declarations(module).FirstOrDefault(file => SameName(file, name)) ?? "";
        }

        return File.Exists(path) ? (Parse(path), path[..^".d.ts".Length] + ".js") : null;
    }

    /// <summary>Names in a module that resemble one that does not exist.</summary>
    public IReadOnlyList<string> Similar(string module, string name)
    {
        var files = Declarations(module).Select(NameOf).Where(file => file is not ("index" or "utilities")).ToList();
        var close = files.Where(file => Distance(file.ToUpperInvariant(), name.ToUpperInvariant()) <= 3).ToList();
        return [.. (close.Count > 0 ? close : files.Where(file => Overlaps(file, name))).Take(5)];
    }

    public bool HasModule(string module) => Directory.Exists(Path.Combine(_folder, module));

    /// <summary>The nested types of one side, <c>input</c> or <c>output</c>, by module and name.</summary>
    public Dictionary<(string Module, string Name), TsInterface> NestedTypes(string side)
    {
        var path = Path.Combine(_folder, "types", side + ".d.ts");
        return File.Exists(path) ? Parse(path).Interfaces.ToDictionary(i => (i.Namespace, i.Name)) : [];
    }

    public TsEnum? Enumeration(string module, string name)
    {
        var path = Path.Combine(_folder, "types", "enums", module, "index.d.ts");
        return File.Exists(path) ? Parse(path).Enums.Find(e => e.Name == name) : null;
    }

    public IReadOnlyDictionary<string, string> NestedDefaults()
    {
        var path = Path.Combine(_folder, "types", "input.js");
        return File.Exists(path) ? Npm.NestedDefaults.Read(File.ReadLines(path)) : new Dictionary<string, string>();
    }

    private IEnumerable<string> Declarations(string module)
    {
        var folder = Path.Combine(_folder, module);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.d.ts").Order(StringComparer.Ordinal) : [];
    }

    private TsFile Parse(string path)
    {
        if (!_parsed.TryGetValue(path, out var file))
        {
            file = DeclarationParser.Parse(path, File.ReadAllText(path));
            _parsed.Add(path, file);
        }

        return file;
    }

    private static string NameOf(string path) => Path.GetFileName(path)[..^".d.ts".Length];

    private static bool SameName(string path, string name) => string.Equals(NameOf(path), name, StringComparison.OrdinalIgnoreCase);

    private static bool Overlaps(string file, string name) =>
        file.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(file, StringComparison.OrdinalIgnoreCase);

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
