namespace Pulumi;

/// <summary>Changes a resource before it is registered.</summary>
/// <param name="args">The resource as its constructor was called.</param>
/// <returns>What to register instead; null to leave it as it is.</returns>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

/// <summary>The resource that a <see cref="ResourceTransformation"/> looks at.</summary>
/// <param name="resource">The resource; its outputs are not there yet.</param>
/// <param name="args">Its arguments.</param>
/// <param name="options">Its options.</param>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    /// <summary>The resource; its outputs are not there yet.</summary>
    public Resource Resource { get; } = resource;

    /// <summary>Its arguments.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; } = options;
}

/// <summary>What a <see cref="ResourceTransformation"/> makes of a resource.</summary>
/// <param name="args">The arguments to use.</param>
/// <param name="options">The options to use; the parent must be the same.</param>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    /// <summary>The arguments to use.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>The options to use.</summary>
    public ResourceOptions Options { get; } = options;
}
