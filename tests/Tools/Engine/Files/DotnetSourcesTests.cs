using Platform.Engine.Launching;

namespace Platform.Tests.Tools.Engine.Files;

public sealed class DotnetSourcesTests : IDisposable
{
    private static readonly DateTime Built = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly Workspace _workspace = new Workspace()
        .Write("shop/shop.csproj", """<Project><ItemGroup><ProjectReference Include="..\lib\lib.csproj" /></ItemGroup></Project>""")
        .Write("shop/Program.cs", "").Write("shop/bin/Debug/net10.0/shop.dll", "").Write("shop/bin/Debug/net10.0/lib.dll", "")
        .Write("shop/obj/Made.cs", "").Write("shop/notes.md", "").Write("lib/lib.csproj", "<Project/>").Write("lib/deep/Part.cs", "").Write("other/Else.cs", "");

    public DotnetSourcesTests()
    {
        foreach (var file in Directory.EnumerateFiles(_workspace.PathOf("."), "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, Built);
        }
    }

    [Theory]
    [InlineData("shop/Program.cs", true), InlineData("shop/shop.csproj", true), InlineData("lib/deep/Part.cs", true)]
    [InlineData("shop/notes.md", false), InlineData("shop/obj/Made.cs", false), InlineData("other/Else.cs", false)]
    public void A_build_is_old_when_something_it_was_made_of_was_written_later(string written, bool isOld)
    {
        Assert.False(AreNewer());

        File.SetLastWriteTimeUtc(_workspace.PathOf(written), Built.AddSeconds(1));

        Assert.Equal(isOld, AreNewer());
    }

    [Fact]
    public void A_source_that_needs_no_compiling_is_built_once()
    {
        File.SetLastWriteTimeUtc(_workspace.PathOf("shop/Program.cs"), Built.AddSeconds(1));
        DotnetSources.Remember(_workspace.PathOf("shop/shop.csproj"));

        Assert.False(AreNewer());
    }

    [Fact]
    public void A_copy_of_what_it_refers_to_shows_that_it_was_built()
    {
        File.SetLastWriteTimeUtc(_workspace.PathOf("lib/deep/Part.cs"), Built.AddSeconds(1));
        File.SetLastWriteTimeUtc(_workspace.PathOf("shop/bin/Debug/net10.0/lib.dll"), Built.AddSeconds(2));

        Assert.False(AreNewer());
    }

    public void Dispose() => _workspace.Dispose();

    private bool AreNewer() => DotnetSources.AreNewer(_workspace.PathOf("shop/shop.csproj"), _workspace.PathOf("shop/bin/Debug/net10.0/shop.dll"));
}
