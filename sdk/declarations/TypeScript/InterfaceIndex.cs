using System.Buffers;

namespace Platform.Declarations.TypeScript;

/// <summary>
/// Where the interfaces of a large file stand, by namespace and name. The nested types of a provider fill megabytes, of which a
/// reader needs a few lines: only braces, comments and texts are looked at, and an interface is parsed when it is asked for.
/// </summary>
internal sealed class InterfaceIndex
{
    /// <summary>Characters one interface may have.</summary>
    public const int MaxInterface = 1_000_000;

    /// <summary>Interfaces a file may have; the largest provider has a tenth.</summary>
    public const int MaxInterfaces = 300_000;

    private static readonly SearchValues<char> Outside = SearchValues.Create("/{};\"'`");
    private static readonly SearchValues<char> Inside = SearchValues.Create("/{}\"'`");

    private readonly string _file;
    private readonly string _text;
    private readonly Dictionary<(string Namespace, string Name), Range> _places = [];
    private readonly Stack<string> _namespaces = [];
    private (string Name, int Start)? _open;
    private int _depth;
    private int _header;

    private InterfaceIndex(string file, string text) => (_file, _text) = (file, text);

    /// <exception cref="FormatException">The file is not of a kind a provider is generated in.</exception>
    public static InterfaceIndex Of(string file, string text)
    {
        var index = new InterfaceIndex(file, text);
        index.Scan();
        return index;
    }

    /// <summary>The interface with this name; <c>null</c> if the file declares none.</summary>
    /// <param name="ns">The namespace, with slashes: <c>core/v1</c>; empty for the root.</param>
    /// <param name="name">The interface's name.</param>
    /// <exception cref="FormatException">It has a form the parser does not know.</exception>
    public TsInterface? Find(string ns, string name)
    {
        if (!_places.TryGetValue((ns, name), out var place))
        {
            return null;
        }

        return place.GetOffsetAndLength(_text.Length).Length > MaxInterface
            ? throw new FormatException($"{_file}: the interface {name} has more than {MaxInterface} characters")
            : DeclarationParser.Parse(_file, _text, place).Interface(name)! with { Namespace = ns };
    }

    private void Scan()
    {
        for (var at = 0; at < _text.Length;)
        {
            var found = _text.AsSpan(at).IndexOfAny(_depth > 0 ? Inside : Outside);
            if (found < 0)
            {
                break;
            }

            at = Step(at + found);
        }

        if (_open is { } open)
        {
            Add(open.Name, open.Start.._text.Length);   // the parser tells where the file ends too early
        }
    }

    private int Step(int at)
    {
        switch (_text[at])
        {
            case '/':
                return Comment(at);
            case '{':
                Opens(at);
                return at + 1;
            case '}':
                Closes(at);
                return at + 1;
            case ';':
                _header = at + 1;
                return at + 1;
            case var quote:
                return Quoted(at, quote);
        }
    }

    private int Comment(int at)
    {
        var (mark, end) = at + 1 == _text.Length ? (' ', "") : _text[at + 1] switch { '*' => ('*', "*/"), '/' => ('/', "\n"), _ => (' ', "") };
        if (mark == ' ')
        {
            return at + 1;
        }

        var found = _text.IndexOf(end, at + 2, StringComparison.Ordinal);
        var behind = found < 0 ? _text.Length : found + end.Length;
        _header = _depth == 0 ? behind : _header;
        return behind;
    }

    private int Quoted(int at, char quote)
    {
        for (var i = at + 1; i < _text.Length; i++)
        {
            if (_text[i] == '\\')
            {
                i++;
            }
            else if (_text[i] == quote)
            {
                return i + 1;
            }
        }

        return _text.Length;
    }

    private void Opens(int at)
    {
        if (_depth > 0)
        {
            _depth++;
            return;
        }

        var header = _text.AsSpan(_header, Math.Min(at - _header, 1_000)).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        _header = at + 1;
        if (Behind(header, "namespace") is { } ns)
        {
            _namespaces.Push(_namespaces.TryPeek(out var outer) ? $"{outer}/{ns}" : ns);
            return;
        }

        _open = Behind(header, "interface") is { } name ? (name.Split('<')[0], _text.LastIndexOf("interface", at, StringComparison.Ordinal)) : null;
        _depth = 1;
    }

    private void Closes(int at)
    {
        _header = at + 1;
        if (_depth == 0)
        {
            _namespaces.TryPop(out _);
            return;
        }

        if (--_depth == 0 && _open is { } open)
        {
            Add(open.Name, open.Start..(at + 1));
            _open = null;
        }
    }

    private void Add(string name, Range place)
    {
        if (_places.Count == MaxInterfaces)
        {
            throw new FormatException($"{_file}: has more than {MaxInterfaces} interfaces");
        }

        _places.TryAdd((_namespaces.TryPeek(out var ns) ? ns : "", name), place);
    }

    private static string? Behind(string[] words, string word) =>
        Array.IndexOf(words, word) is var at and >= 0 && at + 1 < words.Length ? words[at + 1] : null;
}
