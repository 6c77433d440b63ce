namespace Platform.Tests.Tools.Repository;

/// <summary>The files of the clone that these tests were built from.</summary>
internal static class Sources
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", ".build"];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>Every file with this ending that people wrote, relative to <see cref="Root"/>, with forward slashes, sorted.</summary>
    public static IEnumerable<string> Files(string ending) =>
        Directory.EnumerateFiles(Root, $"*{ending}", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => NotOurs.Contains(part)))
            .Order(StringComparer.Ordinal);

    /// <summary>The text of one of them.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("these tests must run below the folder of Platform.sln");
        }

        return folder.FullName;
    }
}
