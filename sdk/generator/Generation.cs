using Platform.SdkGenerator.CSharp;
using Platform.SdkGenerator.Metadata;
using Platform.SdkGenerator.Reading;

namespace Platform.SdkGenerator;

/// <summary>Turns every list of <c>sdk/generator/packages</c> into C# and metadata.</summary>
internal static class Generation
{
    /// <summary>Folder of the lists, relative to the repository.</summary>
    public const string Lists = "sdk/generator/packages";

    /// <summary>Folder of the metadata, relative to the repository.</summary>
    public const string MetadataFolder = "tools/engine/Metadata";

    /// <param name="root">Root of the repository.</param>
    /// <param name="nodeModules">Folder the npm packages are installed in.</param>
    /// <exception cref="GenerationException">Something is wrong; the exception lists all of it.</exception>
    public static FileChanges Run(string root, string nodeModules)
    {
        var problems = new Problems();
        var changes = new FileChanges();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, Lists), "*.json").Order(StringComparer.Ordinal))
        {
            Package(root, nodeModules, path, problems, changes);
        }

        return problems.Any ? throw new GenerationException(problems.Lines) : changes;
    }

    private static void Package(string root, string nodeModules, string path, Problems problems, FileChanges changes)
    {
        var list = PackageList.Read(path);
        var npm = FetchedPackage.Open(nodeModules, list.Npm, list.Version);
        var numbers = Path.ChangeExtension(path, ".numbers.txt");
        var known = new NumberLock(Path.GetFileName(numbers), File.Exists(numbers) ? File.ReadLines(numbers) : [], problems);
        var model = new PackageReader(list, npm, known, problems).Read();
        known.ReportUnused();
        var folder = Path.Combine(root, list.Folder);
        changes.Own(folder, "*.g.cs");
        foreach (var (name, text) in PackageWriter.Write(list, model, problems))
        {
            changes.Put(Path.Combine(folder, name), text);
        }

        changes.Put(Path.Combine(root, MetadataFolder, list.Package + ".jsonl"), new MetadataWriter(list, model).Write());
    }
}
