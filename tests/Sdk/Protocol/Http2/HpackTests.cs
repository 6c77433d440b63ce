using System.Text;
using Platform.Protocol.Http2;
using Platform.Protocol.Http2.Headers;

namespace Platform.Tests.Sdk.Protocol.Http2;

/// <summary>Header blocks. The examples are those of RFC 7541, Appendix C, in the order in which they build on each other.</summary>
public class HpackTests
{
    private const string Resize256 = "3fe101";   // the examples C.5 and C.6 have a table of 256 bytes

    public static TheoryData<string[], string[]> Examples => new()
    {
        { ["400a637573746f6d2d6b65790d637573746f6d2d686561646572"], ["custom-key=custom-header"] },
        { ["040c2f73616d706c652f70617468"], [":path=/sample/path"] },
        { ["100870617373776f726406736563726574"], ["password=secret"] },
        { ["82"], [":method=GET"] },
        {
            [
                "828684410f7777772e6578616d706c652e636f6d",
                "828684be58086e6f2d6361636865",
                "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565",
            ],
            [
                ":method=GET;:scheme=http;:path=/;:authority=www.example.com",
                ":method=GET;:scheme=http;:path=/;:authority=www.example.com;cache-control=no-cache",
                ":method=GET;:scheme=https;:path=/index.html;:authority=www.example.com;custom-key=custom-value",
            ]
        },
        {
            [
                "828684418cf1e3c2e5f23a6ba0ab90f4ff",
                "828684be5886a8eb10649cbf",
                "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf",
            ],
            [
                ":method=GET;:scheme=http;:path=/;:authority=www.example.com",
                ":method=GET;:scheme=http;:path=/;:authority=www.example.com;cache-control=no-cache",
                ":method=GET;:scheme=https;:path=/index.html;:authority=www.example.com;custom-key=custom-value",
            ]
        },
        {
            [
                Resize256 + "4803333032580770726976617465611d4d6f6e2c203231204f637420323031332032303a31333a323120474d54"
                    + "6e1768747470733a2f2f7777772e6578616d706c652e636f6d",
                "4803333037c1c0bf",
                "88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d54c05a04677a69707738666f6f3d4153444a4b48514b425a584f"
                    + "5157454f50495541585157454f49553b206d61782d6167653d333630303b2076657273696f6e3d31",
            ],
            Responses
        },
        {
            [
                Resize256 + "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3",
                "4883640effc1c0bf",
                "88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab77ad94e7821dd7f2e6c7b335dfdfcd5b3960d5af27087f3672c1ab27"
                    + "0fb5291f9587316065c003ed4ee5b1063d5007",
            ],
            Responses
        },
    };

