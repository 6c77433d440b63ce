namespace Platform.Tests.Sdk.Generator;

public class GoldenTests
{
    [Theory]
    [InlineData("sdk/Pond/Birds.g.cs")]
    [InlineData("sdk/Pond/Birds.Inputs.g.cs")]
    [InlineData("sdk/Pond/Birds.Outputs.g.cs")]
    [InlineData("sdk/Pond/Root.g.cs")]
    [InlineData("tools/engine/Metadata/pond.jsonl")]
    public void Generates_exactly_this(string path)
    {
        using var pond = new Pond();

        Assert.Equal(GoldenFiles.All[path], pond.Generated(path));
    }

    [Fact]
    public void Carries_no_sentence_of_the_provider()
    {
        using var pond = new Pond();
        pond.Generated("sdk/Pond/Root.g.cs");

        var generated = Directory.EnumerateFiles(Path.Combine(pond.Root, "sdk/Pond")).Select(File.ReadAllText);

        Assert.All(generated, text =>
        {
            Assert.DoesNotContain("must not travel", text, StringComparison.Ordinal);
            Assert.DoesNotContain("says the provider", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Gives_every_package_its_version_in_one_place()
    {
        using var pond = new Pond();

        Assert.Contains("    public const string Version = \"1.2.3\";\n", pond.Generated("sdk/Pond/Utilities.g.cs"), StringComparison.Ordinal);
    }
}
