#pragma warning disable CS8618 // the runtime sets the outputs
using Pulumi.Kubernetes.Types.Outputs.Meta.V1;
using Pulumi.Serialization;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>An object of a kind that a custom resource definition adds to the cluster.</summary>
/// <example><code>new CustomResource("app", new ApplicationArgs { Spec = … });</code></example>
public class CustomResource : KubernetesResource
{
    /// <param name="name">Name in the program.</param>
    /// <param name="args">A class derived from <see cref="CustomResourceArgs"/>, which says the kind and adds its properties.</param>
    /// <param name="options">How the resource behaves.</param>
    public CustomResource(string name, CustomResourceArgs args, CustomResourceOptions? options = null)
        : base(args.Type, name, args, Utilities.Merge(new() { Version = Utilities.Version }, options, null))
    {
    }

    /// <summary>Group and version of the kind, such as <c>argoproj.io/v1alpha1</c>.</summary>
    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; }

    /// <summary>The kind, such as <c>Application</c>.</summary>
    [Output("kind")]
    public Output<string> Kind { get; private set; }

    /// <summary>Name, namespace, labels and annotations.</summary>
    [Output("metadata")]
    public Output<ObjectMeta> Metadata { get; private set; }
}
