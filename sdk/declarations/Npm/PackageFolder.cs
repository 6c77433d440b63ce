namespace Platform.Declarations.Npm;

/// <summary>Reads the files of an installed package, and nothing else: no file outside of it, none through a link, none without end.</summary>
/// <param name="root">The package's own folder.</param>
internal sealed class PackageFolder(string root)
{
    /// <summary>Bytes a file of nested types may have: three times as many as those of the largest provider.</summary>
    public const long MaxTypes = 32_000_000;

    /// <summary>Bytes any other file may have.</summary>
    public const long MaxFile = 4_000_000;

    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    public bool HasFile(string path) => File.Exists(Full(path));

    public bool HasFolder(string path) => Directory.Exists(Full(path));

    /// <summary>The names of a folder's files that end with <paramref name="ending"/>, in ordinal order; none if there is no such folder.</summary>
    public IEnumerable<string> Files(string folder, string ending) =>
        HasFolder(folder)
            ? Directory.EnumerateFiles(Full(folder), "*" + ending).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
            : [];

    /// <summary>The names of a folder's folders, in ordinal order.</summary>
    public IEnumerable<string> Folders(string folder) =>
        HasFolder(folder) ? Directory.EnumerateDirectories(Full(folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal) : [];

    /// <summary>The text of a file that is there.</summary>
    /// <exception cref="FormatException">It is no ordinary file of the package, or too large.</exception>
    public string Read(string path, long limit = MaxFile)
    {
        var full = Full(path);
        for (var part = full; part.Length > _root.Length; part = Path.GetDirectoryName(part)!)
        {
            if (new FileInfo(part).LinkTarget is not null)
            {
                throw new FormatException($"{path} is a link; the files of a package are read in its own folder only");
            }
        }

        var length = new FileInfo(full).Length;
        if (length > limit)
        {
            throw new FormatException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path} has {length:N0} bytes, more than the {limit:N0} that are read"));
        }

        return length == 0 ? "" : File.ReadAllText(full);   // what has no length may be a pipe that never ends
    }

    /// <summary>Where a file is, for messages.</summary>
    /// <exception cref="FormatException">It is outside of the package.</exception>
    public string Full(string path)
    {
        var full = Path.GetFullPath(Path.Combine(_root, path));
        return full == _root || full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new FormatException($"{path} leads out of the package");
    }
}
