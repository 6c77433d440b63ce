namespace Platform.Tests.Sdk.Generator;

public sealed class ProblemTests : IDisposable
{
    private readonly Pond _pond = new();

    [Fact]
    public void Refuses_a_number_nobody_has_looked_at()
    {
        _pond.Change(PondFiles.Numbers, "bird.Duck.weight double\n", "");

        Assert.Equal(
            "bird.Duck.weight: a number that pond.numbers.txt does not list; "
            + "add the line 'bird.Duck.weight int', or 'bird.Duck.weight double' if the provider takes fractions there.",
            Assert.Single(_pond.Problems()));
    }

    [Fact]
    public void Refuses_a_line_for_a_number_that_is_gone_a_doubled_one_and_one_it_cannot_read()
    {
        _pond.Put(PondFiles.Numbers, PondFiles.All[PondFiles.Numbers] + "\nbird.Duck.gone int\nbird.Duck.weight int\nbird.Duck.rings long\n");

        Assert.Equal(
            [
                "pond.numbers.txt: cannot read 'bird.Duck.rings long'; a line is 'module.Type.member int' or 'module.Type.member double'.",
                "pond.numbers.txt: lists 'bird.Duck.gone', which is no number of a generated class; remove the line.",
                "pond.numbers.txt: lists 'bird.Duck.weight' twice; keep one line.",
            ],
            _pond.Problems());
    }

    [Fact]
    public void Refuses_a_resource_the_package_does_not_have_and_names_near_ones()
    {
        _pond.Change(PondFiles.List, "\"bird:Duck\"", "\"bird:Duck\", \"bird:Dukc\", \"fish:Carp\"");

        Assert.Equal(
            [
                "pond.json, bird:Dukc: @acme/pond 1.2.3 has no such resource; near names: bird:duck.",
                "pond.json, fish:Carp: @acme/pond 1.2.3 has no module 'fish'; look the name up in the package's declarations.",
            ],
            _pond.Problems());
    }

    [Fact]
    public void Refuses_a_function_the_package_does_not_have()
    {
        _pond.Change(PondFiles.List, "\"bird:getDuck\"", "\"bird:getDuck\", \"bird:getDucks\"");

        Assert.Equal("pond.json, bird:getDucks: @acme/pond 1.2.3 has no such function; near names: bird:getDuck.", Assert.Single(_pond.Problems()));
    }

    [Fact]
    public void Refuses_a_resource_without_a_token()
    {
        _pond.Change(PondFiles.DuckScript, "__pulumiType", "__type");

        Assert.Equal(
            "pond.json, bird:Duck: its JavaScript names no type token; leave it out, or teach ResourceFacts its form.",
            Assert.Single(_pond.Problems()));
    }

    [Fact]
    public void Refuses_a_reference_it_does_not_know()
    {
        _pond.Change(PondFiles.Duck, "string | Keeper", "string | Guard | Keeper");

        Assert.Equal(
            "bird.Duck.owner: refers to 'Guard', which is no type of the package; if it takes a string there, add 'Guard' to 'references' of pond.json.",
            Assert.Single(_pond.Problems()));
    }

    [Fact]
    public void Refuses_a_nested_type_and_an_enumeration_that_are_not_declared()
    {
        _pond.Change(PondFiles.Duck, "inputs.bird.Document", "inputs.bird.Paper").Change(PondFiles.Duck, "enums.bird.Size", "enums.bird.Length");

        Assert.Equal(
            [
                "bird.Duck.document: refers to the nested type 'bird.Paper', which the package does not declare; leave the member out with 'omit' of pond.json.",
                "bird.Duck.size: refers to the enumeration 'bird.Length', which is no enumeration of strings; leave the member out with 'omit' of pond.json.",
            ],
            _pond.Problems());
    }

