namespace Platform.Components.Dns;

/// <summary>How Route 53 learns that a target is down.</summary>
public sealed class HealthProbe : ResourceArgs
{
    private HealthProbe()
    {
    }

    /// <summary>Name that is asked from the internet; null for an alarm.</summary>
    [Input("fqdn")] public Input<string>? Fqdn { get; private init; }

    /// <summary>Path that is asked.</summary>
    [Input("resourcePath")] public string? ResourcePath { get; private init; }

    /// <summary>Alarm that stands for the health; null for a question.</summary>
    [Input("alarmName")] public Input<string>? AlarmName { get; private init; }

    /// <summary>Region of the alarm.</summary>
    [Input("alarmRegion")] public string? AlarmRegion { get; private init; }

    /// <summary>Asks a public address over HTTPS every 10 s from several continents; three failures in a row count as down.</summary>
    /// <param name="fqdn">A public name only this target answers, not the name that fails over.</param>
    /// <param name="path">The path, beginning with <c>/</c>.</param>
    public static HealthProbe Https(Input<string> fqdn, string path = "/healthz") => new() { Fqdn = fqdn, ResourcePath = path };

    /// <summary>Follows a CloudWatch alarm: the only way to see an internal load balancer, which the probes cannot reach.</summary>
    /// <param name="alarmName">Its name.</param>
    /// <param name="region">Its region.</param>
    public static HealthProbe Alarm(Input<string> alarmName, string region) => new() { AlarmName = alarmName, AlarmRegion = region };
}
