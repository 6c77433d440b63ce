using Platform.Declarations.TypeScript;

namespace Platform.Tests.Sdk.Generator.Reading;

public class DeclarationParserTests
{
    [Fact]
    public void Reads_the_members_of_an_interface()
    {
        var members = Parse("export interface A { a?: string; readonly b: number; \"c-d\": boolean; }").Interface("A")!.Members;

        Assert.Equal([("a", true, "string"), ("b", false, "number"), ("c-d", false, "boolean")], members.Select(m => (m.Name, m.Optional, Show(m.Type))));
    }

    [Theory]
    [InlineData("string[]", "list(string)")]
    [InlineData("pulumi.Input<pulumi.Input<string>[]>", "pulumi.Input(list(pulumi.Input(string)))")]
    [InlineData("{ [key: string]: any }", "map(any)")]
    [InlineData("string | enums.a.B | undefined", "or(string, enums.a.B, undefined)")]
    [InlineData("(string | number)[]", "list(or(string, number))")]
    [InlineData("\"on\" | 'off' | -1", "or(\"on\", \"off\", -1)")]
    [InlineData("(a: string, b?: () => void) => number", "? function")]
    [InlineData("{ a: string; b: { c: number } }", "? inline object")]
    [InlineData("(typeof A)[keyof typeof A]", "? indexed access")]
    public void Reads_a_type(string declared, string expected) =>
        Assert.Equal(expected, Show(Parse($"interface A {{ a: {declared}; }}").Interface("A")!.Members[0].Type));

    [Fact]
    public void Joins_nested_namespaces_to_the_path_of_a_module()
    {
        var file = Parse("export declare namespace core { namespace v1 { interface Pod { a: string; } } interface Other { } }");

        Assert.Equal([("core/v1", "Pod"), ("core", "Other")], file.Interfaces.Select(i => (i.Namespace, i.Name)));
    }

    [Fact]
    public void Reads_the_properties_of_a_class_and_skips_its_methods()
    {
        var read = Parse(
            """
            export declare class Duck extends pulumi.CustomResource {
                private readonly __inputs;
                static get(name: string, id: pulumi.Input<pulumi.ID>): Duck;
                readonly arn: pulumi.Output<string>;
                constructor(name: string, args?: DuckArgs);
                swim(to: { x: number; y: number }): pulumi.Output<void>;
                readonly feed: pulumi.Output<string | undefined>;
            }
            export interface After { a: string; }
            """);

        var duck = read.Class("Duck")!;
        Assert.Equal("pulumi.CustomResource", duck.Base);
        Assert.Equal(["arn", "feed"], duck.Members.Select(m => m.Name));
        Assert.NotNull(read.Interface("After"));
    }

    [Fact]
    public void Reads_a_constant_object_of_literals_as_an_enumeration()
    {
        var read = Parse("""export declare const Color: { readonly White: "white"; readonly "2x": "2x"; }; export type Color = string;""");

        Assert.Equal([("White", "\"white\""), ("2x", "\"2x\"")], Assert.Single(read.Enums).Members.Select(m => (m.Name, Show(m.Type))));
    }

    [Fact]
    public void Knows_what_the_comment_before_it_deprecates_and_nothing_more()
    {
        var members = Parse(
            """
            interface A {
                /** Kept. */ a: string;
                /** @deprecated gone */ b: string;
                // @deprecated in a line comment is no documentation
                c: string;
            }
            /** @deprecated gone */
            export declare class D extends pulumi.CustomResource { }
            """);

        Assert.Equal([false, true, false], members.Interface("A")!.Members.Select(m => m.Deprecated));
        Assert.True(members.Class("D")!.Deprecated);
    }

    [Fact]
    public void Skips_what_it_has_no_use_for()
    {
        var read = Parse(
            """
            import * as pulumi from "@pulumi/pulumi";
            export { A, B } from "./a";
            export * from "./b";
            export declare const duck: typeof import("./duck").Duck;
            export declare function f(args: { a: string; }, opts?: pulumi.InvokeOptions): Promise<string>;
            export type T = { a: string } | string;
            interface Last { [key: string]: any; call(a: string): void; }
            """);

        Assert.Empty(Assert.Single(read.Interfaces).Members);
    }

    [Fact]
    public void Says_where_it_does_not_understand_a_file()
    {
        var problem = Assert.Throws<FormatException>(() => Parse("interface A {\n    a: string;\n    ?: string;\n}"));

        Assert.Equal("duck.d.ts:3: expected a name, found '?'; the declaration reader does not know this form", problem.Message);
    }

    [Theory]
    [InlineData("interface A { a: string;")]
    [InlineData("interface A")]
    [InlineData("declare namespace a { interface B { } ")]
    [InlineData("declare class A extends B { readonly a: ")]
    [InlineData("interface A { a: pulumi.Input<string")]
    [InlineData("declare class A extends B {")]
    [InlineData("declare class A extends B { m(): void; ")]
    [InlineData("interface A { a: \"open")]
    public void Refuses_a_file_that_ends_too_early(string text) => Assert.Throws<FormatException>(() => Parse(text));

    private static TsFile Parse(string text) => DeclarationParser.Parse("duck.d.ts", text);

    private static string Show(TsType type) => type switch
    {
        TsName { Arguments: [] } name => name.Name,
        TsName name => $"{name.Name}({string.Join(", ", name.Arguments.Select(Show))})",
        TsArray array => $"list({Show(array.Element)})",
        TsMap map => $"map({Show(map.Value)})",
        TsUnion union => $"or({string.Join(", ", union.Parts.Select(Show))})",
        TsLiteral { IsString: true } literal => $"\"{literal.Text}\"",
        TsLiteral literal => literal.Text,
        TsUnsupported other => "? " + other.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
