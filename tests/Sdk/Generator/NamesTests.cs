using Platform.Declarations.Schema;
using Platform.SdkGenerator.CSharp;
using Platform.SdkGenerator.CSharp.Naming;
using Platform.SdkGenerator.Schema;
using Platform.SdkGenerator;

namespace Platform.Tests.Sdk.Generator;

public class NamesTests
{
    private readonly Problems _problems = new();

    [Theory]
    [InlineData("cidrBlock", "CidrBlock")]
    [InlineData("clientIP", "ClientIP")]
    [InlineData("AWS", "AWS")]
    [InlineData("song-text", "SongText")]
    [InlineData("x-kubernetes-map-type", "XKubernetesMapType")]
    [InlineData("$ref", "Ref")]
    public void Spells_a_member_with_an_upper_case_letter_first(string wire, string expected) =>
        Assert.Equal(expected, Names.Pascal(wire));

    [Fact]
    public void Puts_bridged_modules_below_the_package_as_the_list_cases_them()
    {
        var names = Bridged();

        Assert.Equal("Pulumi.Aws.LB", names.Namespace("lb"));
        Assert.Equal("Pulumi.Aws", names.Namespace(""));
        Assert.Equal("Pulumi.Aws.LB.Inputs", names.TypesNamespace("lb", ObjectRole.Input));
        Assert.Equal("Pulumi.Aws.LB.Inputs", names.TypesNamespace("lb", ObjectRole.FunctionInput));
        Assert.Equal("Pulumi.Aws.LB.Outputs", names.TypesNamespace("lb", ObjectRole.Output));
        Assert.Equal("Pulumi.Aws.Outputs", names.TypesNamespace("", ObjectRole.Result));
        Assert.Equal("Pulumi.Aws.LB", names.ArgumentsNamespace(Resource("lb", ResourceKind.Custom)));
        Assert.Empty(_problems.Lines);
    }

    [Fact]
    public void Puts_kubernetes_arguments_and_types_below_types()
    {
        var names = Kubernetes();

        Assert.Equal("Pulumi.Kubernetes.Core.V1", names.Namespace("core/v1"));
        Assert.Equal("Pulumi.Kubernetes.Types.Inputs.Core.V1", names.TypesNamespace("core/v1", ObjectRole.Input));
        Assert.Equal("Pulumi.Kubernetes.Types.Outputs.Core.V1", names.TypesNamespace("core/v1", ObjectRole.Output));
        Assert.Equal("Pulumi.Kubernetes.Types.Inputs.Core.V1", names.ArgumentsNamespace(Resource("core/v1", ResourceKind.Custom)));
    }

    [Fact]
    public void Keeps_the_arguments_of_the_kubernetes_provider_in_the_root_and_its_settings_below_provider()
    {
        var names = Kubernetes();

        Assert.Equal("Pulumi.Kubernetes", names.ArgumentsNamespace(Resource("", ResourceKind.Provider)));
        Assert.Equal("Pulumi.Kubernetes.Types.Inputs.Provider", names.TypesNamespace("", ObjectRole.Input));
    }

    [Theory]
    [InlineData("VpcFoo", "Input", "VpcFooArgs")]
    [InlineData("GetAmiFilter", "PlainInput", "GetAmiFilterArgs")]
    [InlineData("GetAmiFilterArgs", "FunctionInput", "GetAmiFilterInputArgs")]
    [InlineData("GetAmiFilter", "FunctionInput", "GetAmiFilterInputArgs")]
    [InlineData("VpcFoo", "Output", "VpcFoo")]
    [InlineData("GetAmiFilter", "Result", "GetAmiFilterResult")]
    public void Names_a_nested_class_after_its_use(string name, string role, string expected) =>
        Assert.Equal(expected, Names.Class(name, Enum.Parse<ObjectRole>(role)));

    [Fact]
    public void Takes_a_listed_name_over_the_usual_one()
    {
        var names = new Names(List() with { Names = new() { ["s3.Bucket.bucket"] = "BucketName" } }, _problems);

        Assert.Equal("BucketName", Assert.Single(names.Members([Text("bucket")], "s3.Bucket", "Bucket")).Name);
        Assert.Empty(_problems.Lines);
    }

    [Fact]
    public void Refuses_a_member_named_like_its_class_and_shows_the_way_out()
    {
        Bridged().Members([Text("bucket")], "s3.Bucket", "Bucket");

        Assert.Equal(
            "s3.Bucket.bucket: has no C# name: 'Bucket' is the name of the class around it; "
            + "add \"s3.Bucket.bucket\": \"OtherName\" to 'names' of aws.json, with the official name if it has one.",
            Assert.Single(_problems.Lines));
    }

    [Fact]
    public void Refuses_a_member_the_class_has_already()
    {
        Bridged().Members([Text("urn")], "a.B", "B", "Urn");

        Assert.StartsWith("a.B.urn: has no C# name: 'Urn' is a member the class has already;", Assert.Single(_problems.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_two_members_with_one_name()
    {
        Bridged().Members([Text("song-text"), Text("songText")], "a.B", "B");

        Assert.StartsWith("a.B.songText: has no C# name: 'SongText' is also the name of 'song-text';", Assert.Single(_problems.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Hides_a_member_of_object_as_the_official_package_does()
    {
        var named = Assert.Single(Bridged().Members([Text("equals")], "a.B", "B"));

        Assert.Equal(("Equals", "public new"), (named.Name, named.Access));
        Assert.Empty(_problems.Lines);
    }

    [Fact]
    public void Leaves_an_omitted_member_out() =>
        Assert.Empty(Bridged().Members([Text("b") with { Omitted = true }], "a.B", "B"));

    [Fact]
    public void Refuses_a_module_whose_casing_is_not_listed()
    {
        Bridged().Namespace("sfn");

        Assert.Equal(
            "aws.json: the module 'sfn' has no C# name; add \"sfn\": \"Sfn\" to 'modules', cased as in the official namespace.",
            Assert.Single(_problems.Lines));
    }

    [Theory]
    [InlineData("NodeJS22dX", "NodeJS22dX")]
    [InlineData("python3_9", "Python3_9")]
    [InlineData("a b--c", "A_b_c")]
    [InlineData("3xl", "Size_3xl")]
    [InlineData("_default", "Size_default")]
    [InlineData("Equals", "EqualsValue")]
    public void Names_a_value_of_an_enumeration(string name, string expected) =>
        Assert.Equal(expected, EnumerationWriter.Member(name, "Size"));

    private Names Bridged() => new(List(), _problems);

    private Names Kubernetes() => new(
        List() with { Namespace = "Pulumi.Kubernetes", Kubernetes = true, Modules = new() { ["core"] = "Core", ["v1"] = "V1" } }, _problems);

    private static PackageList List() => new()
    {
        File = "aws.json",
        Npm = "@pulumi/aws",
        Version = "7.48.0",
        Namespace = "Pulumi.Aws",
        Folder = "sdk/Aws",
        Modules = new() { ["lb"] = "LB" },
    };

    private static ResourceModel Resource(string module, ResourceKind kind) => new(module, "R", "t", kind) { Inputs = [], Outputs = [] };

    private static Member Text(string name) => new(name, new PrimitiveType(PrimitiveKind.String), Optional: true);
}
