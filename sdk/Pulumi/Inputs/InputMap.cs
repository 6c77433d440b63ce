using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Entries for the serializer: single ones, and outputs of whole maps. Later ones win.</summary>
internal interface IInputMap
{
    IReadOnlyList<InputMapPart> Parts { get; }
}

/// <summary>A key with its input, or (without a key) an output of a map.</summary>
internal sealed record InputMapPart(string? Key, object Value);

/// <summary>
/// A map for a resource. Values may be outputs, and whole outputs of maps can be added; a value that is secret or
/// unknown does not make the others so. Adding a key again replaces its value.
/// </summary>
/// <typeparam name="TValue">The type of a value.</typeparam>
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The official signature.")]
[SuppressMessage("Design", "CA1010:Generic interface should also be implemented", Justification = "The values may not be there yet.")]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The official name.")]
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The official signatures.")]
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>, IInputMap
{
    private List<InputMapPart>? _parts;

    /// <summary>An empty map.</summary>
    public InputMap()
        : base(ImmutableDictionary<string, TValue>.Empty)
    {
    }

    private InputMap(Output<ImmutableDictionary<string, TValue>> values)
        : this()
    {
        _parts = [new(null, values)];
    }

    IReadOnlyList<InputMapPart> IInputMap.Parts => (IReadOnlyList<InputMapPart>?)_parts ?? [];

    /// <summary>Sets the value of a key.</summary>
    /// <param name="key">The key.</param>
    [SuppressMessage("Design", "CA1044:Properties should not be write only", Justification = "The values may not be there yet.")]
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>Takes an output of a map.</summary>
    /// <param name="values">The output.</param>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => values is null ? [] : new(values);

    /// <summary>Takes an output of a map.</summary>
    /// <param name="values">The output.</param>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        values is null ? [] : new(values.Apply(map => map.ToImmutableDictionary()));

    /// <summary>Takes an output of a map.</summary>
    /// <param name="values">The output.</param>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        values is null ? [] : new(values.Apply(map => map.ToImmutableDictionary()));

    /// <summary>Takes a map of values.</summary>
    /// <param name="values">The map; null is an empty one.</param>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Plain(values);

    /// <summary>Takes a map of values.</summary>
    /// <param name="values">The map; null is an empty one.</param>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Plain(values);

    /// <summary>A new map of both maps' entries; where both have a key, the second's value is taken.</summary>
    /// <param name="first">The one map.</param>
    /// <param name="second">The other map.</param>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        var merged = new InputMap<TValue>();
        merged.AddRange(first);
        merged.AddRange(second);
        return merged;
    }

    /// <summary>Sets the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public void Add(string key, Input<TValue> value) => (_parts ??= []).Add(new(key, value ?? (Input<TValue>)default(TValue)!));

    /// <summary>Adds another map's entries, as they are now.</summary>
    /// <param name="values">The other map.</param>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>Adds another map's entries, as they are now.</summary>
    /// <param name="values">The other map.</param>
    public void AddRange(InputMap<TValue> values)
    {
        if (values?._parts is { } others)
        {
            (_parts ??= []).AddRange(others.ToArray());
        }
    }

    /// <summary>The entries one by one; waits for all of the map.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var data = await ToOutput().GetDataAsync().ConfigureAwait(false);
        foreach (var entry in data.Value)
        {
            yield return new Output<KeyValuePair<string, TValue>>(data.With(entry));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"An InputMap<{typeof(TValue).Name}> may hold values that are not there yet; enumerate it with `await foreach`.");

    internal override bool TryGetPlain(out object? value)
    {
        value = null;
        return false;
    }

    internal override Output<ImmutableDictionary<string, TValue>> ToOutput() =>
        Output<ImmutableDictionary<string, TValue>>.From(FlattenAsync(_parts?.ToArray() ?? []));

    private static InputMap<TValue> Plain(IEnumerable<KeyValuePair<string, TValue>>? values)
    {
        var map = new InputMap<TValue>();
        foreach (var (key, value) in values ?? [])
        {
            map.Add(key, value);
        }

        return map;
    }

    private static async ValueTask<OutputData<ImmutableDictionary<string, TValue>>> FlattenAsync(InputMapPart[] parts)
    {
        var values = ImmutableDictionary.CreateBuilder<string, TValue>();
        var marks = OutputData<object?>.Of(null);
        foreach (var (key, part) in parts)
        {
            if (key is not null)
            {
                var data = await ((Input<TValue>)part).ToOutput().GetDataAsync().ConfigureAwait(false);
                marks = marks.Combine(data.Untyped());
                values[key] = data.Value;
                continue;
            }

            var spread = await ((Output<ImmutableDictionary<string, TValue>>)part).GetDataAsync().ConfigureAwait(false);
            marks = marks.Combine(spread.Untyped());
            foreach (var (name, value) in spread.Value ?? [])
            {
                values[name] = value;
            }
        }

        return marks.With(marks.IsKnown ? values.ToImmutable() : ImmutableDictionary<string, TValue>.Empty);
    }
}
