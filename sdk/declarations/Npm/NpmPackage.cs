using Platform.Declarations.TypeScript;

namespace Platform.Declarations.Npm;

/// <summary>An unpacked npm package of a provider: declarations, and the JavaScript beside them. For one thread at a time.</summary>
/// <param name="folder">Where the declarations are: the package's folder, or where its <c>main</c> is.</param>
internal sealed class NpmPackage(string folder)
{
    private const string Ending = ".d.ts";

    private readonly Dictionary<string, TsFile> _parsed = [];
    private readonly Dictionary<string, InterfaceIndex?> _nested = [];

    /// <summary>The files of the package.</summary>
    public PackageFolder Files { get; } = new(folder);

    /// <summary>The declarations of a class or function and the path of its JavaScript; null if there are none.</summary>
    /// <exception cref="FormatException">They cannot be read.</exception>
    public (TsFile Declarations, string JavaScript)? Find(string module, string name)
    {
        var file = $"{char.ToLowerInvariant(name[0])}{name[1..]}";
        if (!Files.HasFile(Path.Combine(module, file + Ending)))
        {
            file = Declared(module).FirstOrDefault(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
        }

        return file is null ? null : (Parse(Path.Combine(module, file + Ending)), Path.Combine(module, file + ".js"));
    }

    /// <summary>Names in a module that resemble one that does not exist.</summary>
    public IReadOnlyList<string> Similar(string module, string name)
    {
        var files = Declared(module).Where(file => file is not ("index" or "utilities")).ToList();
        var close = files.Where(file => Distance(file.ToUpperInvariant(), name.ToUpperInvariant()) <= 3).ToList();
        return [.. (close.Count > 0 ? close : files.Where(file => Overlaps(file, name))).Take(5)];
    }

    public bool HasModule(string module) => Files.HasFolder(module);

    /// <summary>A nested type of one side, <c>input</c> or <c>output</c>; null if there is none.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public TsInterface? NestedType(string side, string module, string name)
    {
        if (!_nested.TryGetValue(side, out var index))
        {
            var path = Path.Combine("types", side + Ending);
            index = Files.HasFile(path) ? InterfaceIndex.Of(Files.Full(path), Files.Read(path, PackageFolder.MaxTypes)) : null;
            _nested.Add(side, index);
        }

        return index?.Find(module, name);
    }

    /// <summary>An enumeration; null if there is none.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public TsEnum? Enumeration(string module, string name)
    {
        var path = Path.Combine("types", "enums", module, "index.d.ts");
        return Files.HasFile(path) ? Parse(path).Enums.Find(e => e.Name == name) : null;
    }

    public IReadOnlyDictionary<string, string> NestedDefaults()
    {
        var path = Path.Combine("types", "input.js");
        return Files.HasFile(path) ? Npm.NestedDefaults.Read(Files.Read(path, PackageFolder.MaxTypes).Split('\n')) : new Dictionary<string, string>();
    }

    private IEnumerable<string> Declared(string module) => Files.Files(module, Ending).Select(file => file[..^Ending.Length]);

    private TsFile Parse(string path)
    {
        if (!_parsed.TryGetValue(path, out var file))
        {
            file = DeclarationParser.Parse(Files.Full(path), Files.Read(path));
            _parsed.Add(path, file);
        }

        return file;
    }

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
