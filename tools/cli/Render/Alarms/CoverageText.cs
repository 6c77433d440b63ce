using Platform.Graph;
using Platform.Insights.Alarms;

namespace Platform.Cli.Render.Alarms;

/// <summary>The coverage of a plan by alarms, for people.</summary>
internal static class CoverageText
{
    public static string Of(ResourceGraph graph, Coverage coverage, TextLayout layout)
    {
        var page = new Page(layout);
        var uncovered = coverage.Uncovered.ToList();
        page.Line(
            new Span($"{graph.Project}/{graph.Stack}", Tone.Strong),
            $"  {coverage.Rows.Length} resources can fail, {uncovered.Count} of them without anybody hearing of it");
        Section(page, "Nobody would hear", uncovered, Tone.Bad);
        Section(page, "Seen", coverage.Rows.Except(uncovered), Tone.Plain);
        if (!coverage.Quiet.IsEmpty)
        {
            page.Heading("Needs no alarm");
            foreach (var quiet in coverage.Quiet)
            {
                page.Hang($"  {quiet.Count,4} × ", "         ", quiet.Type, new Span($"  {quiet.Reason}", Tone.Faint));
            }
        }

        return page.ToString();
    }

    private static void Section(Page page, string heading, IEnumerable<CoverageRow> rows, Tone tone)
    {
        var first = true;
        foreach (var row in rows)
        {
            if (first)
            {
                page.Heading(heading);
                first = false;
            }

            page.Line("  ", new Span(row.Resource.Name, tone), new Span($"  {row.Resource.Type}", Tone.Faint));
            foreach (var alarm in row.Alarms)
            {
                page.Hang("      ", "        ", new Span(alarm.Severity.PadRight(10), Tone.Faint), alarm.Name);
            }

            foreach (var alert in row.Alerts)
            {
                page.Hang("      ", "        ", new Span("alert     ", Tone.Faint), alert);
            }

            if (row.Through.Length > 0)
            {
                page.Hang("      ", "        ", new Span(row.Through, Tone.Faint));
            }
        }
    }
}