    private static string[] Responses =>
    [
        ":status=302;cache-control=private;date=Mon, 21 Oct 2013 20:13:21 GMT;location=https://www.example.com",
        ":status=307;cache-control=private;date=Mon, 21 Oct 2013 20:13:21 GMT;location=https://www.example.com",
        ":status=200;cache-control=private;date=Mon, 21 Oct 2013 20:13:22 GMT;location=https://www.example.com;content-encoding=gzip;"
            + "set-cookie=foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1",
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Reads_the_examples_of_the_standard(string[] blocks, string[] expected)
    {
        var decoder = new HpackDecoder();

        Assert.Equal(expected, blocks.Select(block => Read(decoder, Convert.FromHexString(block))));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Refuses_an_example_that_is_cut_inside_a_header(string[] blocks, string[] expected)
    {
        for (var cut = 1; cut < blocks[0].Length / 2; cut++)
        {
            var part = Convert.FromHexString(blocks[0])[..cut];
            var read = Record(() => Read(new(), part));

            // Between two headers a cut cannot be noticed.
            Assert.True(read is null || expected[0].StartsWith(read, StringComparison.Ordinal), read);
        }
    }

    [Fact]
    public void Reads_what_our_own_side_writes()
    {
        var path = "/" + new string('p', 5_000);
        var block = new HeaderBlock()
            .Add(HeaderBlock.MethodPost)
            .Add(HeaderBlock.Path, path)
            .Add("te", "trailers")
            .Add("x-umlaut", "größe")
            .Add("x-empty", "")
            .ToArray();

        Assert.Equal($":method=POST;:path={path};te=trailers;x-umlaut=größe;x-empty=", Read(new(), block));
    }

    [Fact]
    public void A_header_larger_than_the_table_empties_it()
    {
        var decoder = new HpackDecoder();
        Assert.Equal("a=b", Read(decoder, "40016101" + "62"));
        Assert.Equal("a=b", Read(decoder, "be"));
        var large = "400163" + "7f" + "c11f" + string.Concat(Enumerable.Repeat("64", 4_160));   // 127 + 65 + 31 * 128

        Assert.Equal("c=" + new string('d', 4_160), Read(decoder, large));

        Assert.Throws<Http2Exception>(() => Read(decoder, "be"));
    }

    [Theory]
    [InlineData("80", "index 0")]
    [InlineData("be", "index 62")]
    [InlineData("ffffffff7f", "index")]
    [InlineData("ffffffffff01", "too many digits")]
    [InlineData("3fe21f", "4097 bytes")]
    [InlineData("8220", "inside a block")]
    [InlineData("40", "ends inside a header")]
    [InlineData("4005616263", "beyond its block")]
    [InlineData("40016181", "beyond its block")]
    [InlineData("4001618100", "not in the code")]            // ends in five zeros, which is '0', and then three more
    [InlineData("40016184ffffffff", "not in the code")]      // the end of the string, written out
    [InlineData("40016182ffff", "not in the code")]          // more than seven bits of padding
    public void Refuses_a_broken_block(string block, string reason)
    {
        var problem = Assert.Throws<Http2Exception>(() => Read(new(), block));

        Assert.Equal(Http2Error.CompressionError, problem.Error);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('0', 0x0, 5)]
    [InlineData('a', 0x3, 5)]
    [InlineData(' ', 0x14, 6)]
    [InlineData(':', 0x5c, 7)]
    [InlineData('z', 0x7b, 7)]
    [InlineData('&', 0xf8, 8)]
    [InlineData('Z', 0xfd, 8)]
    [InlineData('?', 0x3fc, 10)]
    [InlineData('|', 0x7fc, 11)]
    [InlineData('>', 0xffb, 12)]
    [InlineData('~', 0x1ffd, 13)]
    [InlineData('^', 0x3ffc, 14)]
    [InlineData('{', 0x7ffe, 15)]
    [InlineData('\\', 0x7fff0, 19)]
    [InlineData(226, 0xfffed, 20)]
    [InlineData(230, 0x1fffe8, 21)]
    [InlineData(233, 0x3fffeb, 22)]
    [InlineData(239, 0x7ffff4, 23)]
    [InlineData(237, 0xfffff5, 24)]
    [InlineData(235, 0x1ffffef, 25)]
    [InlineData(255, 0x3ffffee, 26)]
    [InlineData(254, 0x7fffff0, 27)]
    [InlineData(249, 0xffffffe, 28)]
    [InlineData(22, 0x3ffffffe, 30)]
    public void Knows_the_code_of_a_symbol(int symbol, int code, int length)
    {
        var bits = Convert.ToString(code, 2).PadLeft(length, '0');
        bits = bits.PadRight((length + 7) / 8 * 8, '1');
        var coded = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var target = new byte[Huffman.MaxDecodedBytes(coded.Length)];

        Assert.Equal(1, Huffman.Decode(coded, target));
        Assert.Equal(symbol, target[0]);
    }

    [Fact]
    public void Random_bytes_are_read_or_refused_but_do_no_harm()
    {
        var random = new Random(7541);
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var block = new byte[random.Next(1, 60)];
            random.NextBytes(block);
            refused += Record(() => Read(new(), block)) is null ? 1 : 0;
        }

        Assert.InRange(refused, 1, 19_999);
    }

    private static string? Record(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (Http2Exception)
        {
            return null;
        }
    }

    private static string Read(HpackDecoder decoder, string hex) => Read(decoder, Convert.FromHexString(hex));

    private static string Read(HpackDecoder decoder, byte[] block)
    {
        var lines = new Lines();
        decoder.Decode(block, lines);
        return string.Join(';', lines.All);
    }

    private sealed class Lines : IHeaderReader
    {
        public List<string> All { get; } = [];

        public void OnHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
            All.Add($"{Encoding.UTF8.GetString(name)}={Encoding.UTF8.GetString(value)}");
    }
}
