using Platform.Graph;

namespace Platform.Cli.Render;

/// <summary>A message of the program: how serious, what, and about which resource.</summary>
internal static class DiagnosticText
{
    /// <summary>Writes one message; its further lines are indented.</summary>
    public static void Write(Page page, Diagnostic diagnostic, ResourceGraph? graph)
    {
        var about = diagnostic.Urn is { Length: > 0 } urn ? new Span($"  ({graph?.Find(urn)?.Name ?? urn})", Tone.Faint) : new Span("");
        var first = true;
        foreach (var line in Printable.Lines(diagnostic.Message))
        {
            if (first)
            {
                page.Hang(Label(diagnostic.Severity), "    ", line, about);
            }
            else
            {
                page.Hang("    ", "    ", line);
            }

            first = false;
        }
    }

    private static Span Label(Severity severity) => severity switch
    {
        Severity.Error => new Span("  error: ", Tone.Bad),
        Severity.Warning => new Span("  warning: ", Tone.Warning),
        Severity.Info => new Span("  info: "),
        _ => new Span("  debug: ", Tone.Faint),
    };
}
