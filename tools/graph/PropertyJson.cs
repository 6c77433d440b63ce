using System.Text.Json;

namespace Platform.Graph;

/// <summary>One value as JSON: plain where JSON has the kind, else in the special form of Pulumi's state files.</summary>
internal static class PropertyJson
{
    public const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    private const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
    private const string ReferenceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
    private const string BytesSignature = "803fd3297a5875dc03ca845dda5d2a98";
    private const string NumberSignature = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";

    public static void Write(Utf8JsonWriter json, PropertyValue value)
    {
        switch (value)
        {
            case NullValue:
                json.WriteNullValue();
                break;
            case UnknownValue:
                json.WriteStringValue(UnknownText);
                break;
            case SecretValue:
                json.WriteStringValue(PlanJson.SecretText);
                break;
            case BoolValue(var flag):
                json.WriteBooleanValue(flag);
                break;
            case NumberValue(var number):
                WriteNumber(json, number);
                break;
            case TextValue(var text):
                json.WriteStringValue(text);
                break;
            case ListValue(var items):
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case MapValue map:
                WriteMap(json, map);
                break;
            case ReferenceValue(var urn, var id):
                WriteSpecial(json, ReferenceSignature, ("urn", urn), ("id", id));
                break;
            case AssetValue asset:
                WriteSpecial(json, AssetSignature, ("hash", asset.Hash), (Key(asset.Source), asset.Content));
                break;
            case ArchiveValue { Source: { } source } archive:
                WriteSpecial(json, ArchiveSignature, ("hash", archive.Hash), (Key(source), archive.Content));
                break;
            case ArchiveValue composed:
                json.WriteStartObject();
                json.WriteString(Signature, ArchiveSignature);
                if (composed.Hash is { } hash)
                {
                    json.WriteString("hash", hash);
                }

                json.WritePropertyName("assets");
                WriteMap(json, composed.Assets);
                json.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} has no JSON form");
        }
    }

    public static PropertyValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => PropertyValue.Null,
        JsonValueKind.True or JsonValueKind.False => PropertyValue.Of(element.GetBoolean()),
        JsonValueKind.Number => PropertyValue.Of(element.GetDouble()),
        JsonValueKind.String => ReadText(element.GetString()!),
        JsonValueKind.Array => PropertyValue.Of(element.EnumerateArray().Select(Read)),
        JsonValueKind.Object => ReadObject(element),
        _ => throw new InvalidOperationException($"{element.ValueKind} is no JSON value"),
    };

    public static MapValue ReadMap(JsonElement element) =>
        PropertyValue.Of(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Read(member.Value))));

    private static PropertyValue ReadText(string text) => text switch
    {
        UnknownText => PropertyValue.Unknown,
        PlanJson.SecretText => PropertyValue.Secret,
        _ => PropertyValue.Of(text),
    };

    private static PropertyValue ReadObject(JsonElement element)
    {
        if (!element.TryGetProperty(Signature, out var signature))
        {
            return ReadMap(element);
        }

        return signature.GetString() switch
        {
            SecretSignature => PropertyValue.Secret,
            ReferenceSignature => new ReferenceValue(Text(element, "urn")!, Text(element, "id")),
            AssetSignature when ReadSource(element) is var (source, content) => new AssetValue(source, content, Text(element, "hash")),
            ArchiveSignature when ReadSource(element) is var (source, content) =>
                new ArchiveValue(source, content, MapValue.Empty, Text(element, "hash")),
            ArchiveSignature when element.TryGetProperty("assets", out var assets) =>
                new ArchiveValue(null, "", ReadMap(assets), Text(element, "hash")),

            // Only states have these: bytes that are no text, which nothing here looks into, and numbers JSON has no form for.
            BytesSignature => PropertyValue.Of($"(base64) {Text(element, "value")}"),
            NumberSignature => PropertyValue.Of(BitConverter.UInt64BitsToDouble(Convert.ToUInt64(Text(element, "value"), 16))),
            var unknown => throw new FormatException($"'{unknown}' is no kind of special value that this version knows"),
        };
    }

    private static (AssetSource Source, string Content)? ReadSource(JsonElement element)
    {
        foreach (var source in Enum.GetValues<AssetSource>())
        {
            if (Text(element, Key(source)) is { } content)
            {
                return (source, content);
            }
        }

        return null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static string Key(AssetSource source) => source switch
    {
        AssetSource.Text => "text",
        AssetSource.Path => "path",
        _ => "uri",
    };

    private static void WriteMap(Utf8JsonWriter json, MapValue map)
    {
        json.WriteStartObject();
        foreach (var (key, member) in map.Members)
        {
            json.WritePropertyName(key);
            Write(json, member);
        }

        json.WriteEndObject();
    }

    private static void WriteSpecial(Utf8JsonWriter json, string signature, params ReadOnlySpan<(string Name, string? Text)> members)
    {
        json.WriteStartObject();
        json.WriteString(Signature, signature);
        foreach (var (name, text) in members)
        {
            if (text is not null)
            {
                json.WriteString(name, text);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, double number)
    {
        if (!double.IsFinite(number))
        {
            json.WriteStringValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        else if (number == Math.Truncate(number) && Math.Abs(number) < 1e15)
        {
            json.WriteNumberValue((long)number);
        }
        else
        {
            json.WriteNumberValue(number);
        }
    }
}
