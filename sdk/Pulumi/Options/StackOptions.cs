using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>What applies to every resource of a stack.</summary>
[SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "The official signatures.")]
[SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "The official signatures.")]
public class StackOptions
{
    /// <summary>Changes made to every resource before it is registered, in this process.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => field ??= [];
        set;
    }

    /// <summary>Changes that the engine asks for when a resource is registered, whoever registers it.</summary>
    public List<ResourceTransform> ResourceTransforms
    {
        get => field ??= [];
        set;
    }
}
