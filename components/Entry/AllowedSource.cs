using System.Net;
using Platform.Components.Network.Addresses;

namespace Platform.Components.Entry;

/// <summary>Who may reach a load balancer: CloudFront, or listed blocks of addresses; nobody can choose both, or everybody.</summary>
public sealed record AllowedSource
{
    private AllowedSource(IReadOnlyList<string> blocks) => Blocks = blocks;

    /// <summary>CloudFront only, by the list of addresses AWS keeps.</summary>
    public static AllowedSource CloudFront { get; } = new([]);

    /// <summary>The blocks; none for <see cref="CloudFront"/>.</summary>
    public IReadOnlyList<string> Blocks { get; }

    /// <summary>Listed blocks only.</summary>
    /// <param name="blocks">CIDR blocks of /16 or smaller, of IPv6 /32 or smaller: offices, partners, test machines.</param>
    /// <exception cref="ArgumentException">No block, a malformed one, or one so wide that strangers live in it.</exception>
    public static AllowedSource From(IReadOnlyList<string> blocks)
    {
        if (blocks.Count == 0)
        {
            throw new ArgumentException("No block is listed; list one, or choose AllowedSource.CloudFront.", nameof(blocks));
        }

        foreach (var block in blocks)
        {
            if (!(IsV6(block) ? IPNetwork.TryParse(block, out var six) && six.PrefixLength >= 32 : Ipv4Block.TryParse(block, out var four) && four.Prefix >= 16))
            {
                throw new ArgumentException(
                    $"'{block}' is not a block of {(IsV6(block) ? "/32" : "/16")} or smaller; list those who may enter, or choose AllowedSource.CloudFront.",
                    nameof(blocks));
            }
        }

        return new AllowedSource([.. blocks.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Whether a block is one of IPv6.</summary>
    /// <param name="block">The block.</param>
    internal static bool IsV6(string block) => block.Contains(':', StringComparison.Ordinal);
}
