using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Platform.Engine.Metadata;

/// <summary>The members of a type by name, in ordinal order.</summary>
/// <remarks>One is made for every type that a program uses and then asked little: sorted arrays are made sooner than any table of hashes.</remarks>
internal sealed class Shapes : IReadOnlyDictionary<string, TypeShape>
{
    private readonly string[] _names;
    private readonly TypeShape[] _shapes;

    /// <summary>Takes over both arrays: the names, each once, and the shape of each.</summary>
    public Shapes(string[] names, TypeShape[] shapes)
    {
        (_names, _shapes) = (names, shapes);
        Array.Sort(_names, _shapes, StringComparer.Ordinal);
    }

    public static Shapes None { get; } = new([], []);

    public int Count => _names.Length;

    public IEnumerable<string> Keys => _names;

    public IEnumerable<TypeShape> Values => _shapes;

    public TypeShape this[string key] => TryGetValue(key, out var shape) ? shape : throw new KeyNotFoundException($"there is no member '{key}'");

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TypeShape value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? _shapes[index] : null;
        return index >= 0;
    }

    public IEnumerator<KeyValuePair<string, TypeShape>> GetEnumerator()
    {
        for (var i = 0; i < _names.Length; i++)
        {
            yield return new(_names[i], _shapes[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name) => Array.BinarySearch(_names, name, StringComparer.Ordinal);
}
