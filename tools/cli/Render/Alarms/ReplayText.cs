using System.Collections.Immutable;
using System.Globalization;
using Platform.Insights.Alarms.Evaluation;

namespace Platform.Cli.Render.Alarms;

/// <summary>A replay for people: what went off, who was called, and what went otherwise than expected.</summary>
internal static class ReplayText
{
    public static string Of(ReplayResult result, ImmutableArray<string> faults, TextLayout layout)
    {
        var page = new Page(layout);
        page.Line(new Span(result.Scenario.Name, Tone.Strong), $"  {result.Scenario.Minutes} minutes");
        Changes(page, result);
        page.Heading("Who is called");
        Messages(page, result.Pages);
        page.Heading("Who gets a ticket");
        Messages(page, result.Messages.Where(message => !message.Alarm.Pages));
        if (!result.Silenced.IsEmpty)
        {
            page.Heading("Stays silent, since somebody has been called");
            foreach (var silence in result.Silenced)
            {
                page.Hang($"  {Clock(silence.Minute)}  ", "         ", silence.Alarm.Name, new Span($"  because of {silence.Because}", Tone.Faint));
            }
        }

        Verdict(page, result, faults);
        return page.ToString();
    }

    private static void Changes(Page page, ReplayResult result)
    {
        page.Heading("Alarms");
        if (result.Changes.IsEmpty)
        {
            page.Line("  none goes off");
        }

        foreach (var change in result.Changes)
        {
            var state = change.State switch { AlarmState.Alarm => "ALARM", AlarmState.Ok => "ok", _ => "no data" };
            var figure = change.Figure is { } value ? $"  at {value.ToString("0.####", CultureInfo.InvariantCulture)}" : "";
            page.Hang(
                $"  {Clock(change.Minute)}  ",
                "                  ",
                new Span(state.PadRight(8), change.State == AlarmState.Alarm ? Tone.Warning : Tone.Faint),
                change.Alarm.Name,
                new Span($"  {change.Alarm.Severity}{figure}", Tone.Faint));
        }
    }

    private static void Messages(Page page, IEnumerable<Message> messages)
    {
        var none = true;
        foreach (var message in messages)
        {
            none = false;
            page.Hang(
                $"  {Clock(message.Minute)}  ",
                "         ",
                new Span(message.Alarm.Severity.PadRight(10), message.Alarm.Pages ? Tone.Bad : Tone.Plain),
                message.Alarm.Name,
                new Span($"  → {string.Join(", ", message.Alarm.Tells)}", Tone.Source));
        }

        if (none)
        {
            page.Line("  nobody");
        }
    }

    private static void Verdict(Page page, ReplayResult result, ImmutableArray<string> faults)
    {
        page.Heading("Verdict");
        if (result.Scenario.Expected is null)
        {
            page.Line(new Span("  the scenario expects nothing", Tone.Faint));
        }
        else if (faults.IsEmpty)
        {
            page.Line(new Span("  as expected", Tone.Good));
        }

        foreach (var fault in faults)
        {
            page.Hang("  ", "    ", new Span(fault, Tone.Bad));
        }
    }

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60,2}:{minute % 60:00}");
}
