namespace Platform.Tests.Tools.Engine.Declared;

/// <summary>A program's directory with made-up provider packages in the form the real ones have.</summary>
internal sealed class Installed : IDisposable
{
    private readonly Workspace _files = new();

    /// <summary>The program's directory, one below the folder the packages are in.</summary>
    public string Program => Directory.CreateDirectory(_files.PathOf("app")).FullName;

    /// <summary>Puts a package at a place below the program's parent, with a resource, a function and nested types.</summary>
    public Installed Package(string place = "node_modules/@pulumi/acme", string provider = "acme", string version = "1.2.0", string extra = "")
    {
        var name = place[(place.LastIndexOf("modules/", StringComparison.Ordinal) + "modules/".Length)..];
        return Put($"{place}/package.json", $$"""{ "name": "{{name}}", "version": "{{version}}", "pulumi": { "resource": true, "name": "{{provider}}" } }""")
            .Put($"{place}/pond/duck.d.ts", Duck.Replace("/*extra*/", extra, StringComparison.Ordinal))
            .Put($"{place}/pond/duck.js", Script.Replace("acme:", provider + ":", StringComparison.Ordinal))
            .Put($"{place}/pond/getDuck.d.ts", GetDuck)
            .Put($"{place}/pond/getDuck.js", GetScript.Replace("acme:", provider + ":", StringComparison.Ordinal))
            .Put($"{place}/types/input.d.ts", "export declare namespace pond {\n    interface DuckFeed {\n        grams: pulumi.Input<number>;\n    }\n}\n")
            .Put($"{place}/types/output.d.ts", Outputs)
            .Put($"{place}/types/enums/pond/index.d.ts", "export declare const Color: { readonly White: \"white\"; readonly Brown: \"brown\"; };\n");
    }

    public Installed Put(string path, string text)
    {
        _files.Write(path, text);
        return this;
    }

    public string PathOf(string path) => _files.PathOf(path);

    public Installed Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        Directory.CreateSymbolicLink(PathOf(path), target);
        return this;
    }

    public void Dispose() => _files.Dispose();

    private const string Duck = """
        export declare class Duck extends pulumi.CustomResource {
            static get(name: string, id: pulumi.Input<pulumi.ID>): Duck;
            readonly arn: pulumi.Output<string>;
            readonly chip: pulumi.Output<string | undefined>;
            readonly color: pulumi.Output<string>;
            readonly feed: pulumi.Output<outputs.pond.DuckFeed>;
            readonly homepageUrl: pulumi.Output<string>;
            readonly name: pulumi.Output<string>;
            readonly nests: pulumi.Output<outputs.pond.DuckNest[]>;
            readonly swims: pulumi.Output<boolean>;
            readonly token: pulumi.Output<string>;
            readonly weight: pulumi.Output<number>;
            /*extra*/
        }
        export interface DuckArgs {
            chip?: pulumi.Input<string | undefined>;
            color?: pulumi.Input<string | enums.pond.Color | undefined>;
            feed: pulumi.Input<inputs.pond.DuckFeed>;
            name?: pulumi.Input<string | undefined>;
            swims?: pulumi.Input<boolean | undefined>;
        }
        """;

    private const string Script = """
        class Duck extends pulumi.CustomResource {
            /** @internal */
            static __pulumiType = 'acme:pond/duck:Duck';
            constructor(name, argsOrState, opts) {
                resourceInputs["chip"] = args?.chip ? pulumi.secret(args.chip) : undefined;
                const secretOpts = { additionalSecretOutputs: ["token"] };
            }
        }
        """;

    private const string GetDuck = """
        export interface GetDuckArgs { name: string; }
        export interface GetDuckResult {
            readonly id: string;
            readonly name: string;
            readonly nests: outputs.pond.DuckNest[];
            readonly weight: number;
        }
        """;

    private const string GetScript = """function getDuck(args, opts) { return pulumi.runtime.invoke("acme:pond/getDuck:getDuck", { "name": args.name }, opts); }""";

    private const string Outputs = """
        import * as outputs from "../types/output";
        export interface Loose {
            a: string;
        }
        export declare namespace pond {
            /** What it eats { and a brace in a comment. */
            interface DuckFeed {
                grams: number;
                /** @deprecated no more */
                supplierUrl: string;
            }
            interface DuckNest {
                address: string;
                eggs: number;
                parents: { [key: string]: string };
            }
            interface DuckPond {
                inner: outputs.pond.DuckPond;
                name: string;
            }
            namespace deep {
                interface Fish {
                    name: string;
                }
            }
        }
        """;
}
