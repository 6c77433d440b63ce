namespace Platform.Cli.Render;

/// <summary>What the reader's end can show.</summary>
/// <param name="Width">Columns to wrap at; <c>null</c> never wraps, as in a file or a pipe.</param>
/// <param name="Colour">Whether colour and weight may be used.</param>
internal sealed record TextLayout(int? Width, bool Colour)
{
    /// <summary>For files and pipes.</summary>
    public static TextLayout Plain { get; } = new(null, false);
}
