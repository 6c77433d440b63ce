using Platform.Graph;

namespace Platform.Cli.Render;

/// <summary>A message of the program: how serious, what, and about which resource.</summary>
internal static class DiagnosticText
{
    /// <summary>Writes one message after <paramref name="indent"/>; its further lines are indented more.</summary>
    public static void Write(Page page, string indent, Diagnostic diagnostic, ResourceGraph? graph)
    {
        var rest = indent + "  ";
        var about = diagnostic.Urn is { Length: > 0 } urn ? new Span($"  ({graph?.Find(urn)?.Name ?? urn})", Tone.Faint) : new Span("");
        var first = true;
        foreach (var line in Printable.Lines(diagnostic.Message))
        {
            if (first)
            {
                page.Hang(Label(indent, diagnostic.Severity), rest, line, about);
            }
            else
            {
                page.Hang(rest, rest, line);
            }

            first = false;
        }
    }

    private static Span Label(string indent, Severity severity) => severity switch
    {
        Severity.Error => new Span($"{indent}error: ", Tone.Bad),
        Severity.Warning => new Span($"{indent}warning: ", Tone.Warning),
        Severity.Info => new Span($"{indent}info: "),
        _ => new Span($"{indent}debug: ", Tone.Faint),
    };
}
