namespace Platform.Components.Network;

/// <summary>What a subnet may talk to; the order is the order of a request through the system.</summary>
public enum SubnetTier
{
    /// <summary>Reached from the internet: load balancers and NAT only.</summary>
    Public,

    /// <summary>Reaches the internet through NAT, is not reached from it: compute.</summary>
    Private,

    /// <summary>No way to or from the internet: databases and caches.</summary>
    Isolated,
}
