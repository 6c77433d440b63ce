namespace Platform.SdkGenerator;

/// <summary>The files of a run. All are written beside their place first and moved only when every one is complete.</summary>
internal sealed class FileChanges
{
    private const string Suffix = ".new";

    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<(string Folder, string Pattern)> _owned = [];

    /// <summary>Declares that every file of a pattern in a folder is ours: those that are not put are deleted.</summary>
    public void Own(string folder, string pattern) => _owned.Add((folder, pattern));

    public void Put(string path, string text) => _texts.Add(path, text);

    /// <summary>Paths whose content differs from what is there, and paths that have to go.</summary>
    public (IReadOnlyList<string> Written, IReadOnlyList<string> Deleted) Pending() => (
        [.. _texts.Where(file => !File.Exists(file.Key) || File.ReadAllText(file.Key) != file.Value).Select(file => file.Key)],
        [.. _owned.Where(owned => Directory.Exists(owned.Folder))
            .SelectMany(owned => Directory.EnumerateFiles(owned.Folder, owned.Pattern))
            .Where(path => !_texts.ContainsKey(path)).Order(StringComparer.Ordinal)]);

    /// <summary>Writes what differs; a file that is already right keeps its time, so that builds stay incremental.</summary>
    public (IReadOnlyList<string> Written, IReadOnlyList<string> Deleted) Apply()
    {
        var (written, deleted) = Pending();
        var complete = new List<string>();
        try
        {
            foreach (var path in written)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path + Suffix, _texts[path]);
                complete.Add(path + Suffix);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            complete.ForEach(File.Delete);

            throw new GenerationException($"cannot write: {problem.Message}; nothing was changed.");
        }

        foreach (var path in written)
        {
            File.Move(path + Suffix, path, overwrite: true);
        }

        foreach (var path in deleted)
        {
            File.Delete(path);
        }

        return (written, deleted);
    }
}
