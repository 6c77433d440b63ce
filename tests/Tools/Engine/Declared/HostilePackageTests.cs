using Platform.Engine.Declared;

namespace Platform.Tests.Tools.Engine.Declared;

/// <summary>A package that is broken, or made to break its reader, makes its types unknown and nothing else.</summary>
public sealed class HostilePackageTests : IDisposable
{
    private const string Token = "acme:pond/duck:Duck";
    private const string Folder = "node_modules/@pulumi/acme/";

    private readonly Installed _installed = new Installed().Package();

    public void Dispose() => _installed.Dispose();

    [Theory]
    [InlineData("export declare class Duck {", "expected")]
    [InlineData("export declare class Duck extends A { readonly a: ; }", "expected a name")]
    [InlineData("deep", "a type that is not as deep")]
    [InlineData("arrays", "a type that is not as deep")]
    [InlineData("namespaces", "fewer namespaces")]
    [InlineData("operators", "expected")]
    [InlineData("large", "more than the 4,000,000 that are read")]
    public void Leaves_a_type_unknown_that_it_cannot_read(string text, string said)
    {
        Put("pond/duck.d.ts", text switch
        {
            "deep" => $"interface A {{ a: {Repeat("{ [k: string]: ", 100_000)}",
            "arrays" => $"interface A {{ a: string{Repeat("[]", 100_000)}; }}",
            "namespaces" => Repeat("namespace a { ", 100_000),
            "operators" => $"interface A {{ a: {Repeat("keyof ", 100_000)}",
            "large" => new string(' ', 4_000_001),
            _ => text,
        });

        Assert.Contains(said, Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_no_nested_type_of_a_file_without_end()
    {
        using (var file = File.Create(_installed.PathOf(Folder + "types/output.d.ts")))
        {
            file.SetLength(50_000_000);
        }

        var types = new DeclaredTypes(_installed.Program);
        Assert.Null(types.Object(types.Resource(Token, null)!.Outputs["feed"].Name!));
        Assert.Contains(types.Assumptions(), said => said is { Kind: "unknown", Subject: "@pulumi/acme 1.2.0" } && said.Detail.Contains("types/output.d.ts has 50,000,000 bytes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pond/duck.d.ts")]
    [InlineData("pond/duck.js")]
    public void Follows_no_link_out_of_a_package(string file)
    {
        var outside = _installed.Put("outside.txt", File.ReadAllText(_installed.PathOf(Folder + file))).PathOf("outside.txt");
        File.Delete(_installed.PathOf(Folder + file));
        File.CreateSymbolicLink(_installed.PathOf(Folder + file), outside);

        Assert.Contains($"{file} is a link", Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_not_kept_busy_by_JavaScript_that_nobody_generated()
    {
        Put("pond/duck.js", string.Concat(Enumerable.Repeat("resourceInputs[\"a\"] = ", 170_000)));

        Assert.Contains("its JavaScript is no generated file", Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_no_worse_off_for_a_file_that_is_a_folder_or_empty()
    {
        Put("pond/duck.d.ts", "");
        Directory.CreateDirectory(_installed.PathOf(Folder + "pond/goose.d.ts"));

        Assert.Null(new DeclaredTypes(_installed.Program).Resource(Token, null));
        Assert.Null(new DeclaredTypes(_installed.Program).Resource("acme:pond/goose:Goose", null));
    }

    private void Put(string path, string text) => _installed.Put(Folder + path, text);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private string Problem()
    {
        var types = new DeclaredTypes(_installed.Program);
        Assert.Null(types.Resource(Token, null));
        var said = Assert.Single(types.Assumptions());
        Assert.Equal((Token, "unknown"), (said.Subject, said.Kind));
        Assert.DoesNotContain(_installed.Program, said.Detail, StringComparison.Ordinal);
        return said.Detail;
    }
}
