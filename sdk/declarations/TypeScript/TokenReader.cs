namespace Platform.Declarations.TypeScript;

/// <summary>Walks the tokens of a file, or a part of one, and says where it stands when something unexpected comes.</summary>
internal sealed class TokenReader(string file, string text, Range part)
{
    private readonly IReadOnlyList<Token> _tokens = Lexer.Cut(text, part);
    private int _at;

    public Token Current => _tokens[_at];

    public bool AtEnd => Current.Kind == TokenKind.End;

    /// <summary>Where the reader stands, to come back to with <see cref="Return"/>.</summary>
    public int Mark => _at;

    public void Return(int mark) => _at = mark;

    public Token Ahead(int count) => _tokens[Math.Min(_at + count, _tokens.Count - 1)];

    public bool Is(string text) => Current.Is(text);

    public bool Take(string text)
    {
        if (!Is(text))
        {
            return false;
        }

        _at++;
        return true;
    }

    public Token Take()
    {
        var token = Current;
        if (!AtEnd)
        {
            _at++;
        }

        return token;
    }

    public void Expect(string text)
    {
        if (!Take(text))
        {
            throw Unexpected($"'{text}'");
        }
    }

    /// <summary>A name, which may be quoted: <c>"content-type"</c>.</summary>
    public string Name() =>
        Current.Kind is TokenKind.Word or TokenKind.Text ? Take().Text : throw Unexpected("a name");

    /// <summary>Skips to behind the next semicolon of this nesting, or behind a block that ends without one.</summary>
    public void SkipStatement()
    {
        for (var depth = 0; !AtEnd;)
        {
            if (depth == 0 && Is("}"))
            {
                return;
            }

            var token = Take();
            if (token.Kind != TokenKind.Mark)
            {
                continue;
            }

            depth += token.Text switch { "{" or "(" or "[" => 1, "}" or ")" or "]" => -1, _ => 0 };
            if (depth == 0 && (token.Text == ";" || (token.Text == "}" && EndsBlock())))
            {
                return;
            }
        }
    }

    public FormatException Unexpected(string wanted)
    {
        var line = 1 + text.AsSpan(0, Current.Position).Count('\n');
        return new FormatException($"{file}:{line}: expected {wanted}, found '{Current.Text}'; the declaration reader does not know this form");
    }

    private bool EndsBlock() => !Is(";") && !Is("from") && !Is("[") && !Is("|") && !Is(")") && !Is(",");
}
