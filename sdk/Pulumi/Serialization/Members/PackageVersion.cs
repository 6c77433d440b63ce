using System.Globalization;

namespace Pulumi.Serialization;

/// <summary>A version as packages have it: <c>MAJOR.MINOR.PATCH</c>, perhaps with a pre-release part.</summary>
internal readonly record struct PackageVersion(int Major, int Minor, int Patch, string PreRelease) : IComparable<PackageVersion>
{
    /// <summary>Reads a version; null if there is none or it is malformed, which then matches any.</summary>
    public static PackageVersion? TryParse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var bare = text.Split('+')[0];
        var dash = bare.IndexOf('-', StringComparison.Ordinal);
        var numbers = (dash < 0 ? bare : bare[..dash]).TrimStart('v').Split('.');
        return numbers.Length == 3
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            && int.TryParse(numbers[2], NumberStyles.None, CultureInfo.InvariantCulture, out var patch)
                ? new(major, minor, patch, dash < 0 ? "" : bare[(dash + 1)..])
                : null;
    }

    /// <summary>Whether a class of this version can stand for a resource of the wanted one.</summary>
    public bool IsCompatibleWith(PackageVersion wanted) => Major == wanted.Major && CompareTo(wanted) >= 0;

    /// <summary>By number; a pre-release comes before its release.</summary>
    public int CompareTo(PackageVersion other)
    {
        var byNumber = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return (byNumber, PreRelease.Length, other.PreRelease.Length) switch
        {
            ( not 0, _, _) => byNumber,
            (_, 0, 0) => 0,
            (_, 0, _) => 1,
            (_, _, 0) => -1,
            _ => string.CompareOrdinal(PreRelease, other.PreRelease),
        };
    }
}
