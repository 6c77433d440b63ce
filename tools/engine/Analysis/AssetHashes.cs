using System.Security.Cryptography;
using System.Text;
using Platform.Graph;

namespace Platform.Engine.Analysis;

/// <summary>
/// Gives assets and archives the hash that the engine writes into a state, so that another content is a change and the same content
/// at another place is none. What cannot be read offline has no hash.
/// </summary>
/// <param name="directory">What relative paths start from: the program's folder.</param>
internal sealed class AssetHashes(string directory)
{
    private const string Redacted = "[secret]";
    private static readonly string[] ArchiveFiles = [".tar", ".tgz", ".tar.gz", ".zip", ".jar"];

    // What a walk through a folder passes by: the engine's own.
    private const string OwnFolder = ".pulumi";

    /// <summary>The map with the hash of every asset and archive in it.</summary>
    public MapValue In(MapValue map) => HasFiles(map) ? (MapValue)In((PropertyValue)map) : map;

    /// <summary>The files and folders of assets and archives that are not there.</summary>
    public IEnumerable<string> Missing(MapValue map) => HasFiles(map) ? Missing((PropertyValue)map) : [];

    private IEnumerable<string> Missing(PropertyValue value) => value switch
    {
        AssetValue { Source: AssetSource.Path, Content: not Redacted and var path } => File.Exists(Full(path)) ? [] : [path],
        ArchiveValue { Source: AssetSource.Path, Content: not Redacted and var path } => Path.Exists(Full(path)) ? [] : [path],
        ArchiveValue archive => Missing((PropertyValue)archive.Assets),
        ListValue list => list.Items.SelectMany(Missing),
        MapValue map => map.Members.Values.SelectMany(Missing),
        _ => [],
    };

    private PropertyValue In(PropertyValue value) => value switch
    {
        AssetValue { Hash: null } asset => asset with { Hash = Hash(asset) },
        ArchiveValue { Hash: null } archive => archive with { Assets = (MapValue)In((PropertyValue)archive.Assets), Hash = Hash(archive) },
        ListValue list => PropertyValue.Of(list.Items.Select(In)),
        MapValue map => PropertyValue.Of(map.Members.Select(member => KeyValuePair.Create(member.Key, In(member.Value)))),
        _ => value,
    };

    private static bool HasFiles(PropertyValue value) => value switch
    {
        AssetValue or ArchiveValue => true,
        ListValue list => list.Items.Any(HasFiles),
        MapValue map => map.Members.Values.Any(HasFiles),
        _ => false,
    };

    private string? Hash(AssetValue asset)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return Write(asset, bytes => hash.AppendData(bytes.Span)) ? Convert.ToHexStringLower(hash.GetHashAndReset()) : null;
    }

    private string? Hash(ArchiveValue archive)
    {
        if (archive is { Source: AssetSource.Path, Content: var path } && Array.Exists(ArchiveFiles, ending => path.EndsWith(ending, StringComparison.Ordinal)))
        {
            return Hash(new AssetValue(AssetSource.Path, path));
        }

        try
        {
            using var digest = new ArchiveDigest();
            return Add(digest, "", archive) ? digest.Finish() : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;   // a folder that may not be looked into
        }
    }

    private bool Add(ArchiveDigest digest, string folder, ArchiveValue archive) => archive.Source switch
    {
        null => archive.Assets.Members.All(member => member.Value switch
        {
            AssetValue asset => Size(asset) is { } size && digest.Add(Join(folder, member.Key), size, write => Write(asset, write)),
            ArchiveValue inner => Add(digest, Join(folder, member.Key), inner),
            _ => false,
        }),
        AssetSource.Path when Directory.Exists(Full(archive.Content)) => AddFolder(digest, folder, Full(archive.Content)),
        _ => false,   // an archive within an archive, or one to be fetched
    };

    private bool AddFolder(ArchiveDigest digest, string folder, string path)
    {
        foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos().Where(entry => entry.Name != OwnFolder).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var asset = new AssetValue(AssetSource.Path, entry.FullName);
            var added = entry is DirectoryInfo
                ? entry.LinkTarget is not null || AddFolder(digest, Join(folder, entry.Name), entry.FullName)
                : Size(asset) is { } size && digest.Add(Join(folder, entry.Name), size, write => Write(asset, write));
            if (!added)
            {
                return false;
            }
        }

        return true;
    }

    private long? Size(AssetValue asset) => asset switch
    {
        { Content: Redacted } => null,   // nothing of a secret is kept, not even a hash
        { Source: AssetSource.Text } => Encoding.UTF8.GetByteCount(asset.Content),
        { Source: AssetSource.Path } when File.Exists(Full(asset.Content)) => new FileInfo(Full(asset.Content)).Length,
        _ => null,
    };

    // As many bytes as the file has, and none of one that has none: a pipe or a device would never end.
    private bool Write(AssetValue asset, Action<ReadOnlyMemory<byte>> write)
    {
        if (Size(asset) is not { } left)
        {
            return false;
        }

        if (asset.Source == AssetSource.Text)
        {
            write(Encoding.UTF8.GetBytes(asset.Content));
            return true;
        }

        try
        {
            using var file = left == 0 ? Stream.Null : File.OpenRead(Full(asset.Content));
            var buffer = new byte[81920];
            while (left > 0 && file.Read(buffer, 0, (int)Math.Min(left, buffer.Length)) is var count and > 0)
            {
                write(buffer.AsMemory(0, count));
                left -= count;
            }

            return left == 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string Full(string path) => Path.GetFullPath(path, directory);

    private static string Join(string folder, string name) =>
        folder.Length == 0 ? name
        : string.Join('/', $"{folder}/{name}".Split('/').Where(part => part.Length > 0 && part != "."));
}
