using System.Text.RegularExpressions;

namespace Platform.Components.Compute.Images;

/// <summary>Image references: only a digest names the same bytes tomorrow.</summary>
public static partial class ContainerImage
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

    /// <summary>The copy of an image in the registry of another region; a reference that is none of ECR's private ones names the same everywhere.</summary>
    /// <param name="reference">The reference of the image.</param>
    /// <param name="region">The other region.</param>
    public static string InRegion(string reference, string region) => RepositoryOf(reference) is { } repository
        ? repository.Registry.Replace($".{repository.Region}.", $".{region}.", StringComparison.Ordinal) + reference[repository.Registry.Length..]
        : reference;

    /// <summary>The repository of a reference, if it is one of ECR's private ones.</summary>
    internal static EcrRepository? RepositoryOf(string reference)
    {
        var slash = reference.IndexOf('/', StringComparison.Ordinal);
        var end = reference.AsSpan(slash + 1).IndexOfAny('@', ':');
        return slash < 0 || end < 0 || EcrHost().Match(reference[..slash]) is not { Success: true } host
            ? null
            : new(reference[..slash], host.Groups["region"].Value, host.Groups["account"].Value, reference.Substring(slash + 1, end));
    }

    [GeneratedRegex(@"^(?<account>\d{12})\.(dkr\.ecr(-fips)?\.(?<region>[a-z0-9-]+)\.amazonaws\.com(\.cn)?|dkr-ecr(-fips)?\.(?<region>[a-z0-9-]+)\.on\.aws)$")]
    private static partial Regex EcrHost();
}

/// <summary>A private repository of ECR, as a reference names it.</summary>
/// <param name="Registry">Host to log in to.</param>
/// <param name="Region">Its region.</param>
/// <param name="Account">Account it belongs to.</param>
/// <param name="Name">Its name within the account.</param>
internal sealed record EcrRepository(string Registry, string Region, string Account, string Name)
{
    /// <summary>What an IAM policy calls it.</summary>
    public Output<string> Arn(Output<string> partition) => Output.Format($"arn:{partition}:ecr:{Region}:{Account}:repository/{Name}");
}
