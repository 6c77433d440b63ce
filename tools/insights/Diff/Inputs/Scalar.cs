using System.Globalization;
using Platform.Graph;

namespace Platform.Insights.Diff.Inputs;

/// <summary>Values without parts, as providers compare them: <c>5432</c> and <c>"5432"</c> are the same.</summary>
internal static class Scalar
{
    /// <summary>The text form of a text, number or truth value; <c>null</c> for everything else.</summary>
    public static string? Text(PropertyValue value) => value switch
    {
        TextValue(var text) => text,
        NumberValue(var number) => number.ToString("R", CultureInfo.InvariantCulture),
        BoolValue(var flag) => flag ? "true" : "false",
        _ => null,
    };
}
