using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Platform.Cli.Render;

/// <summary>A text under construction: lines of spans, wrapped with a hanging indent where the reader's end is narrow.</summary>
internal sealed class Page(TextLayout layout)
{
    // "Never wraps" for a library that computes with the width.
    private const int Endless = 1_000_000;

    private readonly List<IRenderable> _parts = [];

    /// <summary>Columns to fill; <c>null</c> without a limit.</summary>
    public int? Width => layout.Width;

    /// <summary>Adds a line.</summary>
    public void Line(params ReadOnlySpan<Span> spans) => Hang("", "", spans);

    /// <summary>Adds a line that starts with <paramref name="first"/>; what does not fit continues after <paramref name="rest"/>.</summary>
    public void Hang(Span first, string rest, params ReadOnlySpan<Span> spans)
    {
        var body = new Paragraph();
        foreach (var span in spans)
        {
            body.Append(Printable.Line(span.Text), Palette.StyleOf(span.Tone));
        }

        _parts.Add(new HangingLine(first, rest, body));
    }

    /// <summary>Adds an empty line, but never two and none at the top.</summary>
    public void Gap()
    {
        if (_parts.Count > 0 && _parts[^1] is not EmptyLine)
        {
            _parts.Add(new EmptyLine());
        }
    }

    /// <summary>Adds a heading, set off from what stands above.</summary>
    public void Heading(string text)
    {
        Gap();
        Line(new Span(text, Tone.Strong));
    }

    /// <summary>Adds a widget, such as a table.</summary>
    public void Add(IRenderable widget) => _parts.Add(widget);

    /// <summary>The whole text.</summary>
    public override string ToString()
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = layout.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = layout.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new Sheet(text, Width ?? Endless),
        });
        console.Profile.Capabilities.Unicode = true;
        foreach (var part in _parts)
        {
            console.Write(part);
        }

        // A table pads its last column; nobody wants the blanks in a file.
        return layout.Colour ? text.ToString() : WithoutTrailingBlanks(text.ToString());
    }

    private static string WithoutTrailingBlanks(string text)
    {
        var trimmed = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            trimmed.Append(line.TrimEnd(' ')).Append('\n');
        }

        trimmed.Length--;
        return trimmed.ToString();
    }

    private sealed class Sheet(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => false;

        public int Width => width;

        public int Height => int.MaxValue;

        public void SetEncoding(Encoding encoding)
        {
        }
    }

    private sealed class EmptyLine : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [Segment.LineBreak];
    }

    private sealed class HangingLine(Span first, string rest, Paragraph body) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            // A prefix deeper than the screen is wide must still leave room for a word.
            var room = Math.Max(maxWidth - Math.Max(first.Text.Length, rest.Length), 12);
            var prefix = new Segment(first.Text, Palette.StyleOf(first.Tone));
            foreach (var line in Segment.SplitLines(((IRenderable)body).Render(options, room), room))
            {
                if (prefix.Text.Length > 0)
                {
                    yield return prefix;
                }

                var visible = line.FindLastIndex(segment => !segment.IsWhiteSpace) + 1;
                foreach (var segment in line.Take(visible))
                {
                    yield return segment;
                }

                yield return Segment.LineBreak;
                prefix = new Segment(rest, string.IsNullOrWhiteSpace(rest) ? Style.Plain : Palette.StyleOf(Tone.Faint));
            }
        }
    }
}
