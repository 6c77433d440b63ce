using Platform.Cli.Render.Plans;
using Platform.Graph;
using Platform.Insights.Diff;

namespace Platform.Cli.Render.Changes;

/// <summary>Changes in the words people use.</summary>
internal static class ChangeWords
{
    private const int LongestValue = 100;

    /// <summary>The sign before a resource.</summary>
    public static string Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "+",
        ChangeKind.Import => "=",
        ChangeKind.Rename => "»",
        ChangeKind.Update => "~",
        ChangeKind.Replace => "±",
        _ => "-",
    };

    /// <summary>What happens to how many, the worst first: <c>1 replace, 2 update</c>.</summary>
    public static string Counts(StackDiff diff)
    {
        var counts = Enum.GetValues<ChangeKind>().Reverse()
            .Select(kind => (Kind: kind, Count: diff.Count(kind)))
            .Where(count => count.Count > 0)
            .Select(count => $"{count.Count} to {Verb(count.Kind)}")
            .Append($"{diff.Unchanged} unchanged");
        return string.Join(", ", counts);
    }

    /// <summary>What happens to one.</summary>
    public static string Verb(ResourceChange change) =>
        Verb(change.Kind) + (change is { Kind: ChangeKind.Update, Replacement: Replacement.Possible } ? ", may replace" : "");

    /// <summary>What users notice.</summary>
    public static string Name(BlastRadius radius) => radius switch
    {
        BlastRadius.None => "no effect",
        BlastRadius.Unknown => "effect unknown",
        BlastRadius.ConnectionLoss => "connection loss",
        BlastRadius.Downtime => "downtime",
        _ => "data loss",
    };

    /// <summary>Where a change stands, inside a document too.</summary>
    public static string Path(PropertyChange change) => change.Inside is null ? change.Path : $"{change.Path} » {change.Inside}";

    /// <summary>A value on one line; a long one shows its beginning.</summary>
    public static string Value(PropertyValue? value, bool whole)
    {
        var text = Text(value);
        return whole || text.Length <= LongestValue ? text : $"{text[..LongestValue]}…";
    }

    private static string Verb(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "create",
        ChangeKind.Import => "import",
        ChangeKind.Rename => "rename",
        ChangeKind.Update => "update",
        ChangeKind.Replace => "replace",
        _ => "delete",
    };

    private static string Text(PropertyValue? value) => value switch
    {
        null => "(none)",
        ListValue list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        MapValue map => $"{{{string.Join(", ", map.Members.Select(member => $"{ValueText.Quoted(member.Key)}: {Text(member.Value)}"))}}}",
        _ => ValueText.Of(value).Text,
    };
}
