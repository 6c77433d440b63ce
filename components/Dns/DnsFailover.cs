namespace Platform.Components.Dns;

/// <summary>Where a name leads when its target is down.</summary>
public sealed class DnsFailover : ResourceArgs
{
    /// <summary>The target of the other region.</summary>
    [Input("standby", required: true)] public required DnsTarget Standby { get; init; }

    /// <summary>How Route 53 learns that the first target is down.</summary>
    [Input("probe", required: true)] public required HealthProbe Probe { get; init; }

    /// <summary>SNS topic that hears of a failed probe; in us-east-1, as health-check metrics exist only there. Default: nobody.</summary>
    [Input("alarmTopicArn")] public Input<string>? AlarmTopicArn { get; init; }
}
