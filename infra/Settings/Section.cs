using System.Text.Json;

namespace Platform.Infra.Settings;

/// <summary>
/// One block of settings. Every question names the key and what a right answer looks like; wrong answers go to the list of
/// problems and a stand-in comes back, so that reading goes on and finds the next problem too.
/// </summary>
internal sealed class Section
{
    private readonly GivenKeys _keys;
    private readonly List<Section> _blocks = [];

    private Section(GivenKeys keys) => _keys = keys;

    /// <summary>All keys of one namespace. A value that looks like a block or a list is read as JSON, as Pulumi writes it.</summary>
    public static Section OfNamespace(string space, IReadOnlyDictionary<string, string> config, Problems problems) => new(new GivenKeys(
        space + ":",
        config
            .Where(pair => pair.Key.StartsWith(space + ":", StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key[(space.Length + 1)..], pair => SettingText.Json(pair.Value), StringComparer.Ordinal),
        problems));

    /// <summary>Whether a key was given and its answer was right.</summary>
    public bool IsSound(string key) => _keys.IsSound(key);

    /// <summary>A block that must be there.</summary>
    public Section Block(string key)
    {
        var block = new Section(_keys.Open(key));
        _blocks.Add(block);
        return block;
    }

    /// <summary>A block that may be left out; null when it is.</summary>
    public Section? OptionalBlock(string key) => _keys.Find(key) is null ? null : Block(key);

    /// <summary>A piece of text. <paramref name="form"/> says what a right one looks like.</summary>
    public string Text(string key, string form, Func<string, bool> isRight)
    {
        if (_keys.Ask(key, form) is not { } value)
        {
            return "";
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && isRight(text))
        {
            return text;
        }

        Refuse(key, value, "is not of the right form", form);
        return "";
    }

    /// <summary>A piece of text that may be left out; null when it is.</summary>
    public string? OptionalText(string key, string form, Func<string, bool> isRight) => _keys.Find(key) is null ? null : Text(key, form, isRight);

    /// <summary>A list of texts, each of one form; empty when the key may be left out and is.</summary>
    public IReadOnlyList<string> Texts(string key, string form, Func<string, bool> isRight, bool optional = false)
    {
        if ((optional ? _keys.Find(key) : _keys.Ask(key, form)) is not { } value)
        {
            return [];
        }

        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
        var wrong = items.Where(item => item.ValueKind != JsonValueKind.String || !isRight(item.GetString() ?? "")).ToArray();
        foreach (var item in wrong)
        {
            Refuse(key, item, "is not of the right form", form);
        }

        if (items.Length == 0)
        {
            Refuse(key, value, "is empty", form);
        }

        return wrong.Length > 0 ? [] : [.. items.Select(item => item.GetString() ?? "")];
    }

    /// <summary>A whole number. <paramref name="problem"/> says why one is refused, <paramref name="form"/> what to set instead.</summary>
    public int Whole(string key, string form, Func<int, string?> problem)
    {
        if (_keys.Ask(key, form) is not { } value)
        {
            return 0;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            Refuse(key, value, "must be a whole number", form);
            return 0;
        }

        if (problem(number) is { } reason)
        {
            Refuse(key, value, reason, form);
        }

        return number;
    }

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public int Whole(string key, int min, int max) => Whole(
        key, $"{min} to {max}", number => number >= min && number <= max ? null : "is out of range");

    /// <summary>A whole number that may be left out; null when it is.</summary>
    public int? OptionalWhole(string key, int min, int max) => _keys.Find(key) is null ? null : Whole(key, min, max);

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words)
    {
        var text = Text(key, string.Join(", ", words.Keys.SkipLast(1)) + " or " + words.Keys.Last(), words.ContainsKey);
        return words.TryGetValue(text, out var choice) ? choice : words.Values.First();
    }

    /// <summary>A time of day as <c>hh:mm</c>, UTC.</summary>
    public TimeOnly Time(string key)
    {
        const string form = "a time in UTC such as \"06:00\"";
        var text = Text(key, form, given => SettingText.TryTime(given, out _));
        return SettingText.TryTime(text, out var time) ? time : default;
    }

    /// <summary>Adds a problem that shows only when values are seen together.</summary>
    public void Refuse(string key, string sentence) => _keys.Refuse(key, sentence);

    /// <summary>Ends reading: every key nobody asked for is a problem, here and in the blocks below.</summary>
    public void Close()
    {
        _keys.RefuseUnknown();
        _blocks.ForEach(block => block.Close());
    }

    private void Refuse(string key, JsonElement value, string reason, string form) =>
        _keys.Refuse(key, $"is {SettingText.Show(value)}, but {reason}; set {form}");
}
