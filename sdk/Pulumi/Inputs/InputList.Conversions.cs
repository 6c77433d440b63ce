using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <content>What converts to a list of inputs. A null of any of these types is an empty list.</content>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The official signatures.")]
public sealed partial class InputList<T>
{
    /// <summary>Takes a list of one value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator InputList<T>(T value) => Single(value);

    /// <summary>Takes a list of one output.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator InputList<T>(Output<T> value) => value is null ? [] : Single(value);

    /// <summary>Takes a list of one input.</summary>
    /// <param name="value">The input.</param>
    public static implicit operator InputList<T>(Input<T> value) => value is null ? [] : Single(value);

    /// <summary>Takes values.</summary>
    /// <param name="values">The values.</param>
    public static implicit operator InputList<T>(T[] values) => Plain(values is null ? [] : [.. values]);

    /// <summary>Takes values.</summary>
    /// <param name="values">The values.</param>
    public static implicit operator InputList<T>(List<T> values) => Plain(values is null ? [] : [.. values]);

    /// <summary>Takes values.</summary>
    /// <param name="values">The values.</param>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => Plain(values.IsDefault ? [] : values);

    /// <summary>Takes inputs.</summary>
    /// <param name="values">The inputs.</param>
    public static implicit operator InputList<T>(Input<T>[] values) => Each(values);

    /// <summary>Takes inputs.</summary>
    /// <param name="values">The inputs.</param>
    public static implicit operator InputList<T>(List<Input<T>> values) => Each(values?.ToArray());

    /// <summary>Takes inputs.</summary>
    /// <param name="values">The inputs.</param>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Each(values.IsDefault ? null : [.. values]);

    /// <summary>Takes outputs.</summary>
    /// <param name="values">The outputs.</param>
    public static implicit operator InputList<T>(Output<T>[] values) => Each(values is null ? null : Array.ConvertAll(values, value => (Input<T>)value));

    /// <summary>Takes outputs.</summary>
    /// <param name="values">The outputs.</param>
    public static implicit operator InputList<T>(List<Output<T>> values) => values is null ? [] : values.ToArray();

    /// <summary>Takes outputs.</summary>
    /// <param name="values">The outputs.</param>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => values.IsDefault ? [] : values.ToArray();

    /// <summary>Takes an output of values.</summary>
    /// <param name="values">The output.</param>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => values is null ? [] : new(values);

    /// <summary>Takes an output of values.</summary>
    /// <param name="values">The output.</param>
    public static implicit operator InputList<T>(Output<T[]> values) => values is null ? [] : new(values.Apply(array => ImmutableArray.Create(array)));

    /// <summary>Takes an output of values.</summary>
    /// <param name="values">The output.</param>
    public static implicit operator InputList<T>(Output<List<T>> values) => values is null ? [] : new(values.Apply(list => list.ToImmutableArray()));

    /// <summary>Takes an output of values.</summary>
    /// <param name="values">The output.</param>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) =>
        values is null ? [] : new(values.Apply(sequence => sequence.ToImmutableArray()));

    private static InputList<T> Single(Input<T> value) => new() { _parts = [value] };

    private static InputList<T> Plain(ImmutableArray<T> values) => values.IsEmpty ? new() : new(Output.Create(values));

    private static InputList<T> Each(Input<T>[]? values)
    {
        var list = new InputList<T>();
        if (values is { Length: > 0 })
        {
            list.Add(values);
        }

        return list;
    }
}
