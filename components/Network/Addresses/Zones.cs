using System.Collections.Frozen;

namespace Platform.Components.Network.Addresses;

/// <summary>
/// Which availability zones a region has: the letters AWS hands out to new accounts, in order. A table and not a question to AWS,
/// because a network must not change shape when AWS opens a zone.
/// </summary>
public static class Zones
{
    // Source: AWS global infrastructure and EC2 zone lists, 2026-11. In us-west-1 and ap-northeast-1 an account sees only some letters.
    private static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>
    {
        ["af-south-1"] = "abc",
        ["ap-east-1"] = "abc",
        ["ap-northeast-1"] = "acd",
        ["ap-northeast-2"] = "abcd",
        ["ap-northeast-3"] = "abc",
        ["ap-south-1"] = "abc",
        ["ap-south-2"] = "abc",
        ["ap-southeast-1"] = "abc",
        ["ap-southeast-2"] = "abc",
        ["ap-southeast-3"] = "abc",
        ["ap-southeast-4"] = "abc",
        ["ca-central-1"] = "abd",
        ["ca-west-1"] = "abc",
        ["eu-central-1"] = "abc",
        ["eu-central-2"] = "abc",
        ["eu-north-1"] = "abc",
        ["eu-south-1"] = "abc",
        ["eu-south-2"] = "abc",
        ["eu-west-1"] = "abc",
        ["eu-west-2"] = "abc",
        ["eu-west-3"] = "abc",
        ["il-central-1"] = "abc",
        ["me-central-1"] = "abc",
        ["me-south-1"] = "abc",
        ["sa-east-1"] = "abc",
        ["us-east-1"] = "abcdef",
        ["us-east-2"] = "abc",
        ["us-west-1"] = "ac",
        ["us-west-2"] = "abcd",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The regions this table knows, in alphabetical order.</summary>
    public static IReadOnlyList<string> Regions { get; } = [.. Letters.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The zone letters of a region; null when the table does not know the region.</summary>
    /// <param name="region">Region code such as <c>eu-west-1</c>.</param>
    public static string? LettersOf(string region) => Letters.GetValueOrDefault(region);

    /// <summary>The names of a region's first <paramref name="count"/> zones, such as <c>eu-west-1a</c>.</summary>
    /// <param name="region">A region of the table.</param>
    /// <param name="count">How many, 1 to what the region has.</param>
    /// <exception cref="ArgumentException">The region is unknown or has fewer zones.</exception>
    public static IReadOnlyList<string> First(string region, int count)
    {
        if (LettersOf(region) is not { } letters || count < 1 || count > letters.Length)
        {
            throw new ArgumentException($"Region '{region}' is not known to have {count} zones.", nameof(region));
        }

        return [.. letters[..count].Select(letter => region + letter)];
    }
}
