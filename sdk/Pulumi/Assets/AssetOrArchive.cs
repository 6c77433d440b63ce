namespace Pulumi;

/// <summary>A file or a bundle of files, where a resource takes either.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string signature, string kind, object value)
    {
        (Signature, Kind, Value) = (signature, kind, value);
    }

    /// <summary>What marks it as an asset or an archive on the wire.</summary>
    internal string Signature { get; }

    /// <summary>The wire name of <see cref="Value"/>: <c>text</c>, <c>path</c>, <c>uri</c> or <c>assets</c>.</summary>
    internal string Kind { get; }

    /// <summary>A string, or for <c>assets</c> a map of names to assets and archives.</summary>
    internal object Value { get; }
}
