using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A function that the engine calls when an operation on a resource has failed.</summary>
/// <param name="args">The resource and what went wrong.</param>
/// <param name="cancellationToken">Ends when the engine gives up.</param>
/// <returns>Whether to try the operation again.</returns>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);

/// <summary>A named function for <see cref="ResourceHookBinding.OnError"/>.</summary>
public class ErrorHook
{
    /// <summary>Makes a hook and announces it to the engine.</summary>
    /// <param name="name">Its name, unique in the program.</param>
    /// <param name="callback">The function to call.</param>
    public ErrorHook(string name, ErrorHookCallback callback)
    {
        Name = name;
        Callback = callback;
        Registered = Deployment.Required.Hooks.RegisterAsync(this);
    }

    /// <summary>Makes a hook that somebody else announces to the engine.</summary>
    /// <param name="name">Its name, unique in the program.</param>
    /// <param name="callback">The function to call.</param>
    /// <param name="registered">Completed once the engine knows the hook.</param>
    protected ErrorHook(string name, ErrorHookCallback callback, Task registered)
    {
        Name = name;
        Callback = callback;
        Registered = registered;
    }

    /// <summary>Its name, unique in the program.</summary>
    public string Name { get; }

    /// <summary>The function to call.</summary>
    public ErrorHookCallback Callback { get; }

    internal Task Registered { get; }
}

/// <summary>What an <see cref="ErrorHook"/> is told. Inputs and outputs that do not apply to the operation are null.</summary>
/// <param name="urn">The resource's URN.</param>
/// <param name="id">The provider's id; empty if there is none yet.</param>
/// <param name="name">The resource's name.</param>
/// <param name="type">The resource's type token.</param>
/// <param name="newInputs">The inputs that were wanted.</param>
/// <param name="oldInputs">The inputs before the operation.</param>
/// <param name="oldOutputs">The outputs before the operation.</param>
/// <param name="failedOperation"><c>create</c>, <c>update</c> or <c>delete</c>.</param>
/// <param name="errors">The errors so far, newest first. Default: none.</param>
public class ErrorHookArgs(
    string urn,
    string id,
    string name,
    string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null,
    string failedOperation = "",
    IReadOnlyList<string>? errors = null)
{
    /// <summary>The resource's URN.</summary>
    public string Urn { get; } = urn;

    /// <summary>The provider's id; empty if there is none yet.</summary>
    public string Id { get; } = id;

    /// <summary>The resource's name.</summary>
    public string Name { get; } = name;

    /// <summary>The resource's type token.</summary>
    public string Type { get; } = type;

    /// <summary>The inputs that were wanted. Secret ones are outputs.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    /// <summary>The inputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    /// <summary>The outputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;

    /// <summary><c>create</c>, <c>update</c> or <c>delete</c>.</summary>
    public string FailedOperation { get; } = failedOperation;

    /// <summary>The errors so far, newest first.</summary>
    public IReadOnlyList<string> Errors { get; } = errors ?? [];
}
