namespace Platform.Tests.Sdk.Generator;

public sealed class KubernetesTests : IDisposable
{
    private readonly Pond _pond = new Pond()
        .Put(PondFiles.List, """
            {
              "npm": "@acme/pond", "version": "1.2.3", "namespace": "Acme.Pond", "folder": "sdk/Pond", "kubernetes": true,
              "modules": { "core": "Core", "v1": "V1", "helm": "Helm", "v4": "V4", "meta": "Meta" },
              "resources": ["core/v1:Pod", "core/v1:Volume", "helm/v4:Chart", ":Provider"]
            }
            """)
        .Put(PondFiles.Numbers, "core/v1.Pod.port int\n")
        .Put("npm/@acme/pond/core/v1/pod.d.ts", """
            export declare class Pod extends pulumi.CustomResource {
                readonly apiVersion: pulumi.Output<"v1">;
                readonly metadata: pulumi.Output<outputs.meta.v1.ObjectMeta>;
                readonly port: pulumi.Output<number | undefined>;
            }
            export interface PodArgs {
                apiVersion?: pulumi.Input<"v1">;
                metadata: pulumi.Input<inputs.meta.v1.ObjectMeta>;
                port?: pulumi.Input<number | string>;
                volumes?: pulumi.Input<pulumi.Input<inputs.core.v1.Volume>[]>;
            }
            """)
        .Put("npm/@acme/pond/core/v1/pod.js", """
            static __pulumiType = 'kubernetes:core/v1:Pod';
            resourceInputs["apiVersion"] = "v1";
            """)
        .Put("npm/@acme/pond/core/v1/volume.d.ts", """
            export declare class Volume extends pulumi.CustomResource {
            }
            export interface VolumeArgs {
                size?: pulumi.Input<string>;
            }
            """)
        .Put("npm/@acme/pond/core/v1/volume.js", "static __pulumiType = 'kubernetes:core/v1:Volume';")
        .Put("npm/@acme/pond/helm/v4/chart.d.ts", """
            export declare class Chart extends pulumi.ComponentResource {
                readonly resources: pulumi.Output<any[]>;
            }
            export interface ChartArgs {
                chart: pulumi.Input<string>;
            }
            """)
        .Put("npm/@acme/pond/helm/v4/chart.js", "static __pulumiType = 'kubernetes:helm.sh/v4:Chart';")
        .Put(PondFiles.Inputs, """
            export declare namespace core { namespace v1 { interface Volume { size?: pulumi.Input<string>; status?: pulumi.Input<string>; } } }
            export declare namespace meta { namespace v1 { interface ObjectMeta { name?: pulumi.Input<string>; } } }
            """)
        .Put("npm/@acme/pond/types/output.d.ts", """
            export declare namespace meta { namespace v1 { interface ObjectMeta { name: string; "$ref"?: string; labels?: string[]; } } }
            """);

    [Fact]
    public void Sends_constants_whatever_the_program_says()
    {
        var text = _pond.Generated("sdk/Pond/Core.V1.g.cs");

        Assert.Contains("public partial class Pod : KubernetesResource\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "    public Pod(string name, Types.Inputs.Core.V1.PodArgs? args = null, CustomResourceOptions? options = null) "
            + ": base(\"kubernetes:core/v1:Pod\", name, MakeArgs(args), MakeResourceOptions(options, \"\")) { }\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("        args ??= new();\n        args.ApiVersion = \"v1\";\n        return args;\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_open_argument_classes_below_types_and_shares_them_with_nested_objects()
    {
        var text = _pond.Generated("sdk/Pond/Types.Inputs.Core.V1.g.cs");

        Assert.Contains("public class PodArgs : ResourceArgs\n", text, StringComparison.Ordinal);
        Assert.Contains("public InputList<VolumeArgs> Volumes ", text, StringComparison.Ordinal);
        Assert.Contains("[Input(\"metadata\", required: true)] public Input<Meta.V1.ObjectMetaArgs> Metadata { get; set; }", text, StringComparison.Ordinal);
        Assert.Contains("[Input(\"port\")] public InputUnion<int, string>? Port { get; set; }", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("class VolumeArgs").Length);
        Assert.DoesNotContain("Status", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_outputs_that_are_never_null_and_tells_the_runtime_a_name_no_parameter_can_have()
    {
        Assert.Contains("public Output<int> Port { get; private set; }", _pond.Generated("sdk/Pond/Core.V1.g.cs"), StringComparison.Ordinal);
        Assert.Contains(
            "public sealed class ObjectMeta(string name, [OutputConstructorParameter(\"$ref\")] string @ref, ImmutableArray<string> labels)\n",
            _pond.Generated("sdk/Pond/Types.Outputs.Meta.V1.g.cs"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Registers_a_component_remotely_and_gives_it_no_known_id()
    {
        var text = _pond.Generated("sdk/Pond/Helm.V4.g.cs");

        Assert.Contains(
            ": base(\"kubernetes:helm.sh/v4:Chart\", name, args ?? new(), MakeResourceOptions(options, \"\"), remote: true) { }",
            text,
            StringComparison.Ordinal);
        Assert.Contains("ComponentResourceOptions? options = null", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Get(", text, StringComparison.Ordinal);
        Assert.Contains("public Output<ImmutableArray<object>> Resources ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_the_provider_and_its_arguments_in_the_root_and_sends_all_but_strings_as_json()
    {
        var text = _pond.Generated("sdk/Pond/Root.g.cs");

        Assert.Contains("public sealed class ProviderArgs : ResourceArgs\n", text, StringComparison.Ordinal);
        Assert.Contains("[Input(\"dry\", json: true)] public Input<bool>? Dry { get; set; }", text, StringComparison.Ordinal);
        Assert.Contains("[Input(\"account\")] public Input<string>? Account { get; set; }", text, StringComparison.Ordinal);
        Assert.Contains("        Account = Utilities.GetEnv(\"POND_ACCOUNT\", \"ACME_ACCOUNT\")!;\n", text, StringComparison.Ordinal);
    }

    public void Dispose() => _pond.Dispose();
}
