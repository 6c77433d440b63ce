using System.Collections.Immutable;
using System.Text.Json;
using Platform.Graph;

namespace Platform.Insights.Diff.Inputs;

/// <summary>JSON documents inside a property, compared by what they say: policies, container definitions, rules.</summary>
internal static class Document
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    /// <summary>The content of a text that is a JSON object or list; <c>null</c> for every other text.</summary>
    public static PropertyValue? Parse(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text, Options);
            var value = Value(document.RootElement);
            return value["Statement"] is null ? value : Policy((MapValue)value);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            return null;   // also a name that stands there twice: then only the text says what is meant
        }
    }

    private static PropertyValue Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => PropertyValue.Of(element.GetBoolean()),
        JsonValueKind.Number => PropertyValue.Of(element.GetDouble()),
        JsonValueKind.String => PropertyValue.Of(element.GetString()!),
        JsonValueKind.Array => PropertyValue.Of(element.EnumerateArray().Select(Value)),
        JsonValueKind.Object => PropertyValue.Of(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Value(member.Value)))),
        _ => PropertyValue.Null,
    };

    // AWS reads one value and a list of one alike, keeps lists of values as sets, and drops an empty Sid.
    private static MapValue Policy(MapValue policy) => new(policy.Members.SetItem(
        "Statement", PropertyValue.Of(Items(policy["Statement"]!).Select(statement => statement is MapValue map ? Statement(map) : statement))));

    private static MapValue Statement(MapValue statement)
    {
        var members = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (key, value) in statement.Members)
        {
            members[key] = (key, value) switch
            {
                ("Action" or "NotAction" or "Resource" or "NotResource", _) => Set(value),
                ("Principal" or "NotPrincipal", MapValue principals) => Sets(principals),
                ("Condition", MapValue tests) => new MapValue(tests.Members.ToImmutableSortedDictionary(
                    test => test.Key, test => test.Value is MapValue keys ? Sets(keys) : test.Value, StringComparer.Ordinal)),
                _ => value,
            };
        }

        if (members.GetValueOrDefault("Sid")?.AsText == "")
        {
            members.Remove("Sid");
        }

        return new(members.ToImmutable());
    }

    private static MapValue Sets(MapValue map) =>
        new(map.Members.ToImmutableSortedDictionary(member => member.Key, member => Set(member.Value), StringComparer.Ordinal));

    private static PropertyValue Set(PropertyValue value) =>
        PropertyValue.Of(Items(value).Select(item => Scalar.Text(item) is { } text ? PropertyValue.Of(text) : item).Distinct().OrderBy(item => item.AsText, StringComparer.Ordinal));

    private static ImmutableArray<PropertyValue> Items(PropertyValue value) => value is ListValue list ? list.Items : [value];
}
