using Platform.Components.Observability.Signals;

namespace Platform.Components.Functions;

/// <summary>What a function that works in the background tells: nobody waits for its answer, so nobody else notices that it fails.</summary>
internal static class FunctionSignals
{
    /// <param name="key">Name of the signal within its component.</param>
    /// <param name="function">Name of the function.</param>
    /// <param name="meaning">What it means that it fails.</param>
    /// <param name="severity">How soon somebody must answer.</param>
    /// <param name="layer">Where it stands in the chain of causes.</param>
    public static Signal Failed(string key, Output<string> function, string meaning, Severity severity, Layer layer) => new(
        key, Metric.Of("AWS/Lambda", "Errors", "Sum", ("FunctionName", function)), "count",
        Limit.Above(0, "a function that works in the background must not fail"),
        severity, layer, "function-failed", meaning) { Evaluation = new(300, 1, 1) };
}