    [Fact]
    public void Refuses_a_type_it_has_no_rule_for()
    {
        _pond.Change(PondFiles.Duck, "note?: any;", "note?: () => void;");

        Assert.StartsWith("bird.Duck.note: its type is function, which the generator does not know;", Assert.Single(_pond.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_two_classes_with_one_name()
    {
        _pond.Put("npm/@acme/pond/bird/duckArgs.d.ts", "export declare class DuckArgs extends pulumi.CustomResource { }")
            .Put("npm/@acme/pond/bird/duckArgs.js", "static __pulumiType = 'pond:bird/duckArgs:DuckArgs';")
            .Change(PondFiles.List, "\"bird:Duck\"", "\"bird:Duck\", \"bird:DuckArgs\"");

        Assert.Equal(
            "bird.DuckArgs: its class Acme.Pond.Birds.DuckArgs is generated twice; leave one of the two out of pond.json.",
            Assert.Single(_pond.Problems()));
    }

    [Fact]
    public void Refuses_entries_of_the_list_that_do_nothing()
    {
        _pond.Change(PondFiles.List, "\"bird\": \"Birds\"", "\"bird\": \"Birds\", \"fish\": \"Fish\"")
            .Change(PondFiles.List, "\"DuckName\"", "\"DuckName\", \"bird.Duck.beak\": \"Bill\"")
            .Change(PondFiles.List, "[\"bird.DuckFeed.recipe\"]", "[\"bird.DuckFeed.recipe\", \"bird.DuckFeed.price\"]")
            .Change(PondFiles.List, "[\"Keeper\"]", "[\"Keeper\", \"Guard\"]")
            .Change(PondFiles.List, "[\"bird.Duck.tree\"]", "[\"bird.Duck.tree\", \"bird.Duck.bush\"]");

        Assert.Equal(
            [
                "pond.json: 'modules' has 'fish', which no generated class is in; remove it.",
                "pond.json: 'names' has 'bird.Duck.beak', which is no member of a generated class; correct or remove it.",
                "pond.json: 'omit' has 'bird.Duck.bush', which is no member of a generated class; correct or remove it.",
                "pond.json: 'references' has 'Guard', which no generated class refers to; remove it.",
                "pond.json: 'secrets' has 'bird.DuckFeed.price', which is no member of a generated class; correct or remove it.",
            ],
            _pond.Problems());
    }

    [Fact]
    public void Refuses_an_entry_that_is_there_twice_or_has_no_module()
    {
        _pond.Change(PondFiles.List, "\"bird:Duck\"", "\"bird:Duck\", \"bird:Duck\", \"Goose\", \"bird:\"");

        Assert.Equal(
            [
                "pond.json: 'resources' has 'Goose'; an entry is 'module:Name', or ':Name' in the root.",
                "pond.json: 'resources' has 'bird:'; an entry is 'module:Name', or ':Name' in the root.",
                "pond.json: 'resources' has 'bird:Duck' twice; keep one.",
            ],
            _pond.Problems());
    }

    [Fact]
    public void Refuses_a_key_it_does_not_know_in_the_list()
    {
        _pond.Change(PondFiles.List, "\"omit\"", "\"omitt\"");

        Assert.Contains("'omitt'", Assert.Single(_pond.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_package_of_another_version()
    {
        _pond.Change(PondFiles.List, "1.2.3", "1.2.4");

        Assert.EndsWith("is version 1.2.3, but the list asks for 1.2.4; run sdk/generator/fetch.", Assert.Single(_pond.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_package_that_is_not_there()
    {
        _pond.Change(PondFiles.List, "@acme/pond", "@acme/lake");

        Assert.EndsWith("no npm package there; fetch it with sdk/generator/fetch, or name another folder with --npm.", Assert.Single(_pond.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_everything_that_is_wrong_at_once()
    {
        _pond.Change(PondFiles.Numbers, "bird.Duck.weight double\n", "")
            .Change(PondFiles.Duck, "string | Keeper", "string | Guard")
            .Change(PondFiles.List, "\"bird.Duck.duck\"", "\"bird.Duck.drake\"");

        Assert.Equal(
            ["bird.Duck.duck", "bird.Duck.owner", "bird.Duck.weight", "pond.json", "pond.json"],
            _pond.Problems().Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]));
    }

    public void Dispose() => _pond.Dispose();
}
