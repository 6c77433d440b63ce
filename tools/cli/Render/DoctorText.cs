using Platform.Cli.Doctor;
using Spectre.Console;

namespace Platform.Cli.Render;

/// <summary>The diagnosis as a table.</summary>
internal static class DoctorText
{
    /// <summary>Renders the diagnosis.</summary>
    public static string Of(IReadOnlyList<CheckUp> checkUps, TextLayout layout)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (var (heading, wraps) in new[] { ("", false), ("Tool", false), ("Found", false), ("What for", true) })
        {
            table.AddColumn(new TableColumn(Text(new Span(heading, Tone.Strong))) { NoWrap = !wraps, Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var checkUp in checkUps)
        {
            var purpose = checkUp.Found is null ? $"{checkUp.Purpose}. Get it: {checkUp.Remedy}" : checkUp.Purpose;
            table.AddRow(Text(State(checkUp)), Text(checkUp.Tool), Text(checkUp.Found ?? "-"), Text(new Span(purpose, Tone.Faint)));
        }

        var page = new Page(layout);
        page.Add(table);
        page.Gap();
        var missing = checkUps.Where(checkUp => checkUp.IsMissing).Select(checkUp => checkUp.Tool).ToList();
        page.Line(missing.Count == 0
            ? new Span("Everything that planning needs is here.", Tone.Good)
            : new Span($"Planning is not possible without: {string.Join(", ", missing)}.", Tone.Bad));
        return page.ToString();
    }

    private static Span State(CheckUp checkUp) => checkUp switch
    {
        { Found: not null } => new Span("ok", Tone.Good),
        { Required: true } => new Span("missing", Tone.Bad),
        _ => new Span("optional", Tone.Warning),
    };

    private static Text Text(Span span) => new(Printable.Line(span.Text), Palette.StyleOf(span.Tone));
}
