using System.Text;

namespace Platform.Protocol.Http2.Headers;

/// <summary>A header line in a table of HPACK.</summary>
internal sealed class HeaderField(byte[] name, byte[] value)
{
    private const int Overhead = 32;

    /// <summary>The lines that every connection knows (RFC 7541, Appendix A); the first has the index 1.</summary>
    private static readonly HeaderField[] Static = ReadStatic();

    public byte[] Name { get; } = name;

    public byte[] Value { get; } = value;

    /// <summary>What the line takes of the table's size.</summary>
    public int Size => SizeOf(Name, Value);

    public static int StaticCount => Static.Length;

    public static HeaderField OfStatic(int index) => Static[index - 1];

    public static int SizeOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => name.Length + value.Length + Overhead;

    private static HeaderField[] ReadStatic()
    {
        const string Lines = """
            :authority|:method GET|:method POST|:path /|:path /index.html|:scheme http|:scheme https|:status 200|:status 204
            :status 206|:status 304|:status 400|:status 404|:status 500|accept-charset|accept-encoding gzip, deflate
            accept-language|accept-ranges|accept|access-control-allow-origin|age|allow|authorization|cache-control
            content-disposition|content-encoding|content-language|content-length|content-location|content-range|content-type
            cookie|date|etag|expect|expires|from|host|if-match|if-modified-since|if-none-match|if-range|if-unmodified-since
            last-modified|link|location|max-forwards|proxy-authenticate|proxy-authorization|range|referer|refresh|retry-after
            server|set-cookie|strict-transport-security|transfer-encoding|user-agent|vary|via|www-authenticate
            """;
        var lines = Lines.ReplaceLineEndings("|").Split('|');
        var fields = new HeaderField[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var end = lines[i].IndexOf(' ', StringComparison.Ordinal);
            fields[i] = end < 0
                ? new(Encoding.ASCII.GetBytes(lines[i]), [])
                : new(Encoding.ASCII.GetBytes(lines[i][..end]), Encoding.ASCII.GetBytes(lines[i][(end + 1)..]));
        }

        return fields;
    }
}
