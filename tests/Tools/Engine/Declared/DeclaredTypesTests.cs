using Platform.Engine.Declared;
using Platform.Engine.Metadata;

namespace Platform.Tests.Tools.Engine.Declared;

/// <summary>What a program's own packages tell of types that the engine has no metadata of.</summary>
public sealed class DeclaredTypesTests : IDisposable
{
    private const string Duck = "acme:pond/duck:Duck";

    private readonly Installed _installed = new();

    public void Dispose() => _installed.Dispose();

    [Fact]
    public void Reads_the_inputs_the_outputs_and_the_secrets_of_a_resource()
    {
        var facts = Types().Resource(Duck, "1.2.0")!;

        Assert.Equal("@pulumi/acme 1.2.0", facts.Source);
        Assert.Equal(["chip", "color", "feed", "name", "swims"], facts.Inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["feed"], facts.Inputs.Where(input => !input.Value.Optional).Select(input => input.Key));
        Assert.Equal((ShapeKind.Number, ShapeKind.Boolean), (facts.Outputs["weight"].Kind, facts.Outputs["swims"].Kind));
        Assert.True(facts.Outputs["chip"].Optional);
        Assert.True(facts.IsComputed("arn"));
        Assert.Equal(["chip", "token"], facts.Secrets.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reads_only_the_nested_types_that_are_asked_for()
    {
        var types = Types();
        var nest = types.Object(types.Resource(Duck, null)!.Outputs["nests"].Item.Name!)!;

        Assert.Equal(["address", "eggs", "parents"], nest.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(nest.Inputs);
        Assert.Equal(["brown", "white"], types.Enumeration("@pulumi/acme 1.2.0#pond/Color")!.Order(StringComparer.Ordinal));
        Assert.NotNull(types.Object("@pulumi/acme 1.2.0#pond/deep/Fish"));
        Assert.NotNull(types.Object("@pulumi/acme 1.2.0#/Loose"));
        Assert.Null(types.Object("@pulumi/acme 1.2.0#pond/Absent"));
        Assert.Null(types.Object("aws:ec2/Whatever"));
    }

    [Fact]
    public void Reads_the_arguments_and_the_result_of_a_function()
    {
        var facts = Types().Function("acme:pond/getDuck:getDuck", "1.2.0")!;

        Assert.Equal("name", Assert.Single(facts.Inputs).Key);
        Assert.Equal(["id", "name", "nests", "weight"], facts.Outputs.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("acme:pond/goose:Goose")]
    [InlineData("acme:pond/getGoose:getGoose")]
    [InlineData("other:pond/duck:Duck")]
    [InlineData("acme:pond:Duck:more")]
    [InlineData("acme:../../secret:Duck")]
    [InlineData("acme:pond/../pond/duck:Duck")]
    [InlineData("acme:/etc/passwd:Duck")]
    [InlineData("acme:pond/duck:../duck")]
    [InlineData("../acme:pond/duck:Duck")]
    [InlineData("acme:pond/duck:Duck\n")]
    [InlineData("acme:pond\0/duck:Duck")]
    [InlineData("::")]
    [InlineData("")]
    public void Knows_nothing_of_any_other_token(string token)
    {
        var types = Types();

        Assert.Null(types.Resource(token, null));
        Assert.Null(types.Function(token, null));
        Assert.Empty(types.Assumptions());
    }

    [Theory]
    [InlineData("acme:index/duck:Duck", "duck")]
    [InlineData("acme:index:Duck", "duck")]
    [InlineData("acme:storage/v2:Duck", "storage/v2/duck")]
    [InlineData("acme:rbac.authorization.k8s.io/v1:Duck", "rbac/v1/duck")]
    [InlineData("acme:elsewhere/duck:Duck", "moved/here/duck")]
    public void Finds_a_type_wherever_the_package_keeps_it(string token, string file)
    {
        _installed.Put($"node_modules/@pulumi/acme/{file}.d.ts", "export declare class Duck extends pulumi.CustomResource { readonly song: pulumi.Output<string>; }")
            .Put($"node_modules/@pulumi/acme/{file}.js", $"Duck.__pulumiType = '{token}';");

        Assert.Equal("song", Assert.Single(Types().Resource(token, null)!.Outputs).Key);
    }

    [Fact]
    public void Says_once_for_each_package_what_was_read_there()
    {
        var types = Types();
        types.Resource(Duck, "1.2.0");
        types.Resource(Duck, null);
        types.Function("acme:pond/getDuck:getDuck", "1.2.0");

        var said = Assert.Single(types.Assumptions());
        Assert.Equal(("@pulumi/acme 1.2.0", "declarations"), (said.Subject, said.Kind));
        Assert.StartsWith("types of acme:pond/duck:Duck, acme:pond/getDuck:getDuck;", said.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_many_at_once()
    {
        var types = Types();

        Parallel.For(0, 200, _ => Assert.NotNull(types.Object(types.Resource(Duck, "1.2.0")!.Outputs["feed"].Name!)));
    }

    private DeclaredTypes Types() => new(_installed.Package().Program);
}
