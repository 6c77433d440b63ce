using Spectre.Console;

namespace Platform.Cli.Render;

/// <summary>What a piece of text is for; <see cref="Palette"/> decides how that looks.</summary>
internal enum Tone
{
    /// <summary>Ordinary text.</summary>
    Plain,

    /// <summary>A heading or the name of a component.</summary>
    Strong,

    /// <summary>What the eye may skip: types, lines, punctuation.</summary>
    Faint,

    /// <summary>Where a value comes from.</summary>
    Source,

    /// <summary>In order.</summary>
    Good,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Bad,
}

/// <summary>Text and its purpose. The text is data: it is never read as markup.</summary>
internal readonly record struct Span(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Span(string text) => new(text);
}

/// <summary>The looks: only the sixteen colours that every terminal theme defines.</summary>
internal static class Palette
{
    public static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Faint => new Style(foreground: Color.Grey),
        Tone.Source => new Style(foreground: Color.Teal),
        Tone.Good => new Style(foreground: Color.Green),
        Tone.Warning => new Style(foreground: Color.Olive),
        Tone.Bad => new Style(foreground: Color.Maroon, decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}
