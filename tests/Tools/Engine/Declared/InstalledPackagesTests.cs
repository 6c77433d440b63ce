using Platform.Engine.Declared;

namespace Platform.Tests.Tools.Engine.Declared;

/// <summary>Which of several installed packages serves a program's types.</summary>
public sealed class InstalledPackagesTests : IDisposable
{
    private readonly Installed _installed = new();

    public void Dispose() => _installed.Dispose();

    [Theory]
    [InlineData("", "2.0.0")]        // the nearest
    [InlineData("2.0.0", "2.0.0")]
    [InlineData("1.2.0", "1.2.0")]   // above the program
    [InlineData("3.1.0", "3.1.0")]   // inside another package
    [InlineData("3.9.9", "3.1.0")]   // of the same major version
    [InlineData("4.0.0", null)]
    public void Picks_by_the_version_that_asks(string asked, string? found)
    {
        _installed.Package()
            .Package("app/node_modules/@pulumi/acme", version: "2.0.0")
            .Put("app/node_modules/tools/package.json", """{ "name": "tools", "version": "1.0.0" }""")
            .Package("app/node_modules/tools/node_modules/@pulumi/acme", version: "3.1.0");

        Assert.Equal(found, Find(asked)?.Version);
    }

    [Theory]
    [InlineData("node_modules/pulumi-acme")]
    [InlineData("node_modules/@birds/anything")]
    [InlineData("node_modules/.pnpm/@pulumi+acme@1.2.0/node_modules/@pulumi/acme")]
    public void Goes_by_what_a_package_says_it_provides(string place) => Assert.Equal("1.2.0", Find("1.2.0", _installed.Package(place))?.Version);

    [Fact]
    public void Follows_the_links_of_a_package_manager()
    {
        _installed.Package("modules/acme").Link("app/node_modules/@pulumi/acme", _installed.PathOf("modules/acme"));

        Assert.Equal(_installed.PathOf("modules/acme"), Find("1.2.0")?.Folder);
    }

    [Fact]
    public void Reads_a_package_that_is_compiled_where_it_is_used()
    {
        _installed.Put("app/node_modules/@pulumi/acme/package.json", """{ "name": "@pulumi/acme", "version": "1.0.0", "main": "bin/index.js", "pulumi": { "resource": true, "name": "terraform-provider", "parameterization": { "name": "acme" } } }""")
            .Put("app/node_modules/@pulumi/acme/bin/index.d.ts", "");

        Assert.Equal("bin", Path.GetFileName(Find("1.0.0")!.Folder));
    }

    [Theory]
    [InlineData("""{ "name": "@pulumi/acme", "version": "1.2.0" }""")]
    [InlineData("""{ "name": "@pulumi/acme", "version": "1.2.0", "pulumi": { "resource": false } }""")]
    [InlineData("""{ "name": "@pulumi/acme", "pulumi": { "resource": true } }""")]
    [InlineData("""{ "name": "@pulumi/acme", "version": "1.2.0", "pulumi": { "resource": true, "name": "other" } }""")]
    [InlineData("""{ "name": 7, "version": [], "pulumi": true }""")]
    [InlineData("""{ "pulumi": """)]
    [InlineData("""["pulumi"]""")]
    [InlineData("")]
    public void Takes_nothing_else_for_a_provider(string manifest) =>
        Assert.Null(Find("", _installed.Put("app/node_modules/@pulumi/acme/package.json", manifest)));

    [Fact]
    public void Is_not_led_in_circles()
    {
        _installed.Link("app/node_modules/loop", _installed.PathOf("app/node_modules"))
            .Link("app/node_modules/@pulumi/acme", _installed.PathOf("app/node_modules/@pulumi/acme"))
            .Link("app/node_modules/again/node_modules", _installed.PathOf("app/node_modules"));

        Assert.Null(Find("1.2.0"));
    }

    private InstalledPackage? Find(string version, Installed? installed = null) => new InstalledPackages((installed ?? _installed).Program).Find("acme", version);
}
