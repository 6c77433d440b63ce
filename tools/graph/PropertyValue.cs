using System.Collections.Immutable;

namespace Platform.Graph;

/// <summary>One value of a resource's inputs or outputs, as it stands on the wire or in a state file.</summary>
/// <remarks>Values are immutable and compare by content. A secret's content is not kept: see <see cref="SecretValue"/>.</remarks>
public abstract record PropertyValue
{
    private protected PropertyValue()
    {
    }

    /// <summary>The known null.</summary>
    public static PropertyValue Null { get; } = new NullValue();

    /// <summary>A value that exists only after the deployment.</summary>
    public static PropertyValue Unknown { get; } = new UnknownValue();

    /// <summary>A value that is known to the program and shown to nobody.</summary>
    public static PropertyValue Secret { get; } = new SecretValue();

    /// <summary>A text that the program does not call a secret, and that contains one: see <see cref="SecretValue.IsWithheld"/>.</summary>
    public static PropertyValue Withheld { get; } = new SecretValue { IsWithheld = true };

    /// <summary>The member of a map; <c>null</c> if this is no map or has no such member.</summary>
    public PropertyValue? this[string key] => this is MapValue map && map.Members.TryGetValue(key, out var member) ? member : null;

    /// <summary>The element of a list; <c>null</c> if this is no list or is shorter.</summary>
    public PropertyValue? this[int index] => this is ListValue list && index >= 0 && index < list.Items.Length ? list.Items[index] : null;

    /// <summary>The text of a string value; <c>null</c> for every other kind.</summary>
    public string? AsText => this is TextValue text ? text.Text : null;

    /// <summary>The number; <c>null</c> for every other kind.</summary>
    public double? AsNumber => this is NumberValue number ? number.Number : null;

    /// <summary>The truth value; <c>null</c> for every other kind.</summary>
    public bool? AsBool => this is BoolValue truth ? truth.Flag : null;

    /// <summary>The elements of a list; empty for every other kind.</summary>
    public ImmutableArray<PropertyValue> AsList => this is ListValue list ? list.Items : [];

    /// <summary>The members of a map; empty for every other kind.</summary>
    public ImmutableSortedDictionary<string, PropertyValue> AsMap => this is MapValue map ? map.Members : MapValue.Empty.Members;

    /// <summary>The string value of <paramref name="text"/>.</summary>
    public static PropertyValue Of(string text) => new TextValue(text);

    /// <summary>The number value of <paramref name="number"/>.</summary>
    public static PropertyValue Of(double number) => new NumberValue(number);

    /// <summary>The truth value of <paramref name="flag"/>.</summary>
    public static PropertyValue Of(bool flag) => new BoolValue(flag);

    /// <summary>The list of <paramref name="items"/>.</summary>
    public static PropertyValue Of(IEnumerable<PropertyValue> items) => new ListValue([.. items]);

    /// <summary>The map of <paramref name="members"/>, sorted by key.</summary>
    public static MapValue Of(IEnumerable<KeyValuePair<string, PropertyValue>> members) =>
        new(members.ToImmutableSortedDictionary(StringComparer.Ordinal));
}

/// <summary>The known null.</summary>
public sealed record NullValue : PropertyValue;

/// <summary>A value that exists only after the deployment.</summary>
public sealed record UnknownValue : PropertyValue;

/// <summary>A value marked as secret. The content is dropped on purpose: what is not kept cannot leak.</summary>
public sealed record SecretValue : PropertyValue
{
    /// <summary>
    /// Whether the program passes it in the clear: it is kept back only because a text that is secret elsewhere occurs in it, which may be
    /// chance. No part of the value: files do not tell the two apart.
    /// </summary>
    public bool IsWithheld { get; init; }

    /// <inheritdoc/>
    public bool Equals(SecretValue? other) => other is not null;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}

/// <summary>A truth value.</summary>
public sealed record BoolValue(bool Flag) : PropertyValue;

/// <summary>A number; the wire knows only doubles.</summary>
public sealed record NumberValue(double Number) : PropertyValue;

/// <summary>A string.</summary>
public sealed record TextValue(string Text) : PropertyValue;

/// <summary>A list; elements are compared in order.</summary>
public sealed record ListValue(ImmutableArray<PropertyValue> Items) : PropertyValue
{
    /// <inheritdoc/>
    public bool Equals(ListValue? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(Items.Length, HashCode.Combine);
}

/// <summary>A map with string keys, sorted by ordinal order.</summary>
public sealed record MapValue(ImmutableSortedDictionary<string, PropertyValue> Members) : PropertyValue
{
    /// <summary>The map without members.</summary>
    public static MapValue Empty { get; } = new(ImmutableSortedDictionary<string, PropertyValue>.Empty.WithComparers(StringComparer.Ordinal));

    /// <inheritdoc/>
    public bool Equals(MapValue? other) =>
        other is not null
        && Members.Count == other.Members.Count
        && Members.All(mine => other.Members.TryGetValue(mine.Key, out var theirs) && mine.Value.Equals(theirs));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Members.Aggregate(Members.Count, (hash, member) => HashCode.Combine(hash, member.Key, member.Value));
}

/// <summary>A reference to another resource instead of one of its properties.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">Its id; <c>null</c> for components; empty while unknown.</param>
public sealed record ReferenceValue(string Urn, string? Id) : PropertyValue;

/// <summary>Where the content of an asset or archive comes from.</summary>
public enum AssetSource
{
    /// <summary>The content itself.</summary>
    Text,

    /// <summary>A file or folder.</summary>
    Path,

    /// <summary>An address to fetch it from.</summary>
    Uri,
}

/// <summary>A file handed to a resource.</summary>
/// <param name="Source">Where the content comes from.</param>
/// <param name="Content">The text, path or address.</param>
/// <param name="Hash">SHA-256 of the content in hexadecimal, where the source tells it.</param>
public sealed record AssetValue(AssetSource Source, string Content, string? Hash = null) : PropertyValue;

/// <summary>A set of files handed to a resource.</summary>
/// <param name="Source">Where the content comes from; <c>null</c> if it is put together from <paramref name="Assets"/>.</param>
/// <param name="Content">The path or address; empty for a composed archive.</param>
/// <param name="Assets">The named parts of a composed archive; empty otherwise.</param>
/// <param name="Hash">SHA-256 of the content in hexadecimal, where the source tells it.</param>
public sealed record ArchiveValue(AssetSource? Source, string Content, MapValue Assets, string? Hash = null) : PropertyValue;
