namespace Pulumi;

/// <summary>The ids by which a program asks what its engine can do.</summary>
internal static class Feature
{
    public const string ResourceReferences = "resourceReferences";
    public const string OutputValues = "outputValues";
    public const string AliasSpecs = "aliasSpecs";
    public const string DeletedWith = "deletedWith";
    public const string ReplaceWith = "replaceWith";
    public const string Transforms = "transforms";
    public const string InvokeTransforms = "invokeTransforms";
    public const string Parameterization = "parameterization";
    public const string ResourceHooks = "resourceHooks";
}

/// <summary>What the engine can do; each feature is asked for when it is first needed, and only once.</summary>
internal sealed class Features(IMonitor monitor)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<bool>> _answers = new(StringComparer.Ordinal);

    public ValueTask<bool> SupportsAsync(string feature)
    {
        Task<bool>? answer;
        lock (_gate)
        {
            if (!_answers.TryGetValue(feature, out answer))
            {
                _answers[feature] = answer = monitor.SupportsFeatureAsync(feature);
            }
        }

        return new(answer);
    }

    /// <exception cref="InvalidOperationException">The engine cannot do it.</exception>
    public async ValueTask RequireAsync(string feature, string name)
    {
        if (!await SupportsAsync(feature).ConfigureAwait(false))
        {
            throw new InvalidOperationException($"The Pulumi CLI does not support {name}. Please update the Pulumi CLI.");
        }
    }
}
