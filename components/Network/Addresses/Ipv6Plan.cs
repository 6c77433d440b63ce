using System.Net;
using System.Net.Sockets;

namespace Platform.Components.Network.Addresses;

/// <summary>
/// Which /64 of a VPC's /56 each subnet has. As with <see cref="AddressPlan"/>, its place follows from its tier and the letter of its zone,
/// never from a position in a list, so adding or removing a zone moves nothing.
/// </summary>
/// <remarks>
/// The two digits that a /56 leaves to choose: the first is the tier's, 0 public, 1 isolated, 8 private; the second is the zone's, 0 for
/// <c>a</c>. Thirteen tiers and eight zones are free. Amazon chooses the /56 itself, so the plan is made when it is known.
/// </remarks>
public static class Ipv6Plan
{
    private const int VpcPrefix = 56;
    private const int ChosenByte = 7;

    /// <summary>The block of one subnet.</summary>
    /// <param name="vpc">The VPC's block, a /56.</param>
    /// <param name="tier">The subnet's tier.</param>
    /// <param name="zone">The letter of its zone, <c>a</c> to <c>h</c>.</param>
    /// <returns>A /64, such as <c>2600:1f18:1234:5680::/64</c>.</returns>
    /// <exception cref="FormatException">The VPC's block is no /56.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The letter or the tier has no place in the plan.</exception>
    public static string Subnet(string vpc, SubnetTier tier, char zone)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(zone, 'a');
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zone, 'h');
        var bytes = First(vpc) ?? throw new FormatException($"'{vpc}' is not an IPv6 block of a VPC, such as 2600:1f18:1234:5600::/56.");
        bytes[ChosenByte] = (byte)((Digit(tier) << 4) | (zone - 'a'));
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>The first address of a /56, if the text is one and nothing is set beyond its bits.</summary>
    private static byte[]? First(string block) =>
        block.Split('/') is [var text, var prefix] && prefix == $"{VpcPrefix}"
            && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            && address.GetAddressBytes() is var bytes && bytes.AsSpan(ChosenByte).IndexOfAnyExcept((byte)0) < 0
            ? bytes
            : null;

    private static int Digit(SubnetTier tier) => tier switch
    {
        SubnetTier.Public => 0x0,
        SubnetTier.Isolated => 0x1,
        SubnetTier.Private => 0x8,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "This tier has no addresses."),
    };
}
