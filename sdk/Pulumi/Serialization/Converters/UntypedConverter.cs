using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>Values of type <c>object</c>: whatever is there, as dictionaries, arrays, doubles, strings and booleans.</summary>
internal sealed class UntypedConverter : ValueConverter
{
    protected override object? ConvertBare(Value value, Conversion conversion)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue:
                return value.StringValue;
            case Value.KindOneofCase.NumberValue:
                return value.NumberValue;
            case Value.KindOneofCase.BoolValue:
                return value.BoolValue;

            case Value.KindOneofCase.ListValue:
                var list = ImmutableArray.CreateBuilder<object?>(value.ListValue.Values.Count);
                foreach (var element in value.ListValue.Values)
                {
                    list.Add(Convert(element, conversion));
                }

                return list.MoveToImmutable();

            default:
                return Conversion.SignatureOf(value) switch
                {
                    Signatures.Asset or Signatures.Archive => AssetConverter.Read(value, conversion),
                    Signatures.Resource => ResourceConverter.Read(value, conversion),
                    _ => ToDictionary(value.StructValue, conversion),
                };
        }
    }

    private ImmutableDictionary<string, object?> ToDictionary(Struct value, Conversion conversion)
    {
        var entries = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (key, field) in value.Fields)
        {
            // Keys of the engine's own.
            if (!key.StartsWith("__", StringComparison.Ordinal))
            {
                entries[key] = Convert(field, conversion);
            }
        }

        return entries.ToImmutable();
    }

    /// <summary>Values without the marks of secrets and unknowns, still in the protocol's form.</summary>
    internal readonly struct MarkRemover(Conversion conversion)
    {
        public Value Remove(Value value)
        {
            var bare = conversion.Unwrap(value);
            switch (bare?.KindCase)
            {
                case null:
                    return Value.ForNull();

                case Value.KindOneofCase.ListValue:
                    var list = new ListValue();
                    foreach (var element in bare.ListValue.Values)
                    {
                        list.Values.Add(Remove(element));
                    }

                    return new Value { ListValue = list };

                case Value.KindOneofCase.StructValue:
                    var result = new Struct();
                    foreach (var (key, field) in bare.StructValue.Fields)
                    {
                        result.Fields[key] = Remove(field);
                    }

                    return Value.ForStruct(result);

                default:
                    return bare;
            }
        }
    }
}
