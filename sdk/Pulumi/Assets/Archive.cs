using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A bundle of files.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string kind, object value)
        : base(Signatures.Archive, kind, value)
    {
    }
}

/// <summary>An archive or directory on this machine.</summary>
/// <param name="path">Its path, relative to the program's directory or absolute; <c>.tar</c>, <c>.tar.gz</c>, <c>.zip</c> or a directory.</param>
public sealed class FileArchive(string path) : Archive("path", path);

/// <summary>An archive that the engine fetches.</summary>
/// <param name="uri">Where it is: an <c>http</c>, <c>https</c> or <c>file</c> address.</param>
[SuppressMessage("Design", "CA1054:URI-like parameters should not be strings", Justification = "The official signature.")]
public sealed class RemoteArchive(string uri) : Archive("uri", uri);

/// <summary>An archive put together from assets and other archives.</summary>
/// <param name="assets">Their paths inside the archive.</param>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets)
    : Archive("assets", assets.ToImmutableSortedDictionary(StringComparer.Ordinal));
