namespace Platform.Protocol.Http2.Headers;

/// <summary>Takes header lines; the bytes are only valid during the call.</summary>
internal interface IHeaderReader
{
    void OnHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value);
}

/// <summary>Reads header blocks (RFC 7541). One decoder belongs to one connection: blocks refer to earlier ones.</summary>
internal sealed class HpackDecoder
{
    /// <summary>The size of the table unless a SETTINGS frame says otherwise; ours never do.</summary>
    public const int TableBytes = 4096;

    // Far beyond any honest header; the error text of a server comes in one.
    private const int MaxTextBytes = 16 * 1024 * 1024;

    private readonly List<HeaderField> _table = [];   // the newest last
    private byte[] _name = [];
    private byte[] _value = [];
    private int _tableBytes;
    private int _maxTableBytes = TableBytes;

    /// <summary>Reads a whole block.</summary>
    /// <exception cref="Http2Exception">The block is malformed; the connection cannot go on.</exception>
    public void Decode(ReadOnlySpan<byte> block, IHeaderReader reader)
    {
        var mayResize = true;
        while (block.Length > 0)
        {
            var first = block[0];
            if ((first & 0xE0) == 0x20)
            {
                if (!mayResize)
                {
                    throw Broken("the header table changes its size inside a block");
                }

                Resize(Integer(ref block, bits: 5));
                continue;
            }

            mayResize = false;
            if ((first & 0x80) != 0)
            {
                var field = Field(Integer(ref block, bits: 7));
                reader.OnHeader(field.Name, field.Value);
            }
            else
            {
                Literal(ref block, reader, isIndexed: (first & 0x40) != 0);
            }
        }
    }

    private void Literal(ref ReadOnlySpan<byte> block, IHeaderReader reader, bool isIndexed)
    {
        var index = Integer(ref block, bits: isIndexed ? 6 : 4);
        var name = index > 0 ? Field(index).Name : Text(ref block, ref _name);
        var value = Text(ref block, ref _value);
        reader.OnHeader(name, value);
        if (isIndexed)
        {
            Add(name, value);
        }
    }

    private void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        // A line larger than the table empties it and is not kept.
        var size = HeaderField.SizeOf(name, value);
        Evict(_maxTableBytes - size);
        if (size <= _maxTableBytes)
        {
            _table.Add(new(name.ToArray(), value.ToArray()));
            _tableBytes += size;
        }
    }

    private void Resize(int size)
    {
        if (size > TableBytes)
        {
            throw Broken($"the header table is to have {size} bytes, more than the {TableBytes} agreed upon");
        }

        _maxTableBytes = size;
        Evict(size);
    }

    private void Evict(int room)
    {
        var count = 0;
        while (_tableBytes > Math.Max(room, 0))
        {
            _tableBytes -= _table[count++].Size;
        }

        _table.RemoveRange(0, count);
    }

    private HeaderField Field(int index)
    {
        var place = _table.Count + HeaderField.StaticCount - index;
        return index == 0 || place < 0 ? throw Broken($"no header has the index {index}")
            : index <= HeaderField.StaticCount ? HeaderField.OfStatic(index)
            : _table[place];
    }

    private static int Integer(ref ReadOnlySpan<byte> block, int bits)
    {
        var mask = (1 << bits) - 1;
        var value = Next(ref block) & mask;
        if (value < mask)
        {
            return value;
        }

        for (var shift = 0; shift <= 21; shift += 7)
        {
            var next = Next(ref block);
            value += (next & 0x7F) << shift;
            if ((next & 0x80) == 0)
            {
                return value;
            }
        }

        throw Broken("a number in a header has too many digits");
    }

    private static ReadOnlySpan<byte> Text(ref ReadOnlySpan<byte> block, ref byte[] scratch)
    {
        var isCoded = block.Length > 0 && (block[0] & 0x80) != 0;
        var length = Integer(ref block, bits: 7);
        if (length > block.Length || length > MaxTextBytes)
        {
            throw Broken($"a header text of {length} bytes goes beyond its block");
        }

        var text = block[..length];
        block = block[length..];
        if (!isCoded)
        {
            return text;
        }

        if (scratch.Length < Huffman.MaxDecodedBytes(length))
        {
            scratch = new byte[Huffman.MaxDecodedBytes(length)];
        }

        return scratch.AsSpan(0, Huffman.Decode(text, scratch));
    }

    private static byte Next(ref ReadOnlySpan<byte> block)
    {
        if (block.Length == 0)
        {
            throw Broken("a header block ends inside a header");
        }

        var next = block[0];
        block = block[1..];
        return next;
    }

    private static Http2Exception Broken(string message) => new(Http2Error.CompressionError, message);
}
