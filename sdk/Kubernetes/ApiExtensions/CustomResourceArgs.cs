using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Serialization;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>Base of the arguments of a <see cref="CustomResource"/>; a derived class adds the properties of its kind.</summary>
/// <param name="apiVersion">Group and version of the kind, such as <c>argoproj.io/v1alpha1</c>.</param>
/// <param name="kind">The kind, such as <c>Application</c>.</param>
public abstract class CustomResourceArgs(string apiVersion, string kind) : ResourceArgs
{
    /// <summary>Group and version of the kind.</summary>
    [Input("apiVersion")]
    public Input<string> ApiVersion { get; } = apiVersion;

    /// <summary>The kind.</summary>
    [Input("kind")]
    public Input<string> Kind { get; } = kind;

    /// <summary>Name, namespace, labels and annotations.</summary>
    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    internal string Type { get; } = $"kubernetes:{apiVersion}:{kind}";
}
