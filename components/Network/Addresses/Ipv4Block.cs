using System.Globalization;

namespace Platform.Components.Network.Addresses;

/// <summary>A range of IPv4 addresses such as <c>10.20.0.0/16</c>: the first address and how many leading bits are fixed.</summary>
public readonly record struct Ipv4Block
{
    private readonly uint _first;

    private Ipv4Block(uint first, int prefix) => (_first, Prefix) = (first, prefix);

    /// <summary>How many leading bits all addresses share, 0 to 32.</summary>
    public int Prefix { get; }

    /// <summary>How many addresses the block holds.</summary>
    public long Size => 1L << (32 - Prefix);

    /// <summary>Reads <c>a.b.c.d/n</c>; false for anything else, and for a block whose first address is not its lowest.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="block">The block, when the text is one.</param>
    public static bool TryParse(string? text, out Ipv4Block block)
    {
        block = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (text is null || slash < 0 || !TryNumber(text[(slash + 1)..], 32, out var prefix))
        {
            return false;
        }

        var parts = text[..slash].Split('.');
        var first = 0u;
        foreach (var part in parts)
        {
            if (parts.Length != 4 || !TryNumber(part, 255, out var number))
            {
                return false;
            }

            first = (first << 8) | (uint)number;
        }

        block = new Ipv4Block(first, prefix);
        return (first & Mask(prefix)) == first;
    }

    /// <summary>Reads <c>a.b.c.d/n</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <exception cref="FormatException">The text is not a block in its shortest form.</exception>
    public static Ipv4Block Parse(string text) => TryParse(text, out var block)
        ? block
        : throw new FormatException($"'{text}' is not an IPv4 block such as 10.20.0.0/16.");

    /// <summary>The <paramref name="index"/>-th block of length <paramref name="prefix"/> within this one.</summary>
    /// <param name="prefix">Length of the part, this block's own to 32.</param>
    /// <param name="index">Position of the part, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public Ipv4Block Part(int prefix, int index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(prefix, Prefix);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefix, 32);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, 1L << (prefix - Prefix));
        return new Ipv4Block(_first + (uint)(index * (1L << (32 - prefix))), prefix);
    }

    /// <summary>Whether every address of <paramref name="other"/> is in this block.</summary>
    /// <param name="other">The block to look for.</param>
    public bool Contains(Ipv4Block other) => other.Prefix >= Prefix && (other._first & Mask(Prefix)) == _first;

    /// <summary>Whether the two blocks share an address.</summary>
    /// <param name="other">The block to compare with.</param>
    public bool Overlaps(Ipv4Block other) => Contains(other) || other.Contains(this);

    /// <summary>The block as <c>a.b.c.d/n</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{_first >> 24}.{(_first >> 16) & 255}.{(_first >> 8) & 255}.{_first & 255}/{Prefix}");

    private static uint Mask(int prefix) => prefix == 0 ? 0 : uint.MaxValue << (32 - prefix);

    private static bool TryNumber(string text, int max, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number <= max
        && (text.Length == 1 || text[0] != '0');
}
