using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Serialization;

namespace Platform.Tests.Sdk.Runtime.Values;

/// <summary>What becomes of values that come over the wire.</summary>
public class DeserializationTests
{
    private const string Sig = "4dabf18193072939515e22adb298388d";
    private const string Secret = "\"" + Sig + "\": \"1b47061264138c4ac30d75fd1eb44270\"";
    private const string AssetMark = "\"" + Sig + "\": \"c44067f5952c0a294b673a41bacd8c17\"";
    private const string ArchiveMark = "\"" + Sig + "\": \"0def7320c3a5731c473e5ecbe6d01bc7\"";
    private const string ResourceMark = "\"" + Sig + "\": \"5cf8f73096256a8f31e491e813e4eb8e\"";
    private const string OutputMark = "\"" + Sig + "\": \"d0e6a833031e9bbcd3f4e8bde6ca49a4\"";
    private const string Unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

    [DiscriminatedUnionDiscriminator("kind")]
    [DiscriminatedUnionCase("cat", typeof(Cat))]
    [DiscriminatedUnionCase("dog", typeof(Dog))]
    public interface IPet;

    public static TheoryData<Type, string, object?> Values() => new()
    {
        { typeof(bool), "true", true },
        { typeof(int), "42", 42 },
        { typeof(double), "1.5", 1.5 },
        { typeof(string), "\"x\"", "x" },
        { typeof(bool), "null", false },
        { typeof(int), "null", 0 },
        { typeof(string), "null", null },
        { typeof(int?), "null", null },
        { typeof(int?), "3", 3 },
        { typeof(bool?), "false", false },
        { typeof(object), "1", 1.0 },
        { typeof(object), "\"x\"", "x" },
        { typeof(Union<int, string>), "\"x\"", Union<int, string>.FromT1("x") },
        { typeof(Union<int, string>), "5", Union<int, string>.FromT0(5) },
        { typeof(SerializationTests.Size), "7", SerializationTests.Size.Large },
        { typeof(Colour), "\"green\"", Colour.Green },
        { typeof(Level), "2.5", Level.High },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Reads(Type type, string json, object? expected)
    {
        var (value, conversion) = Read(type, json);

        Assert.Equal(expected, value);
        Assert.Empty(conversion.Problems);
        Assert.True(conversion.IsKnown);
        Assert.False(conversion.IsSecret);
    }

    [Fact]
    public void Reads_collections()
    {
        Assert.Equal(["a", "b"], ((ImmutableArray<string>)Read(typeof(ImmutableArray<string>), """["a","b"]""").Value!).ToArray());
        Assert.Equal(1, ((ImmutableDictionary<string, int>)Read(typeof(ImmutableDictionary<string, int>), """{"a":1,"__defaults":[]}""").Value!).Single().Value);
        Assert.True(((ImmutableArray<string>)Read(typeof(ImmutableArray<string>), "null").Value!).IsDefault);
        var any = (ImmutableDictionary<string, object?>)Read(typeof(object), """{"a":[1,null,{"b":true}]}""").Value!;
        var list = (ImmutableArray<object?>)any["a"]!;
        Assert.Equal(1.0, list[0]);
        Assert.Null(list[1]);
        Assert.Equal(true, ((ImmutableDictionary<string, object?>)list[2]!)["b"]);
    }

    [Fact]
    public void Reads_json()
    {
        var json = (JsonElement)Read(typeof(JsonElement), """{"a":[1]}""").Value!;

        Assert.Equal(1, json.GetProperty("a")[0].GetInt32());
    }

    [Fact]
    public void Reads_output_types_by_their_constructor()
    {
        var chip = (Chip)Read(typeof(Chip), """{"serial":"s","ignored":1}""").Value!;

        Assert.Equal(("s", null), (chip.Serial, chip.Owner));
        var tree = (Tree)Read(typeof(Tree), """{"class":"root","children":[{"class":"leaf"}]}""").Value!;
        Assert.Equal("leaf", tree.Children[0].Class);
    }

    [Fact]
    public void Chooses_a_member_of_a_discriminated_union()
    {
        Assert.Equal(9, ((Cat)Read(typeof(IPet), """{"kind":"cat","lives":9}""").Value!).Lives);
        Assert.IsType<Dog>(Read(typeof(IPet), """{"kind":"dog"}""").Value);
        Assert.Contains("'kind' to be one of 'cat', 'dog' but got 'cow'", Read(typeof(IPet), """{"kind":"cow"}""").Conversion.Problems.Single(), StringComparison.Ordinal);
    }

    public static TheoryData<string, Type> Assets() => new()
    {
        { $$"""{ {{AssetMark}}, "text": "x" }""", typeof(StringAsset) },
        { $$"""{ {{AssetMark}}, "path": "x" }""", typeof(FileAsset) },
        { $$"""{ {{AssetMark}}, "uri": "x" }""", typeof(RemoteAsset) },
        { $$"""{ {{ArchiveMark}}, "path": "x" }""", typeof(FileArchive) },
        { $$"""{ {{ArchiveMark}}, "uri": "x" }""", typeof(RemoteArchive) },
        { $$"""{ {{ArchiveMark}}, "assets": { "f": { {{AssetMark}}, "text": "x" } } }""", typeof(AssetArchive) },
    };

    [Theory]
    [MemberData(nameof(Assets))]
    public void Reads_assets_and_archives(string json, Type expected)
    {
        Assert.IsType(expected, Read(typeof(AssetOrArchive), json).Value);
        Assert.IsType(expected, Read(typeof(object), json).Value);
    }

    public static TheoryData<string, bool, bool> Marked() => new()
    {
        { $$"""{ {{Secret}}, "value": ["x"] }""", true, true },
        { $$"""[{ {{Secret}}, "value": "x" }]""", true, true },
        { Unknown, false, false },
        { $$"""["a", {{Unknown}}]""", false, false },
        { $$"""{ {{Secret}}, "value": {{Unknown}} }""", false, true },
        { $$"""{ {{OutputMark}}, "value": ["x"], "secret": true }""", true, true },
        { $$"""{ {{OutputMark}}, "secret": true }""", false, true },
        { $$"""{ {{OutputMark}}, "value": null }""", true, false },
    };

    [Theory]
    [MemberData(nameof(Marked))]
    public void Marks_of_any_part_become_those_of_the_whole(string json, bool isKnown, bool isSecret)
    {
        var (_, conversion) = Read(typeof(ImmutableArray<string>), json);

        Assert.Equal((isKnown, isSecret), (conversion.IsKnown, conversion.IsSecret));
        Assert.Empty(conversion.Problems);
    }

    [Fact]
    public async Task An_output_inside_a_value_keeps_its_marks_to_itself()
    {
        var (value, conversion) = Read(typeof(ImmutableArray<Output<string>>), $$"""["a", { {{Secret}}, "value": "b" }]""");

        Assert.False(conversion.IsSecret);
        Assert.True(await Output.IsSecretAsync(((ImmutableArray<Output<string>>)value!)[1]));
    }

    [Fact]
    public void Names_the_dependencies_of_output_values()
    {
        var (_, conversion) = Read(typeof(string), $$"""{ {{OutputMark}}, "value": "x", "dependencies": ["urn:pulumi:s::p::t:m:T::n"] }""");

        Assert.Equal(1, conversion.Dependencies.Count);
    }

    public static TheoryData<Type, string, string> Mismatches() => new()
    {
        { typeof(string), "1", "Expected System.String but got System.Double deserializing it" },
        { typeof(int), "\"x\"", "Expected System.Int32 but got System.String deserializing it" },
        { typeof(bool), "[]", "Expected System.Boolean but got a list deserializing it" },
        { typeof(int), "3000000000", "3000000000 does not fit the System.Int32 of it" },
        { typeof(Asset), "{}", "Expected Pulumi.Asset but got an object deserializing it" },
        { typeof(Chip), "\"x\"", "Expected Platform.Tests.Sdk.Runtime.Chip but got System.String deserializing it" },
    };

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void Warns_of_a_value_of_the_wrong_type(Type type, string json, string expected)
    {
        var (value, conversion) = Read(type, json);

        Assert.Equal([expected], conversion.Problems);
        Assert.Equal(type.IsValueType ? Activator.CreateInstance(type) : null, value);
    }

    [Theory]
    [InlineData(typeof(long))]
    [InlineData(typeof(DateTime))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(ImmutableDictionary<int, string>))]
    public void Refuses_types_that_no_value_can_have(Type type) =>
        Assert.Contains("is not a type that an output can have", Assert.Throws<InvalidOperationException>(() => ValueConverter.For(type)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_type_is_a_warning_to_the_user_and_a_default_to_the_program()
    {
        Duck? duck = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = request =>
        {
            var answer = ScriptedEngine.Created(request);
            answer.Object.Fields["legs"] = Wire.Value("\"two\"");
            return Task.FromResult(answer);
        };

        var result = await engine.RunAsync(() => duck = new Duck("donald"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0, await Pulumi.Utilities.OutputUtilities.GetValueAsync(duck!.Legs));
        Assert.Contains("Expected System.Int32 but got System.String", Assert.Single(engine.Logs, log => log.Message.Length > 0).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("1.2.3", true)]
    [InlineData("1.0.0", true)]
    [InlineData("2.0.0", false)]
    public async Task A_reference_becomes_an_instance_of_the_class_for_its_type(string version, bool hasClass)
    {
        const string Urn = "urn:pulumi:stack::project::acme:pond/duck:Duck::friend";
        Duck? duck = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnInvoke = _ => new() { Return = Wire.Struct($$"""{ "urn": "{{Urn}}", "id": "f-1", "state": { "feed": "corn" } }""") };
        engine.OnRegister = request =>
        {
            var answer = ScriptedEngine.Created(request);
            answer.Object.Fields["anything"] = Wire.Value($$"""{ {{ResourceMark}}, "urn": "{{Urn}}", "id": "f-1", "packageVersion": "{{version}}" }""");
            return Task.FromResult(answer);
        };

        await engine.RunAsync(() => duck = new Duck("donald"));

        var friend = await Pulumi.Utilities.OutputUtilities.GetValueAsync(duck!.Anything);
        if (hasClass)
        {
            Assert.Equal("corn", await Pulumi.Utilities.OutputUtilities.GetValueAsync(Assert.IsType<Duck>(friend).Feed));
        }
        else
        {
            Assert.Equal(Urn, await Pulumi.Utilities.OutputUtilities.GetValueAsync(Assert.IsType<DependencyResource>(friend).Urn));
        }
    }

    private static (object? Value, Conversion Conversion) Read(Type type, string json)
    {
        var conversion = new Conversion("it");
        return (ValueConverter.For(type).Convert(Wire.Value(json), conversion), conversion);
    }

    [OutputType]
    public sealed class Cat(int lives) : IPet
    {
        public int Lives { get; } = lives;
    }

    [OutputType]
    public sealed class Dog : IPet;

    [OutputType]
    public sealed class Tree
    {
        public Tree([OutputConstructorParameter("class")] string @class, ImmutableArray<Tree> children)
        {
            Class = @class;
            Children = children;
        }

        public string Class { get; }

        public ImmutableArray<Tree> Children { get; }
    }
}
