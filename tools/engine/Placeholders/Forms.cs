using System.Globalization;
using System.Text;
using Platform.Engine.Placeholders.Services;

namespace Platform.Engine.Placeholders;

/// <summary>Makes the texts of one subject's computed outputs.</summary>
/// <remarks>The same subject always gives the same texts; every text made is known to the <see cref="MarkIndex"/>.</remarks>
internal sealed class Forms(Subject subject, MarkIndex marks)
{
    private readonly IReadOnlyDictionary<string, string> _table = subject.Package == "aws" ? FormTable.Aws.Of(subject.Type) : new Dictionary<string, string>();
    private readonly Dictionary<string, string?> _made = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>Whether the table has the property, even if only to say that it is unknown.</summary>
    public bool Knows(string path) => _table.ContainsKey(PathPattern(path));

    /// <summary>A number the table has for a property; <c>null</c> if there is none.</summary>
    public double? Number(string path) =>
        _table.TryGetValue(PathPattern(path), out var form)
        && form is ['#', .. var number]
        && Expand(path, number) is { } text
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>The text of a property: given, by its form, or by its name; <c>null</c> if it cannot be told.</summary>
    public string? Text(string path)
    {
        if (_made.TryGetValue(path, out var made))
        {
            return made;
        }

        if (!_open.Add(path))
        {
            return null;   // a form that leads back to itself
        }

        var text = Make(path);
        _open.Remove(path);
        _made[path] = text;
        return text;
    }

    /// <summary>The mark of a property, made known.</summary>
    public string Marked(string path)
    {
        var mark = Mark.Of(subject.Source, path);
        marks.Issue(mark, Origin(path));
        return mark;
    }

    /// <summary>The mark of a property as a UUID, made known.</summary>
    public string Uuid(string path)
    {
        Marked(path);
        return Mark.Uuid(subject.Source, path);
    }

    /// <summary>Makes a text known as the whole of a property.</summary>
    public string Record(string path, string text)
    {
        Marked(path);
        marks.Add(Origin(path), text);
        return text;
    }

    /// <summary>A path without its indices: <c>identities[0].issuer</c> becomes <c>identities[].issuer</c>.</summary>
    public static string PathPattern(string path)
    {
        if (!path.Contains('[', StringComparison.Ordinal))
        {
            return path;
        }

        var pattern = new StringBuilder(path.Length);
        var inside = false;
        foreach (var c in path)
        {
            inside = c == '[' || inside && c != ']';
            if (!inside || c == '[')
            {
                pattern.Append(c);
            }
        }

        return pattern.ToString();
    }

    private string? Make(string path)
    {
        if (subject.IsGiven(path))
        {
            return subject.GivenText(path);
        }

        // What is read by id and whose id is one of its properties has that property too.
        if (subject.Id is not null && _table.GetValueOrDefault("id") == $"{{{path}}}")
        {
            return subject.Id;
        }

        var text = _table.TryGetValue(PathPattern(path), out var form)
            ? form is "?" ? null : Expand(path, form.TrimStart('#'))
            : NamedForms.Text(path, subject, this);
        return text is null ? null : Record(path, text);
    }

    private string? Expand(string path, string form)
    {
        var text = new StringBuilder(form.Length);
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] != '{')
            {
                text.Append(form[i]);
                continue;
            }

            var end = form.IndexOf('}', i);
            if (Slot(path, form[(i + 1)..end]) is not { } part)
            {
                return null;
            }

            text.Append(part);
            i = end;
        }

        return text.ToString();
    }

    private string? Slot(string path, string slot) => slot switch
    {
        "x" => Marked(path),
        "X" => Marked(path).ToUpperInvariant(),
        "guid" => Uuid(path),
        "hex32" => Marked(path) + Mark.Digits(subject.Source, path, 32)[Mark.Length..],
        "ip" => Address.V4(subject.Source, path),
        "block:16" => Address.Block(subject.Source, path, 16),
        "block:24" => Address.Block(subject.Source, path, 24),
        "block6" => Address.Block6(subject.Source, path),
        "P" => subject.Scope.Partition,
        "R" => subject.Scope.Region,
        "A" => subject.Scope.Account,
        "D" => subject.Scope.DnsSuffix,
        ['a', 'u', 't', 'o', ':', .. var limit] => AutoName(path, int.Parse(limit, CultureInfo.InvariantCulture)),
        _ when ServiceFacts.Find(slot, path, subject, this) is { } fact => fact.Text,
        _ => Reference(slot),
    };

    private string? Reference(string slot)
    {
        var end = slot.IndexOfAny(['~', ':', '!', '/', '>', '|', '?']);
        if (end < 0)
        {
            return Text(slot);
        }

        var (property, rest) = (slot[..end], slot[(end + 1)..]);
        switch (slot[end])
        {
            case '|':
                return subject.IsGiven(property) ? Text(property) : rest;
            case '?':
                return subject.IsGiven(property) ? Text(property) is { } given ? given + rest : null : "";
        }

        return Text(property) is not { } text ? null : slot[end] switch
        {
            '~' => text[(text.LastIndexOf('/') + 1)..],
            ':' => text[(text.LastIndexOf(':') + 1)..],
            '!' => text.StartsWith("https://", StringComparison.Ordinal) ? text["https://".Length..] : text,
            '/' => text.StartsWith('/') ? text : "/" + text,
            _ => text.IndexOf(rest, StringComparison.Ordinal) is var at and >= 0 ? text[(at + rest.Length)..] : text,
        };
    }

    /// <summary>A name as the provider makes one: the logical name, shortened to leave room, and the mark.</summary>
    public string AutoName(string path, int limit)
    {
        var name = new StringBuilder();
        foreach (var c in subject.Name.ToLowerInvariant())
        {
            name.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        }

        var room = Math.Max(0, limit - Mark.Length - 1);
        var start = name.ToString()[..Math.Min(name.Length, room)].Trim('-');
        return start.Length == 0 ? $"a{Marked(path)}" : $"{start}-{Marked(path)}";
    }

    private MarkSource Origin(string path) => new(subject.Label, path);
}
