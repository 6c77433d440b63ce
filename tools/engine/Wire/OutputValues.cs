using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Platform.Engine.Wire;

/// <summary>Translates between a bag with separate dependencies and one whose values carry their own.</summary>
/// <remarks>Transforms see the second form, so that they can move a value without losing where it comes from.</remarks>
internal static class OutputValues
{
    /// <summary>Gives every property with dependencies the form of an output value that names them.</summary>
    public static Struct Raise(Struct bag, Func<string, IReadOnlyCollection<string>> dependenciesOf)
    {
        var raised = new Struct();
        foreach (var (key, value) in bag.Fields)
        {
            var urns = dependenciesOf(key);
            raised.Fields.Add(key, urns.Count == 0 || WireValue.Kind(value) == Signatures.OutputValue ? value : Wrap(value, urns));
        }

        return raised;
    }

    /// <summary>Replaces output values by plain, secret or unknown ones, and hands their dependencies to <paramref name="found"/>.</summary>
    public static Value Lower(Value value, Action<string> found) => value.KindCase switch
    {
        Value.KindOneofCase.ListValue => Value.ForList([.. value.ListValue.Values.Select(item => Lower(item, found))]),
        Value.KindOneofCase.StructValue when WireValue.Kind(value) == Signatures.OutputValue => LowerOutput(value.StructValue.Fields, found),
        Value.KindOneofCase.StructValue => Value.ForStruct(LowerFields(value.StructValue, found)),
        _ => value,
    };

    private static Struct LowerFields(Struct bag, Action<string> found)
    {
        var lowered = new Struct();
        foreach (var (key, value) in bag.Fields)
        {
            lowered.Fields.Add(key, Lower(value, found));
        }

        return lowered;
    }

    private static Value LowerOutput(MapField<string, Value> fields, Action<string> found)
    {
        if (fields.TryGetValue("dependencies", out var dependencies) && dependencies.KindCase == Value.KindOneofCase.ListValue)
        {
            foreach (var urn in dependencies.ListValue.Values.Select(WireValue.Text).OfType<string>())
            {
                found(urn);
            }
        }

        var plain = fields.TryGetValue("value", out var inner) ? Lower(inner, found) : WireValue.Unknown();
        var secret = fields.TryGetValue("secret", out var flag) && flag.KindCase == Value.KindOneofCase.BoolValue && flag.BoolValue;
        return secret ? WireValue.Secret(plain) : plain;
    }

    private static Value Wrap(Value value, IReadOnlyCollection<string> urns)
    {
        var secret = WireValue.Kind(value) == Signatures.Secret;
        var plain = secret ? WireValue.Unwrap(value) : value;
        var wrapper = new Struct();
        wrapper.Fields.Add(Signatures.Key, Value.ForString(Signatures.OutputValue));
        wrapper.Fields.Add("dependencies", Value.ForList([.. urns.Order(StringComparer.Ordinal).Select(Value.ForString)]));
        if (secret)
        {
            wrapper.Fields.Add("secret", Value.ForBool(true));
        }

        if (!WireValue.IsUnknown(plain))
        {
            wrapper.Fields.Add("value", plain);
        }

        return Value.ForStruct(wrapper);
    }
}
