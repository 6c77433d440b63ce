namespace Platform.Cli.Render;

/// <summary>One line that is written over itself, and is gone when it ends.</summary>
internal sealed class ProgressLine(TextWriter writer, int width) : IDisposable
{
    private const string BackAndClear = "\r\u001b[K";

    private readonly Lock _lock = new();
    private string _shown = "";
    private bool _ended;

    /// <summary>Shows <paramref name="text"/> in place of what was there.</summary>
    public void Show(string text)
    {
        var line = Printable.Line(text);
        line = line.Length < width ? line : line[..(width - 1)];
        lock (_lock)
        {
            if (!_ended && line != _shown)
            {
                writer.Write(BackAndClear + line);
                _shown = line;
            }
        }
    }

    /// <summary>Clears the line; later calls of <see cref="Show"/> change nothing.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (!_ended && _shown.Length > 0)
            {
                writer.Write(BackAndClear);
            }

            _ended = true;
        }
    }
}
