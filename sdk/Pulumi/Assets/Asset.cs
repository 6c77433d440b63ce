using System.Diagnostics.CodeAnalysis;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The content of one file.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string kind, object value)
        : base(Signatures.Asset, kind, value)
    {
    }
}

/// <summary>The content of a file on this machine.</summary>
/// <param name="path">The file's path, relative to the program's directory or absolute.</param>
public sealed class FileAsset(string path) : Asset("path", path);

/// <summary>Content given as text.</summary>
/// <param name="text">The text.</param>
public sealed class StringAsset(string text) : Asset("text", text);

/// <summary>Content that the engine fetches.</summary>
/// <param name="uri">Where it is: an <c>http</c>, <c>https</c> or <c>file</c> address.</param>
[SuppressMessage("Design", "CA1054:URI-like parameters should not be strings", Justification = "The official signature.")]
public sealed class RemoteAsset(string uri) : Asset("uri", uri);
