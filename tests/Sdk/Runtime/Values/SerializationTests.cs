using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace Platform.Tests.Sdk.Runtime.Values;

/// <summary>What each kind of value looks like on the wire.</summary>
public class SerializationTests
{
    private const string Sig = "4dabf18193072939515e22adb298388d";
    private const string SecretSig = "1b47061264138c4ac30d75fd1eb44270";
    private const string AssetSig = "c44067f5952c0a294b673a41bacd8c17";
    private const string ArchiveSig = "0def7320c3a5731c473e5ecbe6d01bc7";
    private const string ResourceSig = "5cf8f73096256a8f31e491e813e4eb8e";
    private const string OutputSig = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    private const string Unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

    public enum Size
    {
        Small,
        Large = 7,
    }

    public enum Wide : long
    {
        One = 1,
    }

    public static TheoryData<string, Func<object?>, string> Values() => new()
    {
        { "true", () => true, "true" },
        { "int", () => 42, "42" },
        { "double", () => 1.5, "1.5" },
        { "string", () => "text", "\"text\"" },
        { "empty string", () => "", "\"\"" },
        { "short", () => (short)7, "7" },
        { "float as it is written", () => 0.1f, "0.1" },
        { "long that fits", () => 1L << 53, "9007199254740992" },
        { "decimal that fits", () => 0.1m, "0.1" },
        { "enum by its number", () => Size.Large, "7" },
        { "string enum", () => Colour.Green, "\"green\"" },
        { "number enum", () => Level.High, "2.5" },
        { "list", () => new List<object?> { 1, "a", null }, """[ 1, "a", null ]""" },
        { "array", () => new[] { "a", "b" }, """[ "a", "b" ]""" },
        { "default immutable array", () => default(ImmutableArray<string>), "[ ]" },
        { "dictionary without its nulls", () => new Dictionary<string, object?> { ["b"] = 1, ["a"] = null }, """{ "b": 1 }""" },
        { "dictionary in order", () => new Dictionary<string, int> { ["b"] = 1, ["A"] = 2, ["a"] = 3 }, """{ "A": 2, "a": 3, "b": 1 }""" },
        { "immutable dictionary", () => ImmutableDictionary<string, int>.Empty.Add("k", 1), """{ "k": 1 }""" },
        { "arguments", () => new ChipArgs { Serial = "s" }, """{ "serial": "s" }""" },
        { "output type", () => Made("s", "o"), """{ "serial": "s", "owner": "o" }""" },
        { "json element", () => JsonElement.Parse("""{"a":[1,null,true,"x"]}"""), """{ "a": [ 1, null, true, "x" ] }""" },
        { "json document", () => JsonDocument.Parse("[1]"), "[ 1 ]" },
        { "union", () => Union<int, string>.FromT1("x"), "\"x\"" },
        { "input", () => (Input<string>)"x", "\"x\"" },
        { "input list", () => new InputList<int> { 1, Output.Create(2) }, "[ 1, 2 ]" },
        { "input list from an output", () => (InputList<int>)Output.Create(new[] { 1, 2 }), "[ 1, 2 ]" },
        { "input list of lists", () => new InputList<ImmutableArray<int>> { ImmutableArray.Create(1) }, "[ [ 1 ] ]" },
        { "input map", () => new InputMap<int> { ["b"] = 1, ["a"] = Output.Create(2) }, """{ "a": 2, "b": 1 }""" },
        { "input map, last wins", () => new InputMap<int> { { "a", 1 }, { "a", 2 } }, """{ "a": 2 }""" },
        { "input union", () => (InputUnion<string, int>)5, "5" },
        { "input json", () => (InputJson)"""{"a":1}""", """{ "a": 1 }""" },
        { "output of an output's kin", () => Output.Create(new List<int> { 1 }), "[ 1 ]" },
        { "unknown", () => OutputUtilities.CreateUnknown(1), Unknown },
        { "secret", () => Output.CreateSecret("x"), $$"""{ "{{Sig}}": "{{SecretSig}}", "value": "x" }""" },
        { "secret null", () => Output.CreateSecret((string?)null), $$"""{ "{{Sig}}": "{{SecretSig}}", "value": null }""" },
        { "unknown secret keeps its mark", () => Output.CreateSecret(OutputUtilities.CreateUnknown("x")), $$"""{ "{{Sig}}": "{{SecretSig}}", "value": {{Unknown}} }""" },
        { "secret inside a list", () => new InputList<string> { "a", Output.CreateSecret("b") }, $$"""[ "a", { "{{Sig}}": "{{SecretSig}}", "value": "b" } ]""" },
        { "unknown inside a map", () => new InputMap<string> { ["a"] = "1", ["b"] = OutputUtilities.CreateUnknown("x") }, $$"""{ "a": "1", "b": {{Unknown}} }""" },
        { "list with an unknown part", () => new InputList<int> { 1 }.Concat(OutputUtilities.CreateUnknown(new[] { 2 })), Unknown },
        { "text asset", () => new StringAsset("hello"), $$"""{ "{{Sig}}": "{{AssetSig}}", "text": "hello" }""" },
        { "file asset", () => new FileAsset("./a"), $$"""{ "{{Sig}}": "{{AssetSig}}", "path": "./a" }""" },
        { "remote asset", () => new RemoteAsset("https://a"), $$"""{ "{{Sig}}": "{{AssetSig}}", "uri": "https://a" }""" },
        { "file archive", () => new FileArchive("./a"), $$"""{ "{{Sig}}": "{{ArchiveSig}}", "path": "./a" }""" },
        { "remote archive", () => new RemoteArchive("https://a"), $$"""{ "{{Sig}}": "{{ArchiveSig}}", "uri": "https://a" }""" },
        {
            "archive of assets",
            () => new AssetArchive(new Dictionary<string, AssetOrArchive> { ["f"] = new StringAsset("x") }),
            $$"""{ "{{Sig}}": "{{ArchiveSig}}", "assets": { "f": { "{{Sig}}": "{{AssetSig}}", "text": "x" } } }"""
        },
        {
            "resource",
            () => new Duck("friend"),
            $$"""{ "{{Sig}}": "{{ResourceSig}}", "urn": "urn:pulumi:stack::project::acme:pond/duck:Duck::friend", "id": "friend-id" }"""
        },
        {
            "component",
            () => new Pond("pond"),
            $$"""{ "{{Sig}}": "{{ResourceSig}}", "urn": "urn:pulumi:stack::project::acme:index:Pond::pond" }"""
        },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Writes(string what, Func<object?> value, string expected)
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() => new Duck("donald", new() { Raw = value() }));

