using System.Text;
using Platform.Graph;

namespace Platform.Cli.Render;

/// <summary>Where this command writes: data to one place, messages to another.</summary>
/// <param name="data">What somebody asked for.</param>
/// <param name="messages">What somebody should know.</param>
internal sealed class Terminal(Stream data, TextWriter messages)
{
    /// <summary>What the reader of the data can show.</summary>
    public required TextLayout Data { get; init; }

    /// <summary>What the reader of the messages can show.</summary>
    public required TextLayout Messages { get; init; }

    /// <summary>Whether a line that changes makes sense among the messages.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>The streams of this process, with what they can show.</summary>
    /// <remarks><c>NO_COLOR</c> takes colour away, <c>TERM=dumb</c> or no <c>TERM</c> also everything that moves the cursor.</remarks>
    public static Terminal OfThisProcess()
    {
        var dumb = IsDumb();
        var colour = !dumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;   // the old code pages have no lines to draw a tree with
        }

        var messages = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        return new Terminal(Console.OpenStandardOutput(), messages)
        {
            Data = Console.IsOutputRedirected ? TextLayout.Plain : new TextLayout(WindowWidth(), colour),
            Messages = Console.IsErrorRedirected ? TextLayout.Plain : new TextLayout(WindowWidth(), colour),
            ShowsProgress = !Console.IsErrorRedirected && !dumb,
        };
    }

    /// <summary>Writes data.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        data.Write(utf8);
        data.Flush();
    }

    /// <summary>Writes data.</summary>
    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a message: a label, then the text, whose further lines are indented.</summary>
    public void Tell(Tone tone, string label, string text)
    {
        var page = new Page(Messages);
        var first = true;
        foreach (var line in Printable.Lines(text))
        {
            page.Hang(first ? new Span($"{label}: ", tone) : "  ", "  ", line);
            first = false;
        }

        messages.Write(page.ToString());
    }

    /// <summary>Writes lines of somebody else, such as the program's own output, so that they cannot be mistaken for ours.</summary>
    public void Quote(string heading, IReadOnlyCollection<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var page = new Page(Messages);
        page.Line(new Span(heading, Tone.Faint));
        foreach (var line in lines.SelectMany(Printable.Lines))
        {
            page.Hang(new Span("  | ", Tone.Faint), "  | ", line);
        }

        messages.Write(page.ToString());
    }

    /// <summary>Writes why it ends, and optionally the way out, and returns how.</summary>
    public ExitCode Fail(ExitCode exitCode, string problem, string? hint = null)
    {
        Tell(Tone.Bad, "error", hint is null ? problem : $"{problem}\n{hint}");
        return exitCode;
    }

    /// <summary>Writes the messages of a program.</summary>
    public void Tell(IEnumerable<Diagnostic> diagnostics, ResourceGraph? graph)
    {
        var page = new Page(Messages);
        foreach (var diagnostic in diagnostics)
        {
            DiagnosticText.Write(page, "", diagnostic, graph);
        }

        messages.Write(page.ToString());
    }

    /// <summary>A line that tells what goes on, or nothing where a changing line makes no sense.</summary>
    public ProgressLine StartProgress() => new(ShowsProgress ? messages : TextWriter.Null, Messages.Width ?? 80);

    /// <summary>Whether the terminal would show control sequences instead of obeying them; before Windows Terminal, Windows' own did.</summary>
    private static bool IsDumb() => OperatingSystem.IsWindows()
        ? Environment.GetEnvironmentVariable("WT_SESSION") is null && Environment.GetEnvironmentVariable("TERM") is null
        : Environment.GetEnvironmentVariable("TERM") is "dumb" or null;

    private static int WindowWidth()
    {
        try
        {
            return Math.Max(Console.WindowWidth, 20);
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
