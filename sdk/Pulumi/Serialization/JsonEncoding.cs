using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>Between JSON and the protocol's values.</summary>
internal static class JsonEncoding
{
    public static Value ToValue(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var result = new Struct();
                foreach (var property in json.EnumerateObject())
                {
                    result.Fields[property.Name] = ToValue(property.Value);
                }

                return Value.ForStruct(result);

            case JsonValueKind.Array:
                var list = new ListValue();
                foreach (var element in json.EnumerateArray())
                {
                    list.Values.Add(ToValue(element));
                }

                return new Value { ListValue = list };

            case JsonValueKind.String:
                return Value.ForString(json.GetString());
            case JsonValueKind.Number:
                return Value.ForNumber(json.GetDouble());
            case JsonValueKind.True or JsonValueKind.False:
                return Value.ForBool(json.ValueKind == JsonValueKind.True);
            default:
                return Value.ForNull();
        }
    }

    /// <summary>The value as a JSON text; a mark anywhere inside becomes one of the whole text.</summary>
    public static Value ToText(Value value)
    {
        if (value.KindCase == Value.KindOneofCase.NullValue)
        {
            return value;
        }

        var marks = new Conversion("JSON");
        var plain = new UntypedConverter.MarkRemover(marks).Remove(value);
        var text = Value.ForString(marks.IsKnown ? JsonFormatter.Default.Format(plain) : Signatures.Unknown);
        return marks.IsSecret
            ? Value.ForStruct(new Struct { Fields = { [Signatures.Key] = Value.ForString(Signatures.Secret), [Signatures.Value] = text } })
            : text;
    }
}
