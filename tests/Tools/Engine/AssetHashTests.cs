using Platform.Engine.Analysis;
using Platform.Graph;
using Platform.Tests.Tools.Cli;

namespace Platform.Tests.Tools.Engine;

/// <summary>The hashes of assets and archives as the engine writes them into a state.</summary>
public class AssetHashTests
{
    // From the engine's own tests: an archive of one empty file `foo` (sdk/go/common/resource/asset_test.go, "d2587a87…").
    private const string OneEmptyFile = "d2587a875f82cdf3d3e6cfe9f8c6e6032be5dde8c344466e664e628da15757b0";
    private const string Nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public void Are_those_of_the_engine()
    {
        using var files = new Workspace().Write("foo", "").Write("folder/foo", "").Write("folder/.pulumi/own", "x");

        Assert.Equal(Nothing, Hash(files, Path("foo")));
        Assert.Equal(OneEmptyFile, Hash(files, Of(("foo", Path("foo")))));
        Assert.Equal(OneEmptyFile, Hash(files, new ArchiveValue(AssetSource.Path, "folder", MapValue.Empty)));
        Assert.Equal(OneEmptyFile, Hash(files, Of((".", new ArchiveValue(AssetSource.Path, "folder", MapValue.Empty)))));
    }

    [Fact]
    public void Depend_on_names_and_content_and_on_nothing_else()
    {
        using var files = new Workspace().Write("a/one.txt", "1").Write("b/one.txt", "1").Write("c/two.txt", "1").Write("d/one.txt", "2").Write("site.zip", "zipped");
        string? Folder(string name) => Hash(files, new ArchiveValue(AssetSource.Path, name, MapValue.Empty));

        Assert.Equal(Folder("a"), Folder("b"));
        Assert.Equal(Folder("a"), Hash(files, Of(("one.txt", new AssetValue(AssetSource.Text, "1")))));
        Assert.Equal(3, new[] { Folder("a"), Folder("c"), Folder("d") }.Distinct().Count());
        Assert.Equal(Hash(files, Path("site.zip")), Folder("site.zip"));
    }

    [Fact]
    public void Are_left_out_where_only_the_deployment_can_tell()
    {
        using var files = new Workspace().Write("site.zip", "zipped");

        Assert.Null(Hash(files, Path("missing.txt")));
        Assert.Null(Hash(files, new AssetValue(AssetSource.Uri, "https://example.com/a")));
        Assert.Null(Hash(files, new AssetValue(AssetSource.Text, "[secret]")));
        Assert.Null(Hash(files, Of(("inner", new ArchiveValue(AssetSource.Path, "site.zip", MapValue.Empty)))));
        Assert.Null(Hash(files, Of(("ü.txt", new AssetValue(AssetSource.Text, "1")))));
    }

    [UnixFact]
    public void Wait_for_no_pipe_and_no_device()
    {
        using var files = new Workspace();

        Assert.Equal(Nothing, Hash(files, Path("/dev/zero")));
        Assert.Equal(Nothing, Hash(files, Path("/dev/null")));
    }

    [Fact]
    public async Task Tells_of_a_file_that_is_not_there()
    {
        using var files = new Workspace().Write("here.txt", "1");
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            await program.Custom("aws:s3/bucketObjectv2:BucketObjectv2", "page", Bag.Of(("bucket", "b"), ("source", Bag.FileAsset("nowhere.html"))), request => request.Parent = stack);
            await program.Custom("aws:s3/bucketObjectv2:BucketObjectv2", "text", Bag.Of(("bucket", "b"), ("source", Bag.FileAsset(files.PathOf("here.txt")))), request => request.Parent = stack);
        });

        var warning = Assert.Single(result.Graph!.Diagnostics);
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.StartsWith("aws:s3/bucketObjectv2:BucketObjectv2 'page': there is no file or folder nowhere.html", warning.Message, StringComparison.Ordinal);
    }

    private static AssetValue Path(string path) => new(AssetSource.Path, path);

    private static ArchiveValue Of(params (string Name, PropertyValue Value)[] assets) =>
        new(null, "", PropertyValue.Of(assets.Select(asset => KeyValuePair.Create(asset.Name, asset.Value))));

    private static string? Hash(Workspace files, PropertyValue value) => new AssetHashes(files.Root).In(PropertyValue.Of([KeyValuePair.Create("file", value)]))["file"] switch
    {
        AssetValue asset => asset.Hash,
        ArchiveValue archive => archive.Hash,
        _ => null,
    };
}
