using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Changes a resource when the engine registers it, whichever program or component registers it.</summary>
/// <param name="args">The resource as it was sent to the engine.</param>
/// <param name="cancellationToken">Ends when the engine gives up.</param>
/// <returns>What to register instead; null to leave it as it is.</returns>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);

/// <summary>The resource that a <see cref="ResourceTransform"/> looks at.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">Its type token.</param>
/// <param name="custom">Whether a provider manages it.</param>
/// <param name="args">Its inputs by their wire names.</param>
/// <param name="options">Its options.</param>
public readonly struct ResourceTransformArgs(
    string name, string type, bool custom, ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type token.</summary>
    public string Type { get; } = type;

    /// <summary>Whether a provider manages it.</summary>
    public bool Custom { get; } = custom;

    /// <summary>Its inputs by their wire names. Secret ones are outputs.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; } = options;
}

/// <summary>What a <see cref="ResourceTransform"/> makes of a resource.</summary>
/// <param name="args">The inputs to use.</param>
/// <param name="options">The options to use.</param>
public readonly struct ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    /// <summary>The inputs to use.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options to use.</summary>
    public ResourceOptions Options { get; } = options;
}
