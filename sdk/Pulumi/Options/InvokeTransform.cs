using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Changes a provider function's call when the engine receives it.</summary>
/// <param name="args">The call as it was sent to the engine.</param>
/// <param name="cancellationToken">Ends when the engine gives up.</param>
/// <returns>The call to make instead; null to leave it as it is.</returns>
public delegate Task<InvokeTransformResult?> InvokeTransform(InvokeTransformArgs args, CancellationToken cancellationToken = default);

/// <summary>The call that an <see cref="InvokeTransform"/> looks at.</summary>
/// <param name="token">The function's token.</param>
/// <param name="args">Its arguments by their wire names.</param>
/// <param name="options">Its options.</param>
public readonly struct InvokeTransformArgs(string token, ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    /// <summary>The function's token.</summary>
    public string Token { get; } = token;

    /// <summary>Its arguments by their wire names.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>Its options.</summary>
    public InvokeOptions Options { get; } = options;
}

/// <summary>What an <see cref="InvokeTransform"/> makes of a call.</summary>
/// <param name="args">The arguments to use.</param>
/// <param name="options">The options to use.</param>
public readonly struct InvokeTransformResult(ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    /// <summary>The arguments to use.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options to use.</summary>
    public InvokeOptions Options { get; } = options;
}
