using System.Collections.Immutable;
using Platform.Graph;

namespace Platform.Insights.Diff.Facts;

/// <summary>What the table of replacements says of one type.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Always">The properties that cannot be changed in place.</param>
/// <param name="Sometimes">The properties of which it depends, with the case in which the resource is replaced.</param>
/// <param name="Source">Where that is said.</param>
/// <param name="IsCompared">Whether the provider's source was read for this row; otherwise the row is from memory and its source is the page to check it by.</param>
internal sealed record ReplacementRow(
    string Type, ImmutableArray<string> Always, ImmutableArray<(string Path, string Case)> Sometimes, string Source, bool IsCompared)
{
    /// <summary>Stands for every property but the tags.</summary>
    public const string All = "all";

    /// <summary>The case of a property that the version of the provider that was read does not have.</summary>
    public const string Unknown = "unknown";

    private const string None = "none";
    private const string NotCompared = "memory";

    /// <summary>The row with these cells.</summary>
    public static ReplacementRow Parse(string[] cells)
    {
        if (cells is not [var type, var always, var sometimes, var source])
        {
            throw new FormatException($"a row of the replacements has four cells: {string.Join(" | ", cells)}");
        }

        return new(
            type,
            always == None ? [] : [.. Cells(always, ',')],
            [.. Cells(sometimes, ';').Select(cell => cell.Split(": ", 2)).Select(pair => (pair[0], pair[1]))],
            PageOf(type, source),
            source != NotCompared);
    }

    /// <summary>What a change of a property means.</summary>
    public (Replacement Replacement, string? Reason) Of(PropertyChange change)
    {
        if (Sometimes.FirstOrDefault(some => PathPattern.Covers(some.Path, change.Path)) is { Path: { } path } some)
        {
            return (Replacement.Possible, some.Case == Unknown
                ? $"whether {path} can be changed in place is not known ({Source})"
                : $"{path} replaces it in one case: {some.Case} ({Source})");
        }

        if (Always.FirstOrDefault(pattern => IsAll(pattern, change.Path) || PathPattern.Covers(pattern, change.Path)) is { } found)
        {
            return (Replacement.Certain, $"{(found == All ? change.Path : found)} {(IsCompared ? "cannot" : "presumably cannot")} be changed in place ({Source})");
        }

        if (Always.Concat(Sometimes.Select(some => some.Path)).FirstOrDefault(pattern => Holds(pattern, change)) is { } inside)
        {
            return (Replacement.Possible, $"{inside} comes or goes with it ({Source})");
        }

        return IsCompared || IsTag(change.Path) ? (Replacement.Never, null) : (Replacement.Possible, $"the row of this type is not compared with the provider yet ({Source})");
    }

    private static bool IsAll(string pattern, string path) => pattern == All && !IsTag(path);

    private static bool IsTag(string path) => PathPattern.Covers("tags", path);

    // A block that is added or taken away changes every property in it.
    private static bool Holds(string pattern, PropertyChange change) =>
        PathPattern.Rest(pattern, change.Path) is { } rest && (Has(change.Before, rest) || Has(change.After, rest));

    private static bool Has(PropertyValue? value, ReadOnlySpan<string> path) => value switch
    {
        null or NullValue => false,
        UnknownValue or SecretValue => true,
        _ when path.IsEmpty => true,
        ListValue list => HasAny(list.Items, path[0] == "*" ? path[1..] : path),
        MapValue map when path[0] == "*" => HasAny(map.Members.Values, path[1..]),
        _ => Has(value[path[0]], path[1..]),
    };

    private static bool HasAny(IEnumerable<PropertyValue> values, ReadOnlySpan<string> path)
    {
        foreach (var value in values)
        {
            if (Has(value, path))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Cells(string cell, char separator) =>
        cell.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // `rds/instance.go@00e4b2383885` is a file of the AWS provider's source; everything else is an address.
    private static string PageOf(string type, string source) =>
        source == NotCompared ? $"https://www.pulumi.com/registry/packages/{type.Split(':')[0]}/api-docs/{string.Join('/', type.Split(':')[1].Split('/')[0], type.Split(':')[2]).ToLowerInvariant()}/"
        : source.StartsWith("https://", StringComparison.Ordinal) ? source
        : source.Split('@') is [var file, var commit] ? $"https://github.com/hashicorp/terraform-provider-aws/blob/{commit}/internal/service/{file}"
        : throw new FormatException($"{type}: {source} is no source");
}
