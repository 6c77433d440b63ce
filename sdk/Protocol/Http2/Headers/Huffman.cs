namespace Platform.Protocol.Http2.Headers;

/// <summary>The fixed code of RFC 7541, Appendix B, in which servers may write header texts.</summary>
/// <remarks>
/// The code is canonical: codes of one length follow each other in the order of their symbols, so the lengths alone tell
/// all of it.
/// </remarks>
internal static class Huffman
{
    private const int Longest = 30;
    private const int EndOfString = 256;

    // The first code of each length, how many there are, and where their symbols begin.
    private static readonly int[] First = new int[Longest + 1];
    private static readonly int[] Count = new int[Longest + 1];
    private static readonly int[] Start = new int[Longest + 1];
    private static readonly short[] Symbols = new short[EndOfString + 1];

    static Huffman()
    {
        var lengths = Lengths;
        foreach (var length in lengths)
        {
            Count[length]++;
        }

        var (code, place) = (0, 0);
        for (var length = 1; length <= Longest; length++)
        {
            (First[length], Start[length]) = (code, place);
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    Symbols[place++] = (short)symbol;
                }
            }

            code = (code + Count[length]) << 1;
        }
    }

    // Bits of the code of each octet, and of the end of the string.
    private static ReadOnlySpan<byte> Lengths =>
    [
        13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28,
        6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10,
        13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6,
        15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28,
        20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
        22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
        26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27,
        20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26,
        30,
    ];

    /// <summary>The most octets that so many coded ones can stand for.</summary>
    public static int MaxDecodedBytes(int coded) => (int)((long)coded * 8 / 5);

    /// <summary>Decodes a text and returns how many octets it has.</summary>
    /// <exception cref="Http2Exception">The bytes are no text in this code.</exception>
    public static int Decode(ReadOnlySpan<byte> coded, Span<byte> target)
    {
        var written = 0;
        var (code, length) = (0, 0);
        foreach (var octet in coded)
        {
            for (var bit = 7; bit >= 0; bit--)
            {
                code = (code << 1) | ((octet >> bit) & 1);
                length++;
                if (length > Longest)
                {
                    throw Broken();
                }

                var place = code - First[length];
                if (place >= 0 && place < Count[length])
                {
                    var symbol = Symbols[Start[length] + place];
                    if (symbol == EndOfString)
                    {
                        throw Broken();
                    }

                    target[written++] = (byte)symbol;
                    (code, length) = (0, 0);
                }
            }
        }

        // What is left fills up the last octet: the first bits of the end of the string, which are ones.
        return length < 8 && code == (1 << length) - 1 ? written : throw Broken();
    }

    private static Http2Exception Broken() => new(Http2Error.CompressionError, "a header text is not in the code it claims");
}
