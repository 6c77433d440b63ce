using System.Net;
using System.Net.Sockets;

namespace Platform.Components.Edge.Firewalls;

/// <summary>CIDR blocks of one IP version: WAF keeps the versions in sets of their own.</summary>
/// <param name="Version"><c>IPV4</c> or <c>IPV6</c>.</param>
/// <param name="Blocks">The blocks, sorted.</param>
internal sealed record AddressSet(string Version, IReadOnlyList<string> Blocks)
{
    /// <summary>Sorts blocks into at most two sets.</summary>
    /// <param name="blocks">CIDR blocks; each must be without <see cref="Problem"/>.</param>
    public static IReadOnlyList<AddressSet> Of(IReadOnlyList<string>? blocks) =>
    [
        .. (blocks ?? []).Distinct().Order(StringComparer.Ordinal)
            .GroupBy(block => IPNetwork.Parse(block).BaseAddress.AddressFamily == AddressFamily.InterNetworkV6 ? "IPV6" : "IPV4")
            .OrderBy(version => version.Key, StringComparer.Ordinal)
            .Select(version => new AddressSet(version.Key, [.. version])),
    ];

    /// <summary>Why WAF would refuse a block, as the end of a sentence about it; null when it would not.</summary>
    /// <param name="block">The block somebody asks for.</param>
    public static string? Problem(string block) =>
        !IPNetwork.TryParse(block, out var network) ? "is not a CIDR block such as 203.0.113.0/24 or 2001:db8::/32"
        : network.PrefixLength == 0 ? "is every address; say so with a country filter or by the default action"
        : null;
}
