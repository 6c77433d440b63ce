using System.Security.Cryptography;
using System.Text;

namespace Platform.Engine.Analysis;

/// <summary>
/// SHA-256 of the tar stream the engine makes of an archive: one ustar header for each file, with its name and size and nothing of the
/// disk it lies on, so that the same files always give the same digest.
/// </summary>
internal sealed class ArchiveDigest : IDisposable
{
    private const int Block = 512;
    private const int NameSize = 100;
    private const int PrefixSize = 155;
    private const long SizeLimit = 1L << 33;   // eleven octal digits

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Adds a file; a name that is there already is left out. <c>false</c> if this form of tar cannot hold it.</summary>
    /// <param name="name">Its path in the archive.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="write">Hands its bytes to the function it is given; answers <c>false</c> if they are not to be had.</param>
    public bool Add(string name, long size, Func<Action<ReadOnlyMemory<byte>>, bool> write)
    {
        if (!_names.Add(name))
        {
            return true;
        }

        if (size >= SizeLimit || Header(name, size) is not { } header)
        {
            return false;
        }

        _hash.AppendData(header);
        if (!write(bytes => _hash.AppendData(bytes.Span)))
        {
            return false;
        }

        _hash.AppendData(new byte[(Block - (int)(size % Block)) % Block]);
        return true;
    }

    /// <summary>The digest in hexadecimal.</summary>
    public string Finish()
    {
        _hash.AppendData(new byte[2 * Block]);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private static byte[]? Header(string path, long size)
    {
        if (Split(path) is not var (prefix, name))
        {
            return null;
        }

        var header = new byte[Block];
        Text(header, 0, name);
        Octal(header, 100, 7, 0x180);   // rw-------
        Octal(header, 108, 7, 0);
        Octal(header, 116, 7, 0);
        Octal(header, 124, 11, size);
        Octal(header, 136, 11, 0);
        header[156] = (byte)'0';
        Text(header, 257, "ustar");
        Text(header, 263, "00");
        Octal(header, 329, 7, 0);
        Octal(header, 337, 7, 0);
        Text(header, 345, prefix);

        // The sum is taken with blanks in its own place.
        header.AsSpan(148, 8).Fill((byte)' ');
        var sum = header.Sum(cell => (long)cell);
        Octal(header, 148, 6, sum);
        header[154] = 0;
        return header;
    }

    // Longer and other names need extended headers, whose order of fields is another matter.
    private static (string Prefix, string Name)? Split(string path)
    {
        if (!Ascii.IsValid(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        if (path.Length <= NameSize)
        {
            return ("", path);
        }

        var cut = path.LastIndexOf('/', Math.Min(path.Length - 1, PrefixSize));
        return cut > 0 && path.Length - cut - 1 is > 0 and <= NameSize ? (path[..cut], path[(cut + 1)..]) : null;
    }

    private static void Text(byte[] header, int at, string text) => Encoding.ASCII.GetBytes(text, header.AsSpan(at));

    private static void Octal(byte[] header, int at, int digits, long number) =>
        Text(header, at, Convert.ToString(number, 8).PadLeft(digits, '0'));
}
