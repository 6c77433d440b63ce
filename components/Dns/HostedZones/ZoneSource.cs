namespace Platform.Components.Dns.HostedZones;

/// <summary>Where a <see cref="DnsZone"/> comes from: created, adopted or private, one of them and never two.</summary>
public sealed class ZoneSource : ResourceArgs
{
    private ZoneSource()
    {
    }

    /// <summary>A public zone made here. Its name servers go to the registrar once; until then no certificate validates.</summary>
    public static ZoneSource Create { get; } = new();

    /// <summary>Id of the zone that exists already; null when one is made.</summary>
    [Input("zoneId")] public Input<string>? ZoneId { get; private init; }

    /// <summary>Networks that resolve the private zone; empty for a public one.</summary>
    [Input("networks")] public IReadOnlyList<ZoneNetwork> Networks { get; private init; } = [];

    /// <summary>Whether the zone answers only inside <see cref="Networks"/>.</summary>
    [Input("isPrivate")] public bool IsPrivate { get; private init; }

    /// <summary>A public zone somebody else owns: records are added, the zone and its own settings are left alone.</summary>
    /// <param name="zoneId">Its id, such as <c>Z0123456789ABCDEFGHIJ</c>.</param>
    public static ZoneSource Adopt(Input<string> zoneId) => new() { ZoneId = zoneId };

    /// <summary>A private zone made here, for names only the networks resolve.</summary>
    /// <param name="networks">The networks, one at least.</param>
    public static ZoneSource Private(params ZoneNetwork[] networks) => new() { Networks = networks, IsPrivate = true };
}

/// <summary>A network that resolves a private zone.</summary>
public sealed class ZoneNetwork : ResourceArgs
{
    /// <summary>Id of the VPC.</summary>
    [Input("vpcId", required: true)] public required Input<string> VpcId { get; init; }

    /// <summary>Its region. Default: the provider's.</summary>
    [Input("region")] public string? Region { get; init; }
}
