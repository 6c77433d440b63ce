using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A function that the engine calls before or after an operation on a resource.</summary>
/// <param name="args">The resource and its inputs and outputs.</param>
/// <param name="cancellationToken">Ends when the engine gives up.</param>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken = default);

/// <summary>
/// A named function for <see cref="ResourceHookBinding"/>. One that throws before an operation prevents it; one that
/// throws afterwards is only warned about.
/// </summary>
public class ResourceHook
{
    /// <summary>Makes a hook and announces it to the engine.</summary>
    /// <param name="name">Its name, unique in the program.</param>
    /// <param name="callback">The function to call.</param>
    /// <param name="options">When to call it. Default: not during previews.</param>
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
    {
        Name = name;
        Callback = callback;
        Options = options ?? new();
        Registered = Deployment.Required.Hooks.RegisterAsync(this);
    }

    /// <summary>Makes a hook that somebody else announces to the engine.</summary>
    /// <param name="name">Its name, unique in the program.</param>
    /// <param name="callback">The function to call.</param>
    /// <param name="options">When to call it.</param>
    /// <param name="registered">Completed once the engine knows the hook.</param>
    protected ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions options, Task registered)
    {
        Name = name;
        Callback = callback;
        Options = options;
        Registered = registered;
    }

    /// <summary>Its name, unique in the program.</summary>
    public string Name { get; }

    /// <summary>The function to call.</summary>
    public ResourceHookCallback Callback { get; }

    /// <summary>When to call it.</summary>
    public ResourceHookOptions Options { get; }

    internal Task Registered { get; }
}

/// <summary>When a <see cref="ResourceHook"/> is called.</summary>
public class ResourceHookOptions
{
    /// <summary>Whether it is called during previews too. Default: no.</summary>
    public bool? OnDryRun { get; set; }

    /// <summary>Whether its failure is only warned about where it would prevent an operation. Default: no.</summary>
    public bool? IgnoreErrors { get; set; }
}

/// <summary>What a <see cref="ResourceHook"/> is told. Inputs and outputs that do not apply to the operation are null.</summary>
/// <param name="urn">The resource's URN.</param>
/// <param name="id">The provider's id; empty before a creation.</param>
/// <param name="newInputs">The inputs after the operation.</param>
/// <param name="oldInputs">The inputs before the operation.</param>
/// <param name="newOutputs">The outputs after the operation.</param>
/// <param name="oldOutputs">The outputs before the operation.</param>
public class ResourceHookArgs(
    string urn,
    string id,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? newOutputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null)
{
    /// <summary>The resource's URN.</summary>
    public string Urn { get; } = urn;

    /// <summary>The provider's id; empty before a creation.</summary>
    public string Id { get; } = id;

    /// <summary>The inputs after the operation. Secret ones are outputs.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    /// <summary>The inputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    /// <summary>The outputs after the operation.</summary>
    public ImmutableDictionary<string, object?>? NewOutputs { get; } = newOutputs;

    /// <summary>The outputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;
}
