using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration of the stack: texts by full key, such as <c>aws:region</c>.</summary>
internal sealed class ConfigValues
{
    public static readonly ConfigValues None = new([], []);

    private readonly Dictionary<string, string> _values;
    private readonly HashSet<string> _secrets;

    private ConfigValues(Dictionary<string, string> values, HashSet<string> secrets)
    {
        _values = values;
        _secrets = secrets;
    }

    /// <summary>The texts of the secret keys.</summary>
    public IEnumerable<string> SecretTexts
    {
        get
        {
            foreach (var key in _secrets)
            {
                if (Get(key) is { } text)
                {
                    yield return text;
                }
            }
        }
    }

    public static ConfigValues Read(Func<string, string?> variable) => Read(variable("PULUMI_CONFIG"), variable("PULUMI_CONFIG_SECRET_KEYS"));

    /// <summary>Reads what the host sends: an object of texts, and an array of the keys that are secret.</summary>
    public static ConfigValues Read(string? json, string? secretKeysJson)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!IsNothing(json, "{}"))
        {
            using var document = JsonDocument.Parse(json);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                values[Normalize(property.Name)] = property.Value.ToString();
            }
        }

        var secrets = new HashSet<string>(StringComparer.Ordinal);
        if (!IsNothing(secretKeysJson, "[]"))
        {
            using var document = JsonDocument.Parse(secretKeysJson);
            foreach (var key in document.RootElement.EnumerateArray())
            {
                secrets.Add(Normalize(key.GetString() ?? ""));
            }
        }

        return values.Count == 0 && secrets.Count == 0 ? None : new(values, secrets);
    }

    public string? Get(string fullKey) => _values.GetValueOrDefault(fullKey);

    public bool IsSecret(string fullKey) => _secrets.Contains(fullKey);

    // What most stacks have, and hosts send all the same, is not worth loading a parser for.
    private static bool IsNothing([NotNullWhen(false)] string? json, string empty) => string.IsNullOrEmpty(json) || json == empty;

    // `project:config:key` is an old way to write `project:key`.
    private static string Normalize(string key)
    {
        const string Old = ":config:";
        var at = key.IndexOf(Old, StringComparison.Ordinal);
        return at < 0 ? key : string.Concat(key.AsSpan(0, at), ":", key.AsSpan(at + Old.Length));
    }
}
