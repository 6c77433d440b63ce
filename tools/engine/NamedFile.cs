using System.IO.Compression;

namespace Platform.Engine;

/// <summary>A file that somebody named on the command line: what is wrong with the name is told in our words, not in the system's.</summary>
public static class NamedFile
{
    // What a state of half a million resources has; a file that unpacks to more is no state.
    private const int LargestUnpacked = 1 << 30;

    /// <summary>The content of the file. One packed by gzip, as self-managed backends may keep states, is unpacked.</summary>
    /// <param name="option">The option it was named with.</param>
    /// <param name="path">Its path, as typed.</param>
    /// <param name="hint">What else could have been meant where there is no such file; empty for nothing.</param>
    /// <exception cref="PlanRequestException">There is no such file, or it cannot be read.</exception>
    public static byte[] Read(string option, string path, string hint = "")
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            throw Wrong("but must name a file");
        }

        if (Directory.Exists(path))
        {
            throw Wrong("which is a folder; name a file in it");
        }

        try
        {
            var content = File.ReadAllBytes(path);
            return content switch
            {
                [] => throw Wrong("which is empty; make it again"),
                [0x1F, 0x8B, ..] => Unpack(content),
                [0x28, 0xB5, 0x2F, 0xFD, ..] => throw Wrong("which is packed by zstd; unpack it with: zstd -d"),
                _ => content,
            };
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Wrong($"but there is no such file{hint}");
        }
        catch (UnauthorizedAccessException)
        {
            throw Wrong("but you may not read it; change its permissions");
        }
        catch (InvalidDataException)
        {
            throw Wrong("which is packed by gzip, but damaged or too large; get it again");
        }
        catch (Exception problem) when (problem is IOException or ArgumentException)
        {
            throw Wrong($"but it cannot be read: {problem.Message}");
        }

        PlanRequestException Wrong(string what) => new($"{option} is '{path}', {what}.");
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var source = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        while (source.Read(buffer) is var count and > 0)
        {
            if (content.Length + count > LargestUnpacked)
            {
                throw new InvalidDataException();
            }

            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }
}
