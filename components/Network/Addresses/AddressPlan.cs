namespace Platform.Components.Network.Addresses;

/// <summary>
/// Who owns which addresses of a /16. Each subnet's place follows from its tier and the letter of its zone, never from a position
/// in a list, so adding or removing a zone moves nothing; a third of the space is kept free for tiers nobody has thought of yet.
/// </summary>
/// <remarks>
/// For <c>10.20.0.0/16</c>: <c>.0/20</c> public and <c>.16.0/20</c> isolated (a /23 per zone), <c>.32.0/19</c> and <c>.64.0/18</c> free,
/// <c>.128.0/17</c> private (a /20 per zone: pods and tasks take an address each). Zones <c>a</c> to <c>h</c> have a place.
/// </remarks>
public sealed class AddressPlan
{
    private const int TierPrefix = 20;

    /// <summary>Lays out a network.</summary>
    /// <param name="network">A private /16; see <see cref="Problem"/>.</param>
    /// <exception cref="ArgumentException">The block is not a private /16.</exception>
    public AddressPlan(Ipv4Block network)
    {
        if (Problem(network) is { } problem)
        {
            throw new ArgumentException($"{network} {problem}", nameof(network));
        }

        Network = network;
    }

    /// <summary>The whole network.</summary>
    public Ipv4Block Network { get; }

    /// <summary>The blocks no tier owns yet.</summary>
    public IReadOnlyList<Ipv4Block> Free => [Network.Part(19, 1), Network.Part(18, 1)];

    /// <summary>Why a block cannot carry the plan, as the end of a sentence about it; null when it can.</summary>
    /// <param name="network">The block somebody asks for.</param>
    public static string? Problem(Ipv4Block network) =>
        network.Prefix == 16 && PrivateRanges.Any(range => range.Contains(network))
            ? null
            : "must be a /16 of private addresses, such as 10.20.0.0/16";

    /// <summary>The block of a tier, all zones together: what a firewall rule or a route to the tier names.</summary>
    /// <param name="tier">The tier.</param>
    public Ipv4Block Tier(SubnetTier tier) => tier switch
    {
        SubnetTier.Public => Network.Part(TierPrefix, 0),
        SubnetTier.Isolated => Network.Part(TierPrefix, 1),
        SubnetTier.Private => Network.Part(17, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "This tier has no addresses."),
    };

    /// <summary>The block of one subnet.</summary>
    /// <param name="tier">Its tier.</param>
    /// <param name="zone">The letter of its zone, <c>a</c> to <c>h</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The letter has no place in the plan.</exception>
    public Ipv4Block Subnet(SubnetTier tier, char zone)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(zone, 'a');
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zone, 'h');
        var block = Tier(tier);
        return block.Part(block.Prefix + 3, zone - 'a');
    }

    private static readonly Ipv4Block[] PrivateRanges =
        [Ipv4Block.Parse("10.0.0.0/8"), Ipv4Block.Parse("172.16.0.0/12"), Ipv4Block.Parse("192.168.0.0/16")];
}
