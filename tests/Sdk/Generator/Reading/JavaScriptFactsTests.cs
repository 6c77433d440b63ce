using Platform.Declarations.Npm;
using Platform.Declarations.Schema;
using Platform.SdkGenerator.Reading;
using Platform.SdkGenerator;

namespace Platform.Tests.Sdk.Generator.Reading;

public class JavaScriptFactsTests
{
    [Fact]
    public void Finds_the_token_of_a_resource_and_of_a_function()
    {
        Assert.Equal("aws:ec2/vpc:Vpc", ResourceFacts.Read("static __pulumiType = 'aws:ec2/vpc:Vpc';").Token);
        Assert.Equal("aws:ec2/getAmi:getAmi", ResourceFacts.FunctionToken("""return pulumi.runtime.invoke("aws:ec2/getAmi:getAmi", {"""));
        Assert.Equal("std:index:one", ResourceFacts.FunctionToken("""return pulumi.runtime.invokeSingle("std:index:one", {"""));
        Assert.Null(ResourceFacts.FunctionToken("return 1;"));
    }

    [Fact]
    public void Finds_secret_inputs_and_not_the_same_line_of_a_known_state()
    {
        var facts = ResourceFacts.Read(
            """
            resourceInputs["token"] = state?.token ? pulumi.secret(state?.token) : undefined;
            resourceInputs["password"] = args?.password ? pulumi.secret(args.password) : undefined;
            """);

        Assert.Equal(["password"], facts.SecretInputs);
    }

    [Fact]
    public void Finds_constants_and_tells_them_from_defaults()
    {
        var facts = ResourceFacts.Read(
            """
            resourceInputs["apiVersion"] = "apps/v1";
            resourceInputs["count"] = 3;
            resourceInputs["plain"] = args?.plain;
            resourceInputs["description"] = (args?.description) ?? "Managed by Pulumi";
            resourceInputs["status"] = undefined /*out*/;
            """);

        Assert.Equal([("apiVersion", "\"apps/v1\""), ("count", "3")], facts.Constants);
        Assert.Equal(new Dictionary<string, string> { ["description"] = "\"Managed by Pulumi\"" }, facts.Defaults);
    }

    [Theory]
    [InlineData("""(args?.dry) ?? false""", "false")]
    [InlineData("""pulumi.output((args?.dry) ?? true).apply(JSON.stringify)""", "true")]
    [InlineData("""(args?.dry) ?? "a (b) ) c" """, "\"a (b) ) c\"")]
    [InlineData("""pulumi.output((args?.dry) ?? utilities.getEnvBoolean("A")).apply(JSON.stringify)""", "utilities.getEnvBoolean(\"A\")")]
    [InlineData("""(args?.dry) ?? utilities.getEnv("A", "B")""", "utilities.getEnv(\"A\", \"B\")")]
    public void Cuts_a_default_out_of_what_surrounds_it(string expression, string expected) =>
        Assert.Equal(expected, ResourceFacts.Read($"resourceInputs[\"dry\"] = {expression};").Defaults["dry"].Trim());

    [Fact]
    public void Finds_what_a_resource_gives_its_options()
    {
        var facts = ResourceFacts.Read(
            """
            const aliasOpts = { aliases: [{ type: "a:b:C" }, { type: "a:d:E" }] };
            const secretOpts = { additionalSecretOutputs: ["one", "two"] };
            const replaceOnChanges = { replaceOnChanges: ["three", "four[*].five"] };
            """);

        Assert.Equal(["a:b:C", "a:d:E"], facts.Aliases);
        Assert.Equal(["one", "two"], facts.SecretOutputs);
        Assert.Equal(["three", "four[*].five"], facts.ReplaceOnChanges);
    }

    [Fact]
    public void Finds_defaults_of_nested_inputs_by_module_and_type()
    {
        var defaults = NestedDefaults.Read(
            """
            (function (core) {
                let v1;
                (function (v1) {
                    function podSpecProvideDefaults(val) {
                        return {
                            ...val,
                            policy: (val.policy) ?? "Always",
                            inner: val.inner,
                        };
                    }
                })(v1 = core.v1 || (core.v1 = {}));
                function otherProvideDefaults(val) {
                        return { ...val,
                            count: (val.count) ?? 2,
                        };
                }
            })(core = exports.core || (exports.core = {}));
            """.Split('\n'));

        Assert.Equal(
            new Dictionary<string, string> { ["core/v1.PodSpec.policy"] = "\"Always\"", ["core.Other.count"] = "2" },
            defaults);
    }

    [Theory]
    [InlineData("true", "Boolean")]
    [InlineData("\"immediate\"", "String")]
    [InlineData("-1.5", "Number")]
    public void Reads_a_literal_default(string expression, string kind)
    {
        var read = DefaultReader.Read(expression, "a.B.c", new Problems())!;

        Assert.Equal((expression, kind), (read.Literal, read.Kind.ToString()));
    }

    [Fact]
    public void Reads_the_variables_a_default_is_looked_up_in()
    {
        var read = DefaultReader.Read("utilities.getEnvNumber(\"A\", \"B_2\")", "a.B.c", new Problems())!;

        Assert.Equal(["A", "B_2"], read.Variables);
        Assert.Equal(PrimitiveKind.Integer, read.Kind);
    }

    [Fact]
    public void Reports_a_default_it_cannot_translate()
    {
        var problems = new Problems();

        Assert.Null(DefaultReader.Read("Date.now()", "a.B.c", problems));
        Assert.Equal("a.B.c: its default is 'Date.now()', which the generator cannot translate; teach DefaultReader this form.", Assert.Single(problems.Lines));
    }
}
