namespace Platform.Tests.Sdk.Generator;

/// <summary>The files of <see cref="Pond"/>: a list, its numbers, and an npm package in the form the real ones have.</summary>
internal static class PondFiles
{
    public const string List = "sdk/generator/packages/pond.json";
    public const string Numbers = "sdk/generator/packages/pond.numbers.txt";
    public const string Duck = "npm/@acme/pond/bird/duck.d.ts";
    public const string DuckScript = "npm/@acme/pond/bird/duck.js";
    public const string Inputs = "npm/@acme/pond/types/input.d.ts";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [List] = """
            {
              "npm": "@acme/pond",
              "version": "1.2.3",
              "namespace": "Acme.Pond",
              "folder": "sdk/Pond",
              "modules": { "bird": "Birds" },
              "names": { "bird.Duck.duck": "DuckName" },
              "secrets": ["bird.DuckFeed.recipe"],
              "references": ["Keeper"],
              "omit": ["bird.Duck.tree"],
              "resources": ["bird:Duck", ":Provider"],
              "functions": ["bird:getDuck"]
            }
            """,
        [Numbers] = """
            bird.Duck.mix int
            bird.Duck.rings int
            bird.Duck.weight double
            bird.DuckFeed.grams double
            bird.GetDuck.age int
            bird.GetDuckFilter.limit int
            """,
        ["npm/@acme/pond/package.json"] = """{ "name": "@acme/pond", "version": "1.2.3" }""",
        [Duck] = """
            import * as pulumi from "@pulumi/pulumi";
            import * as inputs from "../types/input";
            import * as outputs from "../types/output";
            import * as enums from "../types/enums";
            import { Keeper } from "./index";
            /**
             * A sentence of the provider that must not travel.
             */
            export declare class Duck extends pulumi.CustomResource {
                static get(name: string, id: pulumi.Input<pulumi.ID>, state?: DuckState, opts?: pulumi.CustomResourceOptions): Duck;
                static isInstance(obj: any): obj is Duck;
                readonly arn: pulumi.Output<string>;
                readonly color: pulumi.Output<string | undefined>;
                readonly duck: pulumi.Output<string>;
                readonly feed: pulumi.Output<outputs.bird.DuckFeed | undefined>;
                /**
                 * @deprecated use color, says the provider
                 */
                readonly hue: pulumi.Output<string>;
                readonly rings: pulumi.Output<number[]>;
                readonly tags: pulumi.Output<{
                    [key: string]: string;
                } | undefined>;
                readonly tree: pulumi.Output<outputs.bird.Absent[]>;
                readonly weight: pulumi.Output<number | undefined>;
                constructor(name: string, args: DuckArgs, opts?: pulumi.CustomResourceOptions);
            }
            export interface DuckState {
                arn?: pulumi.Input<string>;
            }
            export interface DuckArgs {
                chip?: pulumi.Input<string>;
                codes?: pulumi.Input<pulumi.Input<string>[]>;
                color?: pulumi.Input<string | enums.bird.Color>;
                document?: pulumi.Input<string | inputs.bird.Document>;
                duck?: pulumi.Input<string>;
                feed?: pulumi.Input<inputs.bird.DuckFeed | undefined>;
                /** @deprecated use color, says the provider */
                hue?: pulumi.Input<string>;
                layers?: pulumi.Input<pulumi.Input<pulumi.Input<string>[]>[]>;
                mix?: pulumi.Input<string | number[] | boolean>;
                note?: any;
                owner?: pulumi.Input<string | Keeper>;
                photo?: pulumi.Input<pulumi.asset.Asset | pulumi.asset.Archive>;
                pondId: pulumi.Input<string>;
                rings: pulumi.Input<pulumi.Input<number>[]>;
                size?: pulumi.Input<enums.bird.Size>;
                "song-text"?: pulumi.Input<string>;
                tags?: pulumi.Input<{
                    [key: string]: pulumi.Input<string>;
                }>;
                tree?: pulumi.Input<inputs.bird.Absent>;
                weight?: pulumi.Input<number>;
                zip?: pulumi.Input<pulumi.asset.Archive>;
            }
            """,
        [DuckScript] = """
            class Duck extends pulumi.CustomResource {
                /** @internal */
                static __pulumiType = 'pond:bird/duck:Duck';
                constructor(name, argsOrState, opts) {
                    if (opts.id) {
                        resourceInputs["chip"] = state?.chip;
                    }
                    else {
                        resourceInputs["chip"] = args?.chip ? pulumi.secret(args.chip) : undefined;
                        resourceInputs["color"] = (args?.color) ?? "white";
                        resourceInputs["codes"] = args?.codes ? pulumi.secret(args.codes) : undefined;
                        resourceInputs["pondId"] = args?.pondId;
                        resourceInputs["arn"] = undefined /*out*/;
                    }
                    const aliasOpts = { aliases: [{ type: "pond:old/duck:Duck" }] };
                    const secretOpts = { additionalSecretOutputs: ["chip"] };
                    const replaceOnChanges = { replaceOnChanges: ["pondId"] };
                }
            }
            """,
        ["npm/@acme/pond/bird/getDuck.d.ts"] = """
            import * as pulumi from "@pulumi/pulumi";
            export declare function getDuck(args: GetDuckArgs, opts?: pulumi.InvokeOptions): Promise<GetDuckResult>;
            export interface GetDuckArgs {
                filters?: inputs.bird.GetDuckFilter[];
                name: string;
                tags?: {
                    [key: string]: string;
                };
            }
            export interface GetDuckResult {
                readonly age: number;
                readonly filters?: outputs.bird.GetDuckFilter[];
                readonly id: string;
                readonly name: string;
            }
            export declare function getDuckOutput(args: GetDuckOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetDuckResult>;
            export interface GetDuckOutputArgs {
                filters?: pulumi.Input<pulumi.Input<inputs.bird.GetDuckFilterArgs>[] | undefined>;
                name: pulumi.Input<string>;
                tags?: pulumi.Input<{
                    [key: string]: pulumi.Input<string>;
                } | undefined>;
            }
            """,
        ["npm/@acme/pond/bird/getDuck.js"] = """
            function getDuck(args, opts) {
                return pulumi.runtime.invoke("pond:bird/getDuck:getDuck", { "name": args.name }, opts);
            }
            """,
        ["npm/@acme/pond/provider.d.ts"] = """
            export declare class Provider extends pulumi.ProviderResource {
                readonly account: pulumi.Output<string | undefined>;
                constructor(name: string, args?: ProviderArgs, opts?: pulumi.ResourceOptions);
                check(): pulumi.Output<Provider.CheckResult>;
            }
            export interface ProviderArgs {
                account?: pulumi.Input<string>;
                dry?: pulumi.Input<boolean>;
            }
            """,
        ["npm/@acme/pond/provider.js"] = """
            resourceInputs["account"] = (args?.account) ?? utilities.getEnv("POND_ACCOUNT", "ACME_ACCOUNT");
            resourceInputs["dry"] = pulumi.output((args?.dry) ?? utilities.getEnvBoolean("POND_DRY")).apply(JSON.stringify);
            """,
        [Inputs] = """
            export declare namespace bird {
                interface Document {
                    Version: pulumi.Input<string>;
                }
                interface DuckFeed {
                    grams: pulumi.Input<number>;
                    kind?: pulumi.Input<string>;
                    recipe?: pulumi.Input<string>;
                }
                interface GetDuckFilter {
                    limit?: number;
                    values: string[];
                }
                interface GetDuckFilterArgs {
                    limit?: pulumi.Input<number | undefined>;
                    values: pulumi.Input<pulumi.Input<string>[]>;
                }
            }
            """,
        ["npm/@acme/pond/types/input.js"] = """
            var bird;
            (function (bird) {
                function duckFeedProvideDefaults(val) {
                    return {
                        ...val,
                        kind: (val.kind) ?? "seeds",
                    };
                }
            })(bird = exports.bird || (exports.bird = {}));
            """,
        ["npm/@acme/pond/types/output.d.ts"] = """
            export declare namespace bird {
                interface DuckFeed {
                    grams: number;
                    kind?: string;
                    /** @deprecated no more */
                    leftovers: string[];
                }
                interface GetDuckFilter {
                    limit?: number;
                    values: string[];
                }
            }
            """,
        ["npm/@acme/pond/types/enums/bird/index.d.ts"] = """
            export declare const Color: {
                readonly White: "white";
                /** @deprecated no more */
                readonly Grey_1_2x: "grey-1.2x";
            };
            export type Color = (typeof Color)[keyof typeof Color];
            export declare const Size: {
                readonly "3xl": "3xl";
                readonly Small: "s";
            };
            """,
    };
}
