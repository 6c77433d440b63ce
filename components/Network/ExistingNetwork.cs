using System.Collections.Immutable;
using Platform.Components.Network.Addresses;

namespace Platform.Components.Network;

/// <summary>A network that somebody else made and looks after: components stand in it as in one of ours, and nothing of it is changed.</summary>
/// <remarks>
/// What <see cref="PrivateNetwork"/> promises is then its owner's to keep: no way from the internet to private subnets, none at all from
/// isolated ones, flow logs, and endpoints or NAT through which compute reaches AWS.
/// </remarks>
/// <example><code>
/// INetwork network = new ExistingNetwork("vpc-0123", "10.20.0.0/16", new Dictionary&lt;string, ZoneSubnets&gt;
/// {
///     ["eu-west-1a"] = new("subnet-public-a", "subnet-private-a", "subnet-isolated-a"), …
/// });
/// </code></example>
public sealed class ExistingNetwork : INetwork
{
    private readonly ImmutableDictionary<string, ZoneSubnets> _subnets;

    /// <summary>Adopts a network.</summary>
    /// <param name="vpcId">Id of the VPC.</param>
    /// <param name="cidr">All its addresses.</param>
    /// <param name="subnets">Its subnets by the name of their zone, such as <c>eu-west-1a</c>; two zones or more.</param>
    /// <param name="ipv6Cidr">All its IPv6 addresses. Default: it has none.</param>
    /// <exception cref="ArgumentException">There are fewer than two zones, or the addresses are no block.</exception>
    public ExistingNetwork(Input<string> vpcId, string cidr, IReadOnlyDictionary<string, ZoneSubnets> subnets, Input<string>? ipv6Cidr = null)
    {
        if (!Ipv4Block.TryParse(cidr, out _))
        {
            throw new ArgumentException($"cidr is '{cidr}', but must be a block of addresses, such as 10.20.0.0/16.", nameof(cidr));
        }

        if (subnets.Count < 2)
        {
            throw new ArgumentException(
                $"subnets has {subnets.Count} zones, but load balancers and databases need 2; name the subnets of another zone.", nameof(subnets));
        }

        _subnets = subnets.ToImmutableDictionary(StringComparer.Ordinal);
        (VpcId, Cidr, Ipv6Cidr) = (vpcId.ToOutput(), Output.Create(cidr), ipv6Cidr?.ToOutput());
        Zones = [.. subnets.Keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Output<string> VpcId { get; }

    /// <inheritdoc/>
    public Output<string> Cidr { get; }

    /// <inheritdoc/>
    public Output<string>? Ipv6Cidr { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Zones { get; }

    /// <inheritdoc/>
    public Output<string> SubnetId(SubnetTier tier, string zone) => Output.Create(tier switch
    {
        SubnetTier.Public => _subnets[zone].Public,
        SubnetTier.Private => _subnets[zone].Private,
        SubnetTier.Isolated => _subnets[zone].Isolated,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "There is no subnet of this tier."),
    });
}

/// <summary>The subnets of one zone of a network that exists already, by id.</summary>
/// <param name="Public">Of load balancers on the internet.</param>
/// <param name="Private">Of compute.</param>
/// <param name="Isolated">Of databases and caches.</param>
public sealed record ZoneSubnets(string Public, string Private, string Isolated);
