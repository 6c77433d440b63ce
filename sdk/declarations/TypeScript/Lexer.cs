using System.Text;

namespace Platform.Declarations.TypeScript;

internal enum TokenKind
{
    Word,
    Text,
    Number,
    Mark,
    End,
}

/// <summary>One token; <see cref="Deprecated"/> tells that the comment just before it said so.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position, bool Deprecated)
{
    public bool Is(string text) => Kind is TokenKind.Word or TokenKind.Mark && Text == text;
}

/// <summary>Cuts a TypeScript declaration file into tokens.</summary>
internal sealed class Lexer
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;
    private bool _deprecated;

    private Lexer(string text, int start) => (_text, _at) = (text, start);

    /// <summary>The tokens of a part of a text; their positions are those in the whole.</summary>
    public static IReadOnlyList<Token> Cut(string text, Range part)
    {
        var (start, length) = part.GetOffsetAndLength(text.Length);
        var lexer = new Lexer(text, start);
        while (lexer._at < start + length)
        {
            lexer.Next();
        }

        lexer.Add(TokenKind.End, "", start + length);
        return lexer._tokens;
    }

    private void Next()
    {
        var start = _at;
        var c = _text[start];
        if (char.IsWhiteSpace(c))
        {
            _at++;
        }
        else if (Follows("//"))
        {
            _at = _text.IndexOf('\n', start) is var end and >= 0 ? end : _text.Length;
        }
        else if (Follows("/*"))
        {
            Comment(start);
        }
        else if (c is '"' or '\'')
        {
            Quoted(start, c);
        }
        else if (IsWord(c) && !char.IsDigit(c))
        {
            Run(TokenKind.Word, start, IsWord);
        }
        else if (char.IsDigit(c) || (c == '-' && start + 1 < _text.Length && char.IsDigit(_text[start + 1])))
        {
            _at++;
            Run(TokenKind.Number, start, d => char.IsLetterOrDigit(d) || d == '.');
        }
        else
        {
            var mark = Follows("=>") ? "=>" : Follows("...") ? "..." : c.ToString();
            _at += mark.Length;
            Add(TokenKind.Mark, mark, start);
        }
    }

    private void Comment(int start)
    {
        var end = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : end + 2;
        if (Follows("/**", start))
        {
            _deprecated = _text.AsSpan(start, _at - start).Contains("@deprecated", StringComparison.Ordinal);
        }
    }

    private void Quoted(int start, char quote)
    {
        var value = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] != quote; _at++)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
            {
                _at++;
                value.Append(_text[_at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
            }
            else
            {
                value.Append(_text[_at]);
            }
        }

        _at++;
        Add(TokenKind.Text, value.ToString(), start);
    }

    private void Run(TokenKind kind, int start, Func<char, bool> belongs)
    {
        while (_at < _text.Length && belongs(_text[_at]))
        {
            _at++;
        }

        Add(kind, _text[start.._at], start);
    }

    private bool Follows(string text) => Follows(text, _at);

    private bool Follows(string text, int position) => string.CompareOrdinal(_text, position, text, 0, text.Length) == 0;

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private void Add(TokenKind kind, string text, int position)
    {
        _tokens.Add(new(kind, text, position, _deprecated));
        _deprecated = false;
    }
}
