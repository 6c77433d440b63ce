using System.Text;

namespace Platform.Protocol.Http2.Headers;

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

    private byte[] _bytes = new byte[128];
    private int _count;

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

    public byte[] ToArray() => _bytes.AsSpan(0, _count).ToArray();

    private void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Integer(0, bits: 7, length);
        Grow(length);
        _count += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_count));
    }

    private void Integer(byte mark, int bits, int value)
    {
        var mask = (1 << bits) - 1;
        if (value < mask)
        {
            Put(mark | value);
            return;
        }

        Put(mark | mask);
        for (value -= mask; value >= 0x80; value >>= 7)
        {
            Put(value | 0x80);
        }

        Put(value);
    }

    private void Put(int octet)
    {
        Grow(1);
        _bytes[_count++] = (byte)octet;
    }

    private void Grow(int more)
    {
        if (_bytes.Length - _count < more)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + more));
        }
    }
}
