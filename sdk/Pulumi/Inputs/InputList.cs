using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Elements for the serializer: each an input of one element, or an output of several.</summary>
internal interface IInputList
{
    /// <summary>Each is an <see cref="IInput"/> (one element) or an <see cref="IOutput"/> (an array of elements).</summary>
    IReadOnlyList<object> Parts { get; }
}

/// <summary>
/// A list for a resource. Elements may be values or outputs, and whole outputs of lists can be added; an element
/// that is secret or unknown does not make the others so.
/// </summary>
/// <typeparam name="T">The type of an element.</typeparam>
[SuppressMessage("Design", "CA1010:Generic interface should also be implemented", Justification = "The values may not be there yet.")]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The official name.")]
public sealed partial class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>, IInputList
{
    private List<object>? _parts;

    /// <summary>An empty list.</summary>
    public InputList()
        : base(ImmutableArray<T>.Empty)
    {
    }

    private InputList(Output<ImmutableArray<T>> values)
        : this()
    {
        _parts = [values];
    }

    /// <summary>Whether nothing was ever added.</summary>
    internal bool IsEmpty => _parts is null or { Count: 0 };

    IReadOnlyList<object> IInputList.Parts => (IReadOnlyList<object>?)_parts ?? [];

    /// <summary>Appends elements.</summary>
    /// <param name="inputs">The elements.</param>
    public void Add(params Input<T>[] inputs)
    {
        _parts ??= new List<object>(inputs.Length);
        foreach (var input in inputs)
        {
            _parts.Add(input ?? (Input<T>)default(T)!);
        }
    }

    /// <summary>Appends another list's elements, as they are now.</summary>
    /// <param name="inputs">The other list.</param>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Appends another list's elements, as they are now.</summary>
    /// <param name="inputs">The other list.</param>
    public void AddRange(InputList<T> inputs)
    {
        if (inputs?._parts is { } others)
        {
            (_parts ??= new List<object>(others.Count)).AddRange(others.ToArray());
        }
    }

    /// <summary>A new list: the elements of this one, then those of the other.</summary>
    /// <param name="other">The other list.</param>
    public InputList<T> Concat(InputList<T> other)
    {
        var all = Clone();
        all.AddRange(other);
        return all;
    }

    /// <summary>The elements one by one; waits for the outputs of lists among them.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var part in _parts?.ToArray() ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (part is Input<T> input)
            {
                yield return input;
                continue;
            }

            var data = await ((Output<ImmutableArray<T>>)part).GetDataAsync().ConfigureAwait(false);
            foreach (var element in data.Value.IsDefault ? [] : data.Value)
            {
                yield return new Output<T>(data.With(element));
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"An InputList<{typeof(T).Name}> may hold values that are not there yet; enumerate it with `await foreach`.");

    internal InputList<T> Clone() => new() { _parts = _parts is null ? null : [.. _parts] };

    internal override bool TryGetPlain(out object? value)
    {
        value = null;
        return false;
    }

    internal override Output<ImmutableArray<T>> ToOutput() => Output<ImmutableArray<T>>.From(FlattenAsync(_parts?.ToArray() ?? []));

    private static async ValueTask<OutputData<ImmutableArray<T>>> FlattenAsync(object[] parts)
    {
        var values = ImmutableArray.CreateBuilder<T>(parts.Length);
        var marks = OutputData<object?>.Of(null);
        foreach (var part in parts)
        {
            if (part is Input<T> input)
            {
                var data = await input.ToOutput().GetDataAsync().ConfigureAwait(false);
                marks = marks.Combine(data.Untyped());
                values.Add(data.Value);
            }
            else
            {
                var data = await ((Output<ImmutableArray<T>>)part).GetDataAsync().ConfigureAwait(false);
                marks = marks.Combine(data.Untyped());
                values.AddRange(data.Value.IsDefault ? [] : data.Value);
            }
        }

        return marks.With(marks.IsKnown ? values.ToImmutable() : ImmutableArray<T>.Empty);
    }
}
