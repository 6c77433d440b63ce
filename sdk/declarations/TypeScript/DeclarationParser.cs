using System.Text;

namespace Platform.Declarations.TypeScript;

/// <summary>
/// Reads the part of TypeScript's declaration syntax that provider packages are generated in: interfaces, classes,
/// namespaces and constant objects of literals. Everything else is skipped.
/// </summary>
internal sealed class DeclarationParser
{
    private readonly TokenReader _tokens;
    private readonly TypeParser _types;
    private readonly TsFile _file = new();

    private DeclarationParser(TokenReader tokens)
    {
        _tokens = tokens;
        _types = new(tokens);
    }

    /// <exception cref="FormatException">The file has a form this parser does not know; the message has file and line.</exception>
    public static TsFile Parse(string file, string text) => Parse(file, text, Range.All);

    /// <summary>Like <see cref="Parse(string, string)"/>, but only a part of the file.</summary>
    public static TsFile Parse(string file, string text, Range part)
    {
        var parser = new DeclarationParser(new(file, text, part));
        parser.Scope("");
        if (!parser._tokens.AtEnd)
        {
            throw parser._tokens.Unexpected("a declaration");
        }

        return parser._file;
    }

    private void Scope(string ns, int depth = 0)
    {
        if (depth > TypeParser.MaxDepth)
        {
            throw _tokens.Unexpected("fewer namespaces within each other");
        }

        while (!_tokens.AtEnd && !_tokens.Is("}"))
        {
            var deprecated = _tokens.Current.Deprecated;
            while (_tokens.Take("export") || _tokens.Take("declare") || _tokens.Take("abstract"))
            {
            }

            if (_tokens.Take("interface"))
            {
                Interface(ns);
            }
            else if (_tokens.Is("namespace") && _tokens.Ahead(1).Kind == TokenKind.Word)
            {
                _tokens.Take();
                var name = _tokens.Name();
                _tokens.Expect("{");
                Scope(ns.Length == 0 ? name : $"{ns}/{name}", depth + 1);
                _tokens.Expect("}");
            }
            else if (_tokens.Take("class"))
            {
                Class(deprecated);
            }
            else if (_tokens.Is("const") && _tokens.Ahead(2).Is(":") && _tokens.Ahead(3).Is("{"))
            {
                _tokens.Take();
                var name = _tokens.Name();
                _tokens.Expect(":");
                _tokens.Expect("{");
                _file.Enums.Add(new(name, _types.Members()));
                _tokens.Take(";");
            }
            else
            {
                _tokens.SkipStatement();
            }
        }
    }

    private void Interface(string ns)
    {
        var name = _tokens.Name();
        while (!_tokens.Is("{") && !_tokens.AtEnd)
        {
            _tokens.Take();
        }

        _tokens.Expect("{");
        _file.Interfaces.Add(new(ns, name, _types.Members()));
    }

    private void Class(bool deprecated)
    {
        var name = _tokens.Name();
        var parent = new StringBuilder();
        while (!_tokens.Is("{") && !_tokens.AtEnd)
        {
            var part = _tokens.Take().Text;
            parent.Append(part is "extends" ? "" : part);
        }

        _tokens.Expect("{");
        var members = new List<TsMember>();
        while (!_tokens.Take("}"))
        {
            var current = _tokens.Current;
            if (_tokens.AtEnd)
            {
                throw _tokens.Unexpected("'}'");
            }

            if (!_tokens.Take("readonly"))
            {
                _tokens.SkipStatement();
                continue;
            }

            var member = _tokens.Name();
            var optional = _tokens.Take("?");
            _tokens.Expect(":");
            members.Add(new(member, optional, _types.Type(), current.Deprecated));
            _tokens.Take(";");
        }

        _file.Classes.Add(new(name, parent.ToString(), members, deprecated));
    }
}
