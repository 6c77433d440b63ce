using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

[SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "Made by ValueConverter for the types it meets.")]
internal sealed class ArrayConverter<T> : ValueConverter
{
    private static readonly object None = default(ImmutableArray<T>);

    private readonly ValueConverter _element = For(typeof(T));

    public override object? Default => None;

    protected override object? ConvertBare(Value value, Conversion conversion)
    {
        if (value.KindCase != Value.KindOneofCase.ListValue)
        {
            return conversion.Mismatch(typeof(ImmutableArray<T>), value);
        }

        var list = ImmutableArray.CreateBuilder<T>(value.ListValue.Values.Count);
        foreach (var element in value.ListValue.Values)
        {
            list.Add((T)_element.Convert(element, conversion)!);
        }

        return list.MoveToImmutable();
    }
}

[SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "Made by ValueConverter for the types it meets.")]
internal sealed class DictionaryConverter<T> : ValueConverter
{
    private readonly ValueConverter _element = For(typeof(T));

    protected override object? ConvertBare(Value value, Conversion conversion)
    {
        if (value.KindCase != Value.KindOneofCase.StructValue)
        {
            return conversion.Mismatch(typeof(ImmutableDictionary<string, T>), value);
        }

        var entries = ImmutableDictionary.CreateBuilder<string, T>();
        foreach (var (key, field) in value.StructValue.Fields)
        {
            // Keys of the engine's own.
            if (!key.StartsWith("__", StringComparison.Ordinal))
            {
                entries[key] = (T)_element.Convert(field, conversion)!;
            }
        }

        return entries.ToImmutable();
    }
}

[SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "Made by ValueConverter for the types it meets.")]
internal sealed class NullableConverter<T> : ValueConverter
    where T : struct
{
    private readonly ValueConverter _inner = For(typeof(T));

    protected override object? ConvertBare(Value value, Conversion conversion)
    {
        // A wrong type is no value here, not the inner type's zero.
        var before = conversion.Problems.Count;
        var result = _inner.Convert(value, conversion);
        return conversion.Problems.Count == before ? result : null;
    }
}

[SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "Made by ValueConverter for the types it meets.")]
internal sealed class UnionConverter<T0, T1> : ValueConverter
{
    private static readonly object None = default(Union<T0, T1>);

    private readonly ValueConverter _first = For(typeof(T0));
    private readonly ValueConverter _second = For(typeof(T1));

    public override object? Default => None;

    protected override object? ConvertBare(Value value, Conversion conversion)
    {
        var first = conversion.Part();
        var result = _first.Convert(value, first);
        if (first.Problems.Count == 0)
        {
            conversion.Add(first);
            return Union<T0, T1>.FromT0((T0)result!);
        }

        var second = conversion.Part();
        result = _second.Convert(value, second);
        if (second.Problems.Count == 0)
        {
            conversion.Add(second);
            return Union<T0, T1>.FromT1((T1)result!);
        }

        return conversion.Mismatch(typeof(Union<T0, T1>), value);
    }
}

/// <summary>An output inside a value: it keeps its marks to itself.</summary>
[SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "Made by ValueConverter for the types it meets.")]
internal sealed class OutputConverter<T> : ValueConverter
{
    private readonly ValueConverter _inner = For(typeof(T));

    public override object? Convert(Value? value, Conversion conversion)
    {
        var part = conversion.Part();
        var result = _inner.Convert(value, part);
        foreach (var problem in part.Problems)
        {
            conversion.Problem(problem);
        }

        return new Output<T>(new OutputData<T>((T)result!, part.Dependencies, part.IsKnown, part.IsSecret));
    }

    protected override object? ConvertBare(Value value, Conversion conversion) => Convert(value, conversion);
}
