using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Platform.Stacks.Settings;

namespace Platform.Infra.Settings;

/// <summary>The block of settings about who hears of alarms.</summary>
internal static class MonitoringBlock
{
    /// <summary>Reads who hears of what.</summary>
    /// <param name="platform">Where the block is.</param>
    /// <param name="pages">Whether the environment has alarms that call somebody.</param>
    /// <param name="isOnCall">Whether somebody must be there to be called.</param>
    public static MonitoringSettings Read(Section platform, bool pages, bool isOnCall)
    {
        var section = platform.OptionalBlock("monitoring")?.OptionalBlock("subscribers");
        if (section is null && isOnCall)
        {
            platform.Refuse("monitoring.subscribers", $"is missing, so that nobody would hear of a critical alarm; set critical: {Subscriber.Form}");
        }

        return new MonitoringSettings(section is null ? new Dictionary<Severity, IReadOnlyList<Subscriber>>() : Enum.GetValues<Severity>()
            .Where(severity => pages || !severity.Pages())
            .ToDictionary(severity => severity, IReadOnlyList<Subscriber> (severity) => Of(section, severity, isOptional: !isOnCall || severity != Severity.Critical)));
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
