using Platform.SdkGenerator;

namespace Platform.Tests.Sdk.Generator;

/// <summary>A made-up provider package and its list, in a folder of its own, with one of everything the generator has a rule for.</summary>
internal sealed class Pond : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("pond");

    public Pond()
    {
        foreach (var (path, text) in PondFiles.All)
        {
            Put(path, text);
        }
    }

    public string Root => _root.FullName;

    public string NodeModules => Path.Combine(Root, "npm");

    public Pond Put(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Replaces text of a file that has it.</summary>
    public Pond Change(string path, string old, string changed)
    {
        var text = File.ReadAllText(Path.Combine(Root, path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Put(path, text.Replace(old, changed, StringComparison.Ordinal));
    }

    /// <summary>Generates and reads one file.</summary>
    public string Generated(string path)
    {
        Generation.Run(Root, NodeModules).Apply();
        return File.ReadAllText(Path.Combine(Root, path));
    }

    /// <summary>What a generation that must fail complains about.</summary>
    public IReadOnlyCollection<string> Problems() =>
        Assert.Throws<GenerationException>(() => Generation.Run(Root, NodeModules)).Problems;

    public void Dispose() => _root.Delete(recursive: true);
}
