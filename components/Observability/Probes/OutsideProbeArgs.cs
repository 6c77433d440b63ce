namespace Platform.Components.Observability.Probes;

/// <summary>What a caller may choose; <see cref="OutsideProbe"/> decides the rest.</summary>
public sealed class OutsideProbeArgs : ResourceArgs
{
    /// <summary>The page to ask for, as a user would.</summary>
    [Input("url", required: true)] public required Input<string> Url { get; init; }

    /// <summary>Region it asks from: the one it is made in.</summary>
    [Input("from", required: true)] public required string From { get; init; }

    /// <summary>Region on-call is paged from, which every probe reports to.</summary>
    [Input("homeRegion", required: true)] public required string HomeRegion { get; init; }

    /// <summary>All regions that ask; the probe at home tells for all of them.</summary>
    [Input("regions", required: true)] public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Key that encrypts the pictures and logs of its runs, in the region it asks from.</summary>
    [Input("keyArn", required: true)] public required Input<string> KeyArn { get; init; }
}
