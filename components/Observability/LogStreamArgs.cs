namespace Platform.Components.Observability;

/// <summary>What a caller may choose; <see cref="LogStream"/> decides the rest.</summary>
public sealed class LogStreamArgs : ResourceArgs
{
    /// <summary>Key that encrypts the logs; its policy must admit CloudWatch Logs.</summary>
    [Input("keyArn", required: true)] public required Input<string> KeyArn { get; init; }

    /// <summary>Days a log is kept; one of the periods CloudWatch has, from 1 to 3653.</summary>
    [Input("retentionDays", required: true)] public required int RetentionDays { get; init; }

    /// <summary>Name of the group, where a service dictates it. Default: <c>/project/stack/name</c>.</summary>
    [Input("groupName")] public string? GroupName { get; init; }

    /// <summary>Region of the group, where a service dictates it; the key must be of that region. Default: the provider's.</summary>
    [Input("region")] public string? Region { get; init; }
}
