using System.Collections.Immutable;
using System.Text.Json;

namespace Platform.Graph;

/// <summary>Members of the plan document: what is empty is not written.</summary>
internal static class JsonMembers
{
    public static void WriteFlag(Utf8JsonWriter json, string name, bool flag)
    {
        if (flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    public static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    public static void WriteMap(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, string> map)
    {
        if (map.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, text) in map)
        {
            json.WriteString(key, text);
        }

        json.WriteEndObject();
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> texts, bool always = false)
    {
        if (texts.IsEmpty && !always)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    public static ImmutableArray<string> Texts(JsonElement element, string name) =>
        [.. Items(element, name).Select(item => item.GetString()!)];

    public static ImmutableSortedDictionary<string, string> Map(JsonElement element, string name) =>
        element.TryGetProperty(name, out var map)
            ? map.EnumerateObject().ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) ? member.GetString() : null;

    public static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.GetBoolean();
}
