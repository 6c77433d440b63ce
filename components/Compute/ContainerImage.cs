namespace Platform.Components.Compute;

/// <summary>Image references: only a digest names the same bytes tomorrow.</summary>
public static class ContainerImage
{
    private const string DigestMark = "@sha256:";

    /// <summary>Whether a reference ends in a digest, such as <c>registry/name@sha256:…</c> with 64 hex digits.</summary>
    /// <param name="reference">The reference of the image.</param>
    public static bool IsPinned(string reference)
    {
        var mark = reference.IndexOf('@', StringComparison.Ordinal);
        return mark > 0
            && reference[mark..].StartsWith(DigestMark, StringComparison.Ordinal)
            && reference[(mark + DigestMark.Length)..] is { Length: 64 } digest
            && digest.All(char.IsAsciiHexDigitLower)
            && !reference.Any(char.IsWhiteSpace);
    }
}
