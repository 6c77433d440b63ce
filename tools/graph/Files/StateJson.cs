using System.Collections.Immutable;
using System.Text.Json;

namespace Platform.Graph.Files;

/// <summary>Members of Pulumi's own documents, which leave out what is empty and write null for missing lists.</summary>
internal static class StateJson
{
    public static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];

    public static IEnumerable<JsonProperty> Members(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var map) && map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject()
            : [];

    public static ImmutableArray<string> Texts(JsonElement element, string name) => [.. Items(element, name).Select(item => item.GetString() ?? "")];

    public static ImmutableArray<string> TextsOf(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(item => item.GetString() ?? "")] : [];

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
        && member.GetString() is { Length: > 0 } text
            ? text
            : null;

    public static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.True;
}