        Assert.True(result.ExitCode == 0, $"{what}: {string.Join('\n', engine.Errors)}");
        Assert.Equal(expected, engine.Only("donald").Object.Fields["raw"].ToString());
    }

    public static TheoryData<string, Func<object?>> Nothings() => new()
    {
        { "null", () => null },
        { "output of null", () => Output.Create((string?)null) },
        { "empty tuple", () => default(ValueTuple) },
    };

    [Theory]
    [MemberData(nameof(Nothings))]
    public async Task Leaves_out(string what, Func<object?> value)
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => new Duck("donald", new() { Raw = value() }));

        Assert.False(engine.Only("donald").Object.Fields.ContainsKey("raw"), what);
    }

    public static TheoryData<string, Func<object?>, string> Refused() => new()
    {
        { "date", () => DateTime.UnixEpoch, "System.DateTime is not a supported argument type." },
        { "guid", () => Guid.Empty, "System.Guid is not a supported argument type." },
        { "set", () => new HashSet<string> { "a" }, "is not a supported argument type." },
        { "enum that is no int", () => Wide.One, "only enumerations based on int are" },
        { "long that does not fit", () => (1L << 53) + 1, "9007199254740993 does not fit a number on the wire" },
        { "decimal that does not fit", () => 0.12345678901234567890m, "0.1234567890123456789" },
        { "task", () => Task.FromResult(1), "Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:" },
        { "numbers as keys", () => new Dictionary<int, int> { [1] = 1 }, "Dictionaries are only supported with string keys" },
        { "deep inside", () => new Dictionary<string, object> { ["a"] = new List<object> { 1, DateTime.UnixEpoch } }, "\n\traw.a[1]" },
        { "required but null", () => new ChipArgs(), "[Input] Platform.Tests.Sdk.Runtime.ChipArgs.Serial is required" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses(string what, Func<object?> value, string expected)
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() => new Duck("donald", new() { Raw = value() }));

        Assert.True(result.ExitCode == 32, what);
        Assert.Contains(expected, Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_property_that_it_cannot_write()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => new Duck("donald", new() { Raw = DateTime.UnixEpoch }));

        Assert.Contains("error serializing property \"raw\": ", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "\"{ \\\"a\\\": 1 }\"")]
    [InlineData("secret", "{ \"" + Sig + "\": \"" + SecretSig + "\", \"value\": \"{ \\\"a\\\": 1 }\" }")]
    [InlineData("unknown", Unknown)]
    public async Task Writes_json_inputs_as_text_with_the_marks_of_their_parts(string kind, string expected)
    {
        Input<object> part = kind switch
        {
            "secret" => Output.CreateSecret<object>(1),
            "unknown" => OutputUtilities.CreateUnknown<object>(1),
            _ => 1,
        };
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => new Duck("donald", new() { Settings = new InputMap<object> { ["a"] = part }.Apply(map => (object)map) }));

        Assert.Equal(expected, engine.Only("donald").Object.Fields["settings"].ToString());
    }

    [Fact]
    public async Task Sends_ids_and_urns_to_an_engine_that_knows_no_references()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Unsupported.Add("resourceReferences");

        await engine.RunAsync(() => new Duck("donald", new() { Raw = new List<Resource> { new Duck("friend"), new Pond("pond") } }));

        Assert.Equal("""[ "friend-id", "urn:pulumi:stack::project::acme:index:Pond::pond" ]""", engine.Only("donald").Object.Fields["raw"].ToString());
    }

    public static TheoryData<string, Func<Duck, object?>, string> OutputValues() => new()
    {
        { "plain", _ => Output.Create("x"), "\"x\"" },
        { "known with dependencies", duck => duck.Id, $$"""{ "{{Sig}}": "{{OutputSig}}", "value": "friend-id", "dependencies": [ "urn:pulumi:stack::project::acme:pond/duck:Duck::friend" ] }""" },
        { "secret", _ => Output.CreateSecret("x"), $$"""{ "{{Sig}}": "{{OutputSig}}", "value": "x", "secret": true }""" },
        { "unknown", _ => OutputUtilities.CreateUnknown("x"), $$"""{ "{{Sig}}": "{{OutputSig}}" }""" },
        { "known null", duck => duck.Id.Apply(_ => (string?)null), $$"""{ "{{Sig}}": "{{OutputSig}}", "value": null, "dependencies": [ "urn:pulumi:stack::project::acme:pond/duck:Duck::friend" ] }""" },
    };

    [Theory]
    [MemberData(nameof(OutputValues))]
    public async Task Keeps_the_marks_of_outputs_for_components_of_plugins(string what, Func<Duck, object?> value, string expected)
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => new Lake("lake", new() { Raw = value(new Duck("friend")) }));

        Assert.True(expected == engine.Only("lake").Object.Fields["raw"].ToString(), $"{what}: {engine.Only("lake").Object.Fields["raw"]}");
    }

    private static Chip Made(string serial, string owner) =>
        (Chip)Activator.CreateInstance(typeof(Chip), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic, null, [serial, owner], null)!;
}

[EnumType]
public readonly struct Colour : IEquatable<Colour>
{
    private readonly string _value;

    private Colour(string value) => _value = value;

    public static Colour Green { get; } = new("green");

    public static explicit operator string(Colour value) => value._value;

    public static bool operator ==(Colour left, Colour right) => left.Equals(right);

    public static bool operator !=(Colour left, Colour right) => !left.Equals(right);

    public bool Equals(Colour other) => _value == other._value;

    public override bool Equals(object? obj) => obj is Colour other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value ?? "");
}

[EnumType]
public readonly struct Level : IEquatable<Level>
{
    private readonly double _value;

    private Level(double value) => _value = value;

    public static Level High { get; } = new(2.5);

    public static explicit operator double(Level value) => value._value;

    public static bool operator ==(Level left, Level right) => left.Equals(right);

    public static bool operator !=(Level left, Level right) => !left.Equals(right);

    public bool Equals(Level other) => _value.Equals(other._value);

    public override bool Equals(object? obj) => obj is Level other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode();
}
