using System.Collections.Immutable;
using Pulumi.Utilities;

namespace Pulumi;

/// <summary>The outputs of another stack.</summary>
public sealed class StackReference : CustomResource
{
    private const string TypeToken = "pulumi:pulumi:StackReference";

    /// <summary>Reads another stack.</summary>
    /// <param name="name">The name of the reference.</param>
    /// <param name="args">Which stack. Default: the one called <paramref name="name"/>.</param>
    /// <param name="options">How the engine is to treat it. Default: no special way.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            TypeToken,
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new() { Id = args?.Name ?? name }))
    {
    }

    /// <summary>The stack that is read, such as <c>organization/project/stack</c>.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>All outputs of the stack; secret if one of them is.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>The names of the outputs that are secret.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>An output of the stack; null if it has none of that name.</summary>
    /// <param name="name">The output's name.</param>
    public Output<object?> GetOutput(Input<string> name) => Output<object?>.From(GetAsync(name, isRequired: false));

    /// <summary>An output of the stack; the deployment fails if it has none of that name.</summary>
    /// <param name="name">The output's name.</param>
    public Output<object> RequireOutput(Input<string> name) => Output<object?>.From(GetAsync(name, isRequired: true))!;

    /// <summary>The value of an output that is not secret; null if there is none of that name.</summary>
    /// <param name="name">The output's name.</param>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public async Task<object?> GetValueAsync(Input<string> name) => Plain(await GetAsync(name, isRequired: false).ConfigureAwait(false));

    /// <summary>The value of an output that is not secret and must be there.</summary>
    /// <param name="name">The output's name.</param>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    /// <exception cref="KeyNotFoundException">The stack has no output of that name.</exception>
    public async Task<object> RequireValueAsync(Input<string> name) => Plain(await GetAsync(name, isRequired: true).ConfigureAwait(false))!;

    /// <summary>The value of an output, apart by whether it is secret.</summary>
    /// <param name="name">The output's name.</param>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetAsync(name, isRequired: false).ConfigureAwait(false);
        return data switch
        {
            { IsKnown: false } => new(),
            { IsSecret: true } => new() { SecretValue = data.Value },
            _ => new() { Value = data.Value },
        };
    }

    private static object? Plain(OutputData<object?> data) => data.IsSecret
        ? throw new InvalidOperationException("Cannot call 'GetValueAsync' or 'RequireValueAsync' on a secret output; use GetOutput or RequireOutput.")
        : data.Value;

    private async ValueTask<OutputData<object?>> GetAsync(Input<string> name, bool isRequired)
    {
        var key = await name.ToOutput().GetDataAsync().ConfigureAwait(false);
        var outputs = await Outputs.GetDataAsync().ConfigureAwait(false);
        var data = key.Combine(outputs);
        if (!data.IsKnown)
        {
            return data.With<object?>(null);
        }

        object? value = null;
        var isThere = outputs.Value?.TryGetValue(key.Value, out value) ?? false;
        if (!isThere && isRequired)
        {
            var stack = await OutputUtilities.GetValueAsync(Name).ConfigureAwait(false);
            throw new KeyNotFoundException($"Required output '{key.Value}' does not exist on stack '{stack}'.");
        }

        // One secret output makes them all secret on the wire; the names tell which ones really are.
        var names = await SecretOutputNames.GetDataAsync().ConfigureAwait(false);
        var isSecret = names is { IsKnown: true, Value.IsDefault: false }
            ? names.Value.Contains(key.Value, StringComparer.Ordinal)
            : outputs.IsSecret;
        return data.With(value) with { IsSecret = isSecret || key.IsSecret };
    }
}

/// <summary>The arguments of a <see cref="StackReference"/>.</summary>
public sealed class StackReferenceArgs : ResourceArgs
{
    /// <summary>The stack to read, such as <c>organization/project/stack</c>. Default: the reference's own name.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }
}

/// <summary>The value of another stack's output, in one of two places.</summary>
public sealed class StackReferenceOutputDetails
{
    /// <summary>The value if it is not secret; null if it is, or if there is none.</summary>
    public object? Value { get; set; }

    /// <summary>The value if it is secret; null if it is not, or if there is none.</summary>
    public object? SecretValue { get; set; }
}
