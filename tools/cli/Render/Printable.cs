using System.Buffers;
using System.Globalization;
using System.Text;

namespace Platform.Cli.Render;

/// <summary>Makes data harmless to look at: a resource's name must not move the cursor or reverse the line.</summary>
internal static class Printable
{
    // C0, DEL, C1, and the characters that change the direction of the text after them.
    private static readonly SearchValues<char> Dangerous = SearchValues.Create(
        [.. Enumerable.Range(0x00, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Concat([0x061C, 0x200E, 0x200F, 0x2028, 0x2029])
            .Concat(Enumerable.Range(0x202A, 5)).Concat(Enumerable.Range(0x2066, 4)).Select(code => (char)code)]);

    /// <summary>The text on one line, with <c>\u001b</c> and the like in place of characters that control.</summary>
    public static string Line(string text)
    {
        if (!text.AsSpan().ContainsAny(Dangerous))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' => safe.Append("\\n"),
                '\r' => safe.Append("\\r"),
                '\t' => safe.Append("\\t"),
                _ when Dangerous.Contains(c) => safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => safe.Append(c),
            };
        }

        return safe.ToString();
    }

    /// <summary>The lines of a text, each harmless; tabs become blanks.</summary>
    public static IEnumerable<string> Lines(string text) =>
        text.TrimEnd('\r', '\n').Split('\n').Select(line => Line(line.TrimEnd('\r').Replace("\t", "    ", StringComparison.Ordinal)));
}
