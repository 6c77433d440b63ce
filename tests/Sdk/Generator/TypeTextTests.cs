using Platform.Declarations.Schema;
using Platform.SdkGenerator.CSharp;
using Platform.SdkGenerator.Schema;
using Platform.SdkGenerator;

namespace Platform.Tests.Sdk.Generator;

public class TypeTextTests
{
    private static readonly PrimitiveType Text = new(PrimitiveKind.String);
    private static readonly PrimitiveType Whole = new(PrimitiveKind.Integer);

    private readonly TypeText _types = Types();

    [Theory]
    [InlineData("Pulumi.Aws.Ec2", "Pulumi.Aws.Ec2", "Vpc")]
    [InlineData("Pulumi.Aws.Ec2.Inputs", "Pulumi.Aws.Ec2", "Inputs.Vpc")]
    [InlineData("Pulumi.Aws.Ec2", "Pulumi.Aws.Ec2.Inputs", "Vpc")]
    [InlineData("Pulumi.Aws.S3.Inputs", "Pulumi.Aws.Ec2.Inputs", "S3.Inputs.Vpc")]
    [InlineData("Pulumi.Aws.Inputs", "Pulumi.Aws.Ec2", "global::Pulumi.Aws.Inputs.Vpc")]
    public void Leaves_out_of_a_path_what_a_reader_and_the_compiler_know(string ns, string from, string expected) =>
        Assert.Equal(expected, _types.Reference(ns, "Vpc", from));

    [Fact]
    public void Spells_inputs()
    {
        Assert.Equal("Input<string>", Spell(new InputType(Text)));
        Assert.Equal("InputList<string>", Spell(new InputType(new ListType(new InputType(Text)))));
        Assert.Equal("InputMap<ImmutableArray<int>>", Spell(new InputType(new MapType(new InputType(new ListType(new InputType(Whole)))))));
        Assert.Equal("Input<Inputs.RuleArgs>", Spell(new InputType(new ObjectType("ec2", "Rule"))));
    }

    [Fact]
    public void Spells_a_union_of_two_in_its_own_order_and_of_more_as_object()
    {
        Assert.Equal("InputUnion<int, string>", Spell(new InputType(new UnionType([Whole, Text]))));
        Assert.Equal("object", Spell(new InputType(new UnionType([Whole, Text, new PrimitiveType(PrimitiveKind.Boolean)]))));
        Assert.Equal("Input<string>", Spell(new InputType(new UnionType([Text, new InputType(Text)]))));
        Assert.Equal("InputList<Union<string, int>>", Spell(new InputType(new ListType(new InputType(new UnionType([Text, Whole]))))));
    }

    [Fact]
    public void Spells_an_enumeration_that_takes_any_string_as_a_string_in_outputs()
    {
        var relaxed = new UnionType([Text, new EnumerationType("ec2", "Kind")]);

        Assert.Equal("InputUnion<string, Kind>", Spell(new InputType(relaxed)));
        Assert.Equal("string", _types.Spell(relaxed, ObjectRole.Output, "Pulumi.Aws.Ec2"));
        Assert.Equal("Kind", _types.Spell(new EnumerationType("ec2", "Kind"), ObjectRole.Output, "Pulumi.Aws.Ec2"));
    }

    [Fact]
    public void Spells_collections_as_what_the_place_needs()
    {
        var list = new ListType(new MapType(Text));

        Assert.Equal("ImmutableArray<ImmutableDictionary<string, string>>", _types.Spell(list, ObjectRole.Output, "Pulumi.Aws.Ec2"));
        Assert.Equal("List<ImmutableDictionary<string, string>>", _types.Spell(list, ObjectRole.PlainInput, "Pulumi.Aws.Ec2", mutable: true));
    }

    [Theory]
    [InlineData("Boolean", "bool")]
    [InlineData("Integer", "int")]
    [InlineData("Number", "double")]
    [InlineData("Any", "object")]
    [InlineData("Archive", "Archive")]
    [InlineData("Asset", "AssetOrArchive")]
    public void Spells_a_primitive(string kind, string expected) =>
        Assert.Equal(expected, Spell(new PrimitiveType(Enum.Parse<PrimitiveKind>(kind))));

    private string Spell(SchemaType type) => _types.Spell(type, ObjectRole.Input, "Pulumi.Aws.Ec2");

    private static TypeText Types()
    {
        var list = new PackageList
        {
            Npm = "@pulumi/aws",
            Version = "1.0.0",
            Namespace = "Pulumi.Aws",
            Folder = "sdk/Aws",
            Modules = new() { ["ec2"] = "Ec2", ["s3"] = "S3" },
        };
        return new(list, new(list, new Problems()), new PackageModel([], [], [Rule("ec2"), Rule("s3"), Rule("")], []));

        static ObjectModel Rule(string module) => new(ObjectRole.Input, module, "Rule", []);
    }
}
