using System.Buffers;
using System.Text;

namespace Platform.Protocol.Http2;

/// <summary>
/// Writes header lines for the peer's HPACK decoder. Nothing is put into the peer's table, so the bytes of a line are
/// the same in every request and are made once.
/// </summary>
internal sealed class HeaderBlock
{
    /// <summary>Says that the peer's table stays empty; stands at the beginning of a connection's first block.</summary>
    public const byte NoTable = 0x20;

    public const int Authority = 1;
    public const int MethodPost = 3;
    public const int Path = 4;
    public const int SchemeHttp = 6;
    public const int ContentType = 31;

    private readonly ArrayBufferWriter<byte> _bytes = new(128);

    /// <summary>Adds a line of the static table.</summary>
    public HeaderBlock Add(int index)
    {
        Integer(0x80, bits: 7, index);
        return this;
    }

    /// <summary>Adds a line whose name is in the static table.</summary>
    public HeaderBlock Add(int index, string value)
    {
        Integer(0, bits: 4, index);
        Text(value);
        return this;
    }

    /// <summary>Adds a line.</summary>
    /// <param name="name">Its name, in lower case.</param>
    /// <param name="value">Its value.</param>
    public HeaderBlock Add(string name, string value)
    {
        Integer(0, bits: 4, value: 0);
        Text(name);
        Text(value);
        return this;
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void Text(string text)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        Integer(0, bits: 7, octets.Length);
        _bytes.Write(octets);
    }

    private void Integer(byte mark, int bits, int value)
    {
        var mask = (1 << bits) - 1;
        if (value < mask)
        {
            Put((byte)(mark | value));
            return;
        }

        Put((byte)(mark | mask));
        for (value -= mask; value >= 0x80; value >>= 7)
        {
            Put((byte)(value | 0x80));
        }

        Put((byte)value);
    }

    private void Put(byte octet)
    {
        _bytes.GetSpan(1)[0] = octet;
        _bytes.Advance(1);
    }
}
