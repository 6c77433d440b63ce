using System.Text.Json;

namespace Platform.Infra.Settings;

/// <summary>The keys of one block of settings: which are given, which were asked for, and which had a wrong answer.</summary>
/// <param name="path">What stands before a key in the name of a setting.</param>
/// <param name="values">What is given; null: the block itself is missing or wrong, of which somebody was told.</param>
/// <param name="problems">Where wrong answers go.</param>
internal sealed class GivenKeys(string path, IReadOnlyDictionary<string, JsonElement>? values, Problems problems)
{
    private readonly SortedSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wrong = new(StringComparer.Ordinal);

    /// <summary>Whether a key was given and its answer was right.</summary>
    public bool IsSound(string key) => values is not null && values.ContainsKey(key) && !_wrong.Contains(key);

    /// <summary>What a key says; null when it is not given, which is well.</summary>
    public JsonElement? Find(string key)
    {
        _asked.Add(key);
        return values is not null && values.TryGetValue(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <summary>What a key says; null, and a problem, when it is not given.</summary>
    public JsonElement? Ask(string key, string form)
    {
        var value = Find(key);
        if (value is null && values is not null)
        {
            problems.Add(Name(key), $"is missing; set {form}");
        }

        return value;
    }

    /// <summary>The keys of a block within this one.</summary>
    public GivenKeys Open(string key)
    {
        IReadOnlyDictionary<string, JsonElement>? inner = null;
        if (Find(key) is { } value)
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                inner = value.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
            }
            else
            {
                problems.Add(Name(key), $"is {SettingText.Show(value)}, but must be a block of settings");
            }
        }
        else if (values is not null)
        {
            problems.Add(Name(key), "is missing; it is a block of settings");
        }

        return new GivenKeys(Name(key) + ".", inner, problems);
    }

    /// <summary>Adds a problem with the answer of a key.</summary>
    public void Refuse(string key, string sentence)
    {
        _wrong.Add(key);
        problems.Add(Name(key), sentence);
    }

    /// <summary>Every key nobody asked for is a problem.</summary>
    public void RefuseUnknown()
    {
        foreach (var key in values?.Keys.Except(_asked) ?? [])
        {
            var hint = Spelling.Nearest(key, _asked) is { } meant ? $"did you mean '{meant}'?" : $"known here: {string.Join(", ", _asked)}";
            problems.Add(Name(key), $"is not a setting; {hint}");
        }
    }

    private string Name(string key) => path + key;
}
