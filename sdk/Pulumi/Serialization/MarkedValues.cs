using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>Values for callbacks: plain where they have no marks, outputs where they are secret, unknown or dependent.</summary>
internal static class MarkedValues
{
    private static readonly ValueConverter Untyped = ValueConverter.For(typeof(object));

    [return: NotNullIfNotNull(nameof(properties))]
    public static ImmutableDictionary<string, object?>? Read(Struct? properties)
    {
        if (properties is null)
        {
            return null;
        }

        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (key, value) in properties.Fields)
        {
            result[key] = Read(value);
        }

        return result.ToImmutable();
    }

    public static object? Read(Value value)
    {
        var outside = new Conversion("a callback's argument");
        var bare = outside.Unwrap(value);
        if (!outside.IsKnown || outside.IsSecret || !outside.Dependencies.IsEmpty)
        {
            var inside = new Conversion(outside.What);
            var converted = Untyped.Convert(bare, inside);
            return new Output<object?>(new(
                converted,
                outside.Dependencies.Union(inside.Dependencies),
                outside.IsKnown && inside.IsKnown,
                outside.IsSecret || inside.IsSecret));
        }

        switch (bare?.KindCase)
        {
            case Value.KindOneofCase.ListValue:
                var list = ImmutableArray.CreateBuilder<object?>(bare.ListValue.Values.Count);
                foreach (var element in bare.ListValue.Values)
                {
                    list.Add(Read(element));
                }

                return list.MoveToImmutable();

            case Value.KindOneofCase.StructValue when Conversion.SignatureOf(bare) is null:
                return Read(bare.StructValue);

            default:
                return Untyped.Convert(bare, outside);
        }
    }
}
