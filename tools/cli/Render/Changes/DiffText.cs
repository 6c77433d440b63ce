using Platform.Cli.Baselines;
using Platform.Graph;
using Platform.Insights.Diff;

namespace Platform.Cli.Render.Changes;

/// <summary>A comparison for people: the worst first, with reasons.</summary>
internal static class DiffText
{
    /// <summary>Renders a comparison.</summary>
    /// <param name="diff">What changes.</param>
    /// <param name="baseline">What it was compared with.</param>
    /// <param name="verbose">Shows values whole, the sources of the verdicts, and what could not be compared.</param>
    /// <param name="layout">What the reader's end can show.</param>
    public static string Of(StackDiff diff, Baseline baseline, bool verbose, TextLayout layout)
    {
        var page = new Page(layout);
        page.Hang(new Span($"{diff.Project}/{diff.Stack}", Tone.Strong), "  ", $"  against {baseline.Name}: {ChangeWords.Counts(diff)}");
        if (diff.Changes.IsEmpty)
        {
            page.Gap();
            page.Line(new Span("No change.", Tone.Good));
        }
        else
        {
            page.Hang("", "  ", "The worst of it: ", new Span(ChangeWords.Name(diff.BlastRadius), ToneOf(diff.BlastRadius)));
        }

        foreach (var change in diff.Changes)
        {
            Write(page, change, verbose);
        }

        Undecided(page, diff, verbose);
        Warnings(page, baseline.Graph);
        return page.ToString();
    }

    // Of a document such as a board, the first tell what it is about.
    private const int MostInDocument = 8;

    private static void Write(Page page, ResourceChange change, bool verbose)
    {
        var quiet = change.Kind is ChangeKind.Create or ChangeKind.Import && change.Notes.IsEmpty;
        if (!quiet)
        {
            page.Gap();
        }

        page.Hang(
            new Span($"{ChangeWords.Sign(change.Kind)} ", ToneOf(change.BlastRadius)),
            "    ",
            new Span(change.Name, Tone.Strong),
            new Span($"  {TypeName.Short(change.Type)}  ", Tone.Faint),
            ChangeWords.Verb(change),
            quiet ? "" : ": ",
            quiet ? "" : new Span(ChangeWords.Name(change.BlastRadius), ToneOf(change.BlastRadius)),
            quiet ? "" : $", {change.BlastReason}",
            new Span(verbose && change.BlastSource is { } source ? $"  {source}" : "", Tone.Faint));
        if (change.OldUrn is { } old)
        {
            page.Hang("    ", "      ", new Span($"was {old}", Tone.Faint));
        }

        string? told = null;
        foreach (var document in change.Properties.GroupBy(property => property.Inside is null ? property : (object)property.Path))
        {
            var shown = verbose ? document : document.Take(MostInDocument);
            foreach (var property in shown)
            {
                Write(page, property, verbose, property.Reason == told ? null : property.Reason);
                told = property.Reason;
            }

            if (document.Count() - shown.Count() is var more and > 0)
            {
                page.Hang("    ", "        ", new Span($"{document.First().Path} » and {more} more (--verbose shows each)", Tone.Faint));
            }
        }

        foreach (var note in change.Notes)
        {
            page.Hang(new Span("    note: ", Tone.Warning), "      ", note);
        }
    }

    private static void Write(Page page, PropertyChange property, bool verbose, string? reason)
    {
        var values = property is { Before: null, After: null } ? ""
            : $" {ChangeWords.Value(property.Before, verbose)} → {ChangeWords.Value(property.After, verbose)}";
        page.Hang("    ", "        ", new Span($"{ChangeWords.Path(property)}:", Tone.Faint), values);
        if (reason is not null)
        {
            page.Hang("      ", "        ", new Span(reason, property.Replacement == Replacement.Certain ? Tone.Bad : Tone.Warning));
        }
    }

    private static void Undecided(Page page, StackDiff diff, bool verbose)
    {
        if (diff.Undecided.IsEmpty)
        {
            return;
        }

        page.Heading($"Not comparable offline, taken as unchanged: {diff.Undecided.Length}{(verbose ? "" : " (--verbose shows each)")}");
        foreach (var place in verbose ? diff.Undecided : [])
        {
            page.Hang("  ", "    ", new Span(place, Tone.Faint));
        }
    }

    private static void Warnings(Page page, ResourceGraph baseline)
    {
        var warnings = baseline.Diagnostics.Where(diagnostic => diagnostic.Severity >= Severity.Warning).ToList();
        if (warnings.Count > 0)
        {
            page.Heading("What is there already");
            warnings.ForEach(warning => DiagnosticText.Write(page, "  ", warning, baseline));
        }
    }

    private static Tone ToneOf(BlastRadius radius) => radius switch
    {
        BlastRadius.None => Tone.Good,
        BlastRadius.DataLoss or BlastRadius.Downtime => Tone.Bad,
        _ => Tone.Warning,
    };
}
