namespace Platform.Declarations.TypeScript;

/// <summary>Reads types, and the members of an interface body.</summary>
internal sealed class TypeParser(TokenReader tokens)
{
    /// <summary>How deep types may stand within each other; no provider comes near it, and a file that is made to break its reader must not.</summary>
    public const int MaxDepth = 64;

    private int _depth;

    public TsType Type()
    {
        if (++_depth > MaxDepth)
        {
            throw tokens.Unexpected("a type that is not as deep");
        }

        var type = Union();
        _depth--;
        return type;
    }

    /// <summary>The properties up to the closing brace, which is taken too. Methods and index signatures are skipped.</summary>
    public List<TsMember> Members()
    {
        var members = new List<TsMember>();
        while (!tokens.Take("}"))
        {
            var deprecated = tokens.Current.Deprecated;
            if (tokens.Is("readonly") && !tokens.Ahead(1).Is(":") && !tokens.Ahead(1).Is("?"))
            {
                tokens.Take();
            }

            if (tokens.Is("["))
            {
                tokens.SkipStatement();
                continue;
            }

            var name = tokens.Name();
            var optional = tokens.Take("?");
            if (tokens.Is("(") || tokens.Is("<"))
            {
                tokens.SkipStatement();
                continue;
            }

            tokens.Expect(":");
            members.Add(new(name, optional, Type(), deprecated));
            if (!tokens.Take(";"))
            {
                tokens.Take(",");
            }
        }

        return members;
    }

    private TsType Union()
    {
        tokens.Take("|");
        var parts = new List<TsType> { Postfix() };
        while (tokens.Take("|"))
        {
            parts.Add(Postfix());
        }

        return parts.Count == 1 ? parts[0] : new TsUnion(parts);
    }

    private TsType Postfix()
    {
        var type = Primary();
        for (var depth = 0; tokens.Take("["); depth++)
        {
            if (depth > MaxDepth)
            {
                throw tokens.Unexpected("a type that is not as deep");
            }

            if (tokens.Take("]"))
            {
                type = new TsArray(type);
                continue;
            }

            Type();
            tokens.Expect("]");
            type = new TsUnsupported("indexed access");
        }

        return type;
    }

    private TsType Primary()
    {
        var first = tokens.Current;
        if (first.Kind is TokenKind.Text or TokenKind.Number)
        {
            tokens.Take();
            return new TsLiteral(first.Text, first.Kind == TokenKind.Text);
        }

        if (tokens.Is("("))
        {
            return Parenthesis();
        }

        if (tokens.Take("{"))
        {
            return Braces();
        }

        if (IsOperator())
        {
            while (IsOperator())
            {
                tokens.Take();
            }

            Primary();
            return new TsUnsupported(first.Text);
        }

        return Named();
    }

    private bool IsOperator() => tokens.Is("typeof") || tokens.Is("keyof") || tokens.Is("readonly") || tokens.Is("unique");

    private TsName Named()
    {
        var name = new List<string> { tokens.Name() };
        while (tokens.Take("."))
        {
            name.Add(tokens.Name());
        }

        var arguments = new List<TsType>();
        if (tokens.Take("<"))
        {
            while (!tokens.Take(">"))
            {
                arguments.Add(Type());
                tokens.Take(",");
            }
        }

        return new(string.Join('.', name), arguments);
    }

    private TsType Braces()
    {
        if (!tokens.Take("["))
        {
            Members();
            return new TsUnsupported("inline object");
        }

        tokens.Name();
        tokens.Expect(":");
        Type();
        tokens.Expect("]");
        tokens.Expect(":");
        var value = Type();
        tokens.Take(";");
        tokens.Expect("}");
        return new TsMap(value);
    }

    private TsType Parenthesis()
    {
        var start = tokens.Mark;
        for (var depth = 0; !tokens.AtEnd;)
        {
            depth += tokens.Take().Text switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0)
            {
                break;
            }
        }

        if (tokens.Take("=>"))
        {
            Type();
            return new TsUnsupported("function");
        }

        tokens.Return(start);
        tokens.Expect("(");
        var inner = Type();
        tokens.Expect(")");
        return inner;
    }
}
