using Google.Protobuf.WellKnownTypes;

namespace Platform.Engine.Wire;

/// <summary>Builds and tells apart the values of property bags as they stand on the wire.</summary>
internal static class WireValue
{
    public static Value Unknown() => Value.ForString(Signatures.Unknown);

    public static bool IsUnknown(Value value) =>
        value.KindCase == Value.KindOneofCase.StringValue && Signatures.IsUnknown(value.StringValue);

    /// <summary>Wraps a value as secret; a secret stays what it is.</summary>
    public static Value Secret(Value value)
    {
        if (Kind(value) == Signatures.Secret)
        {
            return value;
        }

        var wrapper = new Struct();
        wrapper.Fields.Add(Signatures.Key, Value.ForString(Signatures.Secret));
        wrapper.Fields.Add("value", value);
        return Value.ForStruct(wrapper);
    }

    /// <summary>The signature of a special value; <c>null</c> for every plain one.</summary>
    public static string? Kind(Value value) =>
        value.KindCase == Value.KindOneofCase.StructValue
        && value.StructValue.Fields.TryGetValue(Signatures.Key, out var signature)
        && signature.KindCase == Value.KindOneofCase.StringValue
            ? signature.StringValue
            : null;

    /// <summary>The text of a known, plain string; <c>null</c> for everything else.</summary>
    public static string? Text(Value? value) =>
        value is { KindCase: Value.KindOneofCase.StringValue } && !IsUnknown(value) ? value.StringValue : null;

    /// <summary>The text of a member that is a known, plain string.</summary>
    public static string? Text(Struct? bag, string key) =>
        bag is not null && bag.Fields.TryGetValue(key, out var value) ? Text(value) : null;

    /// <summary>The content of a secret or output value, also of one inside the other; unknown if an output value has none.</summary>
    public static Value Unwrap(Value value) => Kind(value) switch
    {
        Signatures.Secret or Signatures.OutputValue =>
            value.StructValue.Fields.TryGetValue("value", out var inner) ? Unwrap(inner) : Unknown(),
        _ => value,
    };

    /// <summary>Whether an unknown hides anywhere in the value.</summary>
    public static bool HasUnknown(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => Signatures.IsUnknown(value.StringValue),
        Value.KindOneofCase.ListValue => value.ListValue.Values.Any(HasUnknown),
        Value.KindOneofCase.StructValue when Kind(value) == Signatures.OutputValue => !value.StructValue.Fields.TryGetValue("value", out var inner) || HasUnknown(inner),
        Value.KindOneofCase.StructValue => value.StructValue.Fields.Values.Any(HasUnknown),
        _ => false,
    };

    /// <summary>The bag, or an empty one if the message has none.</summary>
    public static Struct OrEmpty(Struct? bag) => bag ?? new Struct();
}
