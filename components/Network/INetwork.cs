using System.Collections.Immutable;

namespace Platform.Components.Network;

/// <summary>What components need to know of a network, whoever made it.</summary>
public interface INetwork
{
    /// <summary>Id of the VPC.</summary>
    Output<string> VpcId { get; }

    /// <summary>All addresses of the VPC.</summary>
    Output<string> Cidr { get; }

    /// <summary>All IPv6 addresses of the VPC; null when it has none.</summary>
    Output<string>? Ipv6Cidr => null;

    /// <summary>Names of the zones it spans, such as <c>eu-west-1a</c>; every tier has a subnet in each.</summary>
    IReadOnlyList<string> Zones { get; }

    /// <summary>Id of one subnet.</summary>
    /// <param name="tier">Its tier.</param>
    /// <param name="zone">Its zone, one of <see cref="Zones"/>.</param>
    Output<string> SubnetId(SubnetTier tier, string zone);

    /// <summary>Ids of a tier's subnets, in the order of <see cref="Zones"/>.</summary>
    /// <param name="tier">The tier.</param>
    Output<ImmutableArray<string>> SubnetIds(SubnetTier tier) =>
        Output.All(Zones.Select(zone => (Input<string>)SubnetId(tier, zone)));
}
