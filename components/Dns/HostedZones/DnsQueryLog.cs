namespace Platform.Components.Dns.HostedZones;

/// <summary>How a zone's questions are logged.</summary>
public sealed class DnsQueryLog : ResourceArgs
{
    /// <summary>Key that encrypts the log, in us-east-1; its policy must admit CloudWatch Logs.</summary>
    [Input("keyArn", required: true)] public required Input<string> KeyArn { get; init; }

    /// <summary>Days a question is kept, one of CloudWatch's retention periods.</summary>
    [Input("retentionDays", required: true)] public required int RetentionDays { get; init; }
}
