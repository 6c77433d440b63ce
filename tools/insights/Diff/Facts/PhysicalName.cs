using System.Collections.Frozen;
using Platform.Graph;

namespace Platform.Insights.Diff.Facts;

/// <summary>Tells what must be deleted before it can be made anew: it bears a name that only one can have.</summary>
internal static class PhysicalName
{
    private const string Name = "name";
    private const string Defaults = "__defaults";

    private static readonly Lazy<FrozenDictionary<string, string>> Inputs = new(() =>
        FactTable.Rows("names.txt").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>Why a replacement deletes the resource first; <c>null</c> if the new one is made before the old one goes.</summary>
    public static string? DeletedFirst(Resource old, Resource now)
    {
        if (now.Settings.DeleteBeforeReplace is { } asked)
        {
            return asked ? "the program asks for it (deleteBeforeReplace)" : null;
        }

        var input = Inputs.Value.GetValueOrDefault(now.Type, now.Type.StartsWith("aws:", StringComparison.Ordinal) ? Name : "");
        return now.Type.StartsWith("kubernetes:", StringComparison.Ordinal) ? OfObject(old, now)
            : input == "always" ? "there can be only one"
            : IsGiven(now, input) ? $"the program names it ({input}{(now.Inputs[input]!.AsText is { } name ? $": {name}" : "")})"
            : null;
    }

    // A name that Check generated stands among the defaults.
    private static bool IsGiven(Resource resource, string input) =>
        resource.Inputs[input] is not null and not NullValue && resource.Inputs[Defaults]?.AsList.Any(item => item.AsText == input) != true;

    private static string? OfObject(Resource old, Resource now) =>
        now.Inputs["metadata"] is { } metadata && metadata[Name]?.AsText is { } name
        && metadata["annotations"]?["pulumi.com/autonamed"]?.AsText != "true"
        && old.Inputs["metadata"] is { } before && before[Name]?.AsText == name
        && (before["namespace"]?.AsText ?? "default") == (metadata["namespace"]?.AsText ?? "default")
            ? $"the program names it (metadata.name: {name})"
            : null;
}
