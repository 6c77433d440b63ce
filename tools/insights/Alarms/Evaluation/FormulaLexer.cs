using System.Collections.Immutable;

namespace Platform.Insights.Alarms.Evaluation;

/// <summary>Cuts metric math and composite rules into words, numbers, quoted names and signs.</summary>
internal static class FormulaLexer
{
    private static readonly string[] Signs = ["&&", "||", ">=", "<=", "==", "!=", "(", ")", "[", "]", ",", "+", "-", "*", "/", ">", "<", "^"];

    /// <exception cref="FormatException">A character has no meaning there.</exception>
    public static ImmutableArray<string> Cut(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var length = LengthAt(text, at);
            tokens.Add(text.Substring(at, length));
            at += length;
        }

        return tokens.ToImmutable();
    }

    private static int LengthAt(string text, int at)
    {
        if (text[at] == '"')
        {
            var end = text.IndexOf('"', at + 1);
            return end > at ? end - at + 1 : throw new FormatException($"'{text}' has a name whose quotation mark is not closed.");
        }

        if (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.')
        {
            var end = at;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.'))
            {
                end++;
            }

            return end - at;
        }

        return Signs.FirstOrDefault(sign => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0)?.Length
            ?? throw new FormatException($"'{text}' has '{text[at]}' at {at}, which metric math does not know.");
    }
}
