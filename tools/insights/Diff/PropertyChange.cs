using Platform.Graph;

namespace Platform.Insights.Diff;

/// <summary>One property that differs.</summary>
/// <param name="Path">Where it stands in the inputs: <c>subnets[0]</c>, <c>tags["a.b"]</c>.</param>
/// <param name="Before">What it is; <c>null</c> if there is nothing.</param>
/// <param name="After">What it would be; <c>null</c> if nothing, unknown if only the deployment can tell.</param>
public sealed record PropertyChange(string Path, PropertyValue? Before, PropertyValue? After)
{
    /// <summary>Where in the JSON document that the property holds; <c>null</c> if it is no document.</summary>
    public string? Inside { get; init; }

    /// <summary>Whether it replaces the resource.</summary>
    public Replacement Replacement { get; init; }

    /// <summary>Why <see cref="Replacement"/> is what it is, with its source; <c>null</c> if it is changed in place.</summary>
    public string? Reason { get; init; }
}
