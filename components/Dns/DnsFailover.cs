namespace Platform.Components.Dns;

/// <summary>Where a name leads when its target is down.</summary>
public sealed class DnsFailover : ResourceArgs
{
    /// <summary>The target of the other region.</summary>
    [Input("standby", required: true)] public required DnsTarget Standby { get; init; }

    /// <summary>How Route 53 learns that the first target is down.</summary>
    [Input("probe", required: true)] public required HealthProbe Probe { get; init; }
}
