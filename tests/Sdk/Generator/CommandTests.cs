using Platform.SdkGenerator;

namespace Platform.Tests.Sdk.Generator;

public sealed class CommandTests : IDisposable
{
    private const string Birds = "sdk/Pond/Birds.g.cs";

    private readonly Pond _pond = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public void Gives_the_same_bytes_every_time()
    {
        Assert.Equal(0, Run());
        var first = Files();
        Directory.Delete(Path.Combine(_pond.Root, "sdk/Pond"), recursive: true);

        Assert.Equal(0, Run());

        Assert.Equal(first, Files());
        Assert.DoesNotContain(first.Values, text => text.Contains('\r', StringComparison.Ordinal));
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_the_list()
    {
        Run();
        var first = Files();
        _pond.Change(PondFiles.List, "[\"bird:Duck\", \":Provider\"]", "[\":Provider\", \"bird:Duck\"]");

        Run();

        Assert.Equal(first, Files());
    }

    [Fact]
    public void Leaves_a_file_alone_that_is_right_already()
    {
        Run();
        var path = Path.Combine(_pond.Root, Birds);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);

        Assert.Equal(0, Run());

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(path));
        Assert.EndsWith("Everything is up to date.\n", _output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Deletes_a_generated_file_that_is_no_longer_made_and_no_other()
    {
        _pond.Put("sdk/Pond/Fish.g.cs", "old").Put("sdk/Pond/ByHand.cs", "ours");

        Assert.Equal(0, Run());

        Assert.False(File.Exists(Path.Combine(_pond.Root, "sdk/Pond/Fish.g.cs")));
        Assert.True(File.Exists(Path.Combine(_pond.Root, "sdk/Pond/ByHand.cs")));
    }

    [Fact]
    public void Changes_nothing_when_something_is_wrong()
    {
        Run();
        var before = Files();
        _pond.Change(PondFiles.Duck, "readonly arn", "readonly age: pulumi.Output<number>;\n    readonly arn").Put("sdk/Pond/Fish.g.cs", "old");

        Assert.Equal(1, Run());

        Assert.True(File.Exists(Path.Combine(_pond.Root, "sdk/Pond/Fish.g.cs")));
        Assert.Equal(before[Birds], Files()[Birds]);
        Assert.StartsWith("bird.Duck.age: a number that pond.numbers.txt does not list;", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_no_half_of_a_run_behind_when_a_file_cannot_be_written()
    {
        Directory.CreateDirectory(Path.Combine(_pond.Root, "sdk/Pond/Utilities.g.cs.new"));

        Assert.Equal(1, Run());

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_pond.Root, "sdk/Pond")));
        Assert.Contains("nothing was changed.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_checks_when_asked_to()
    {
        Assert.Equal(1, Run("--check"));
        Assert.False(Directory.Exists(Path.Combine(_pond.Root, "sdk/Pond")));
        Run();

        Assert.Equal(0, Run("--check"));
    }

    [Fact]
    public void Refuses_an_option_it_does_not_know()
    {
        Assert.Equal(2, Run("--nmp"));

        Assert.StartsWith("'--nmp' is not understood.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_guess_where_the_repository_is()
    {
        using var elsewhere = new Pond();
        Directory.Delete(Path.Combine(elsewhere.Root, "sdk"), recursive: true);

        Assert.Equal(1, Command.Run(["--npm", elsewhere.NodeModules], elsewhere.Root, _output, _errors));

        Assert.Contains("is not inside the repository", _errors.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _pond.Dispose();

    private int Run(params string[] more) =>
        Command.Run(["--npm", _pond.NodeModules, .. more], Path.Combine(_pond.Root, "sdk/generator"), _output, _errors);

    private Dictionary<string, string> Files() =>
        Directory.EnumerateFiles(Path.Combine(_pond.Root, "sdk/Pond"), "*.g.cs").Append(Path.Combine(_pond.Root, "tools/engine/Metadata/pond.jsonl"))
            .ToDictionary(path => Path.GetRelativePath(_pond.Root, path).Replace('\\', '/'), File.ReadAllText);
}
