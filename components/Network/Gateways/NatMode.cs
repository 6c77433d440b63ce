namespace Platform.Components.Network.Gateways;

/// <summary>How private subnets reach the internet: what it costs against what the loss of one machine or zone takes down.</summary>
public enum NatMode
{
    /// <summary>Not at all; what they need comes through endpoints. No cost.</summary>
    None,

    /// <summary>One small EC2 instance. A few dollars a month; egress stops for minutes while it recovers.</summary>
    Instance,

    /// <summary>One managed gateway in the first zone. Egress of every zone depends on that zone.</summary>
    SingleGateway,

    /// <summary>One managed gateway in each zone. No zone depends on another.</summary>
    GatewayPerZone,

    /// <summary>
    /// One managed gateway that AWS spreads over the zones in use, each translating its own traffic. It needs no public subnet and one route;
    /// a new zone is joined within the hour, and reached through another until then.
    /// </summary>
    RegionalGateway,
}
