using Platform.Cli.Render;

namespace Platform.Cli.Output;

/// <summary>Where a command's document goes: the screen, or a file that is replaced as a whole.</summary>
internal sealed class Destination(Terminal terminal, OutputFile? file)
{
    /// <summary>What the reader there can show.</summary>
    public TextLayout Layout => file is null ? terminal.Data : TextLayout.Plain;

    /// <summary>Writes the document.</summary>
    /// <exception cref="UsageException">The file cannot be written; what was there is still there.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            terminal.Write(utf8.Span);
        }
        else
        {
            await file.WriteAsync(utf8, cancellationToken);
        }
    }
}
