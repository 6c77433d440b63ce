using System.Globalization;
using System.Text;
using Platform.Insights.Diff;

namespace Platform.Cli.Render.Changes;

/// <summary>A comparison as a comment of a pull request: a table, and the details folded.</summary>
internal static class DiffMarkdown
{
    /// <summary>Renders a comparison.</summary>
    /// <param name="diff">What changes.</param>
    /// <param name="against">What it was compared with.</param>
    public static string Of(StackDiff diff, string against)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"### {Cell(diff.Project)}/{Cell(diff.Stack)}: {(diff.Changes.IsEmpty ? "no change" : ChangeWords.Name(diff.BlastRadius))}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Against {Code(against)}: {ChangeWords.Counts(diff)}.\n");
        if (!diff.Changes.IsEmpty)
        {
            page.Append("\n| | resource | type | effect | why |\n|---|---|---|---|---|\n");
            foreach (var change in diff.Changes)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {ChangeWords.Verb(change)} | {Code(change.Name)} | {Code(TypeName.Short(change.Type))} | {ChangeWords.Name(change.BlastRadius)} | {Cell(string.Join("; ", change.Notes.Prepend(change.BlastReason)))} |\n");
            }
        }

        foreach (var change in diff.Changes.Where(change => !change.Properties.IsEmpty))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n<details><summary>{Cell(change.Name)} ({Cell(TypeName.Short(change.Type))})</summary>\n\n| property | before | after | |\n|---|---|---|---|\n");
            foreach (var property in change.Properties)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {Code(ChangeWords.Path(property))} | {Code(ChangeWords.Value(property.Before, whole: false))} | {Code(ChangeWords.Value(property.After, whole: false))} | {Cell(property.Reason ?? "")} |\n");
            }

            page.Append("\n</details>\n");
        }

        if (!diff.Undecided.IsEmpty)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n{diff.Undecided.Length} properties cannot be compared offline and are taken as unchanged.\n");
        }

        return page.ToString();
    }

    // Data must not become markup: neither a table's bar, nor HTML, nor a mention.
    private static string Cell(string text) => Printable.Line(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("@", "@\u200B", StringComparison.Ordinal);

    private static string Code(string text) => $"<code>{Cell(text).Replace("*", "&#42;", StringComparison.Ordinal).Replace("_", "&#95;", StringComparison.Ordinal).Replace("`", "&#96;", StringComparison.Ordinal)}</code>";
}
