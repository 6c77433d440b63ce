using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Platform.Components.Clusters.Nodes;

/// <summary>A Kubernetes object of a kind the cluster learnt from an add-on.</summary>
internal sealed class CustomObject(string name, CustomObjectArgs args, CustomResourceOptions options)
    : CustomResource($"kubernetes:{args.ApiVersion}:{args.Kind}", name, args, options);

/// <summary>The object: what every kind has, and the rest as its definition wants it.</summary>
internal sealed class CustomObjectArgs(string apiVersion, string kind) : ResourceArgs
{
    /// <summary>Group and version of the definition.</summary>
    [Input("apiVersion")] public string ApiVersion { get; } = apiVersion;

    /// <summary>Name of the definition.</summary>
    [Input("kind")] public string Kind { get; } = kind;

    /// <summary>Name, namespace and labels.</summary>
    [Input("metadata")] public required ObjectMetaArgs Metadata { get; init; }

    /// <summary>What is wanted.</summary>
    [Input("spec")] public required InputMap<object> Spec { get; init; }
}
