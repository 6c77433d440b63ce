using Platform.Components.Compute.Images;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Platform.Components.Observability.Traces;
using Platform.Stacks.Settings;

namespace Platform.Infra.Settings;

/// <summary>The block of settings about who hears of alarms and where traces go.</summary>
internal static class MonitoringBlock
{
    /// <summary>Reads who hears of what, and where traces go.</summary>
    /// <param name="platform">Where the block is.</param>
    /// <param name="pages">Whether the environment has alarms that call somebody.</param>
    /// <param name="isOnCall">Whether somebody must be there to be called.</param>
    public static MonitoringSettings Read(Section platform, bool pages, bool isOnCall)
    {
        var monitoring = platform.OptionalBlock("monitoring");
        var section = monitoring?.OptionalBlock("subscribers");
        if (section is null && isOnCall)
        {
            platform.Refuse("monitoring.subscribers", $"is missing, so that nobody would hear of a critical alarm; set critical: {Subscriber.Form}");
        }

        var (traces, image) = Traces(monitoring?.OptionalBlock("traces"), hasCluster: pages);
        return new MonitoringSettings(section is null ? new Dictionary<Severity, IReadOnlyList<Subscriber>>() : Enum.GetValues<Severity>()
            .Where(severity => pages || !severity.Pages())
            .ToDictionary(severity => severity, IReadOnlyList<Subscriber> (severity) => Of(section, severity, isOptional: !isOnCall || severity != Severity.Critical)), traces, image);
    }

    /// <summary>Where traces go; the collector of a cluster is set with the cluster, the one beside tasks here.</summary>
    private static (TraceExport? Export, string? Image) Traces(Section? section, bool hasCluster)
    {
        if (section is null)
        {
            return default;
        }

        var isOtlp = section.Choice("export", new Dictionary<string, bool> { ["xray"] = false, ["otlp"] = true });
        var percent = section.Whole("samplePercent", 1, 100);
        var image = hasCluster ? null : section.Text("image", "a collector of traces by digest such as registry/adot@sha256:…", ContainerImage.IsPinned);
        TraceExport export = isOtlp ? new TraceExport.Otlp(section.Text("endpoint", TraceExport.EndpointForm, TraceExport.IsEndpoint)) : new TraceExport.XRay();
        return (export with { Percent = percent }, image);
    }

    private static List<Subscriber> Of(Section section, Severity severity, bool isOptional)
    {
        var subscribers = section.Texts(severity.Word(), Subscriber.Form, text => Subscriber.Parse(text) is not null, isOptional)
            .Select(text => Subscriber.Parse(text)!)
            .ToList();
        foreach (var endpoint in Subscriber.Repeated(subscribers))
        {
            section.Refuse(severity.Word(), $"has '{endpoint}' more than once; name each once");
        }

        return subscribers;
    }
}
