namespace Platform.Tests.Tools.Engine;

/// <summary>A project in a directory of its own, gone after the test.</summary>
internal sealed class Workspace : IDisposable
{
    public Workspace(string project = "name: shop\nruntime: dotnet\n") => Write("Pulumi.yaml", project);

    public string Root { get; } = Directory.CreateTempSubdirectory("platform-engine-").FullName;

    public Workspace Write(string name, string content)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Waits until somebody has written a file.</summary>
    public async Task Has(string name)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!File.Exists(PathOf(name)))
        {
            await Task.Delay(10, patience.Token);
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
