using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>The protocol's own kinds of values, put together.</summary>
internal static class WireValues
{
    public static Value Signed(string signature, string key, Value value) => Value.ForStruct(new Struct
    {
        Fields = { [Signatures.Key] = Value.ForString(signature), [key] = value },
    });

    public static void SetUnlessNull(Struct target, string key, Value value)
    {
        if (value.KindCase != Value.KindOneofCase.NullValue)
        {
            target.Fields[key] = value;
        }
    }

    /// <summary>A value that keeps the marks of the output it comes from.</summary>
    public static async ValueTask<Value> ToOutputValueAsync(Value value, OutputData<object?> marks, Resource? registering)
    {
        var result = new Struct { Fields = { [Signatures.Key] = Value.ForString(Signatures.OutputValue) } };
        if (marks.IsKnown)
        {
            result.Fields[Signatures.Value] = value;
        }

        if (marks.IsSecret)
        {
            result.Fields[Signatures.IsSecret] = Value.ForBool(true);
        }

        var urns = await DependencyExpansion.ToUrnsAsync(marks.Resources, registering).ConfigureAwait(false);
        if (urns.Count > 0)
        {
            var list = new ListValue();
            foreach (var urn in urns)
            {
                list.Values.Add(Value.ForString(urn));
            }

            result.Fields[Signatures.Dependencies] = new Value { ListValue = list };
        }

        return Value.ForStruct(result);
    }
}
