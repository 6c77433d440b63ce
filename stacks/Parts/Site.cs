using Platform.Components.Accounts;
using Platform.Components.Network;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Platform.Components.Observability.Traces;
using Platform.Components.Scheduling;
using Platform.Components.Security;

namespace Platform.Stacks.Parts;

/// <summary>Where the parts of one environment stand, and what holds for every one of them.</summary>
internal sealed record Site(CloudAccount Account, KeyRing Keys, INetwork Network)
{
    /// <summary>What the names of its parts begin with: nothing at home, so that no two regions have a name in common.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Days logs are kept.</summary>
    public required int LogDays { get; init; }

    /// <summary>Whether what holds data survives an attempt to delete it.</summary>
    public required bool Protected { get; init; }

    /// <summary>Tags of what the default tags of the account's provider do not reach: nodes, machines, volumes.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>Who hears of its alarms, by severity.</summary>
    public IReadOnlyDictionary<Severity, IReadOnlyList<Subscriber>> Subscribers { get; init; } = new Dictionary<Severity, IReadOnlyList<Subscriber>>();

    /// <summary>Where its traces go; null: nowhere.</summary>
    public TraceExport? Traces { get; init; }

    /// <summary>What takes them beside each task of ECS; null: nothing does.</summary>
    public TraceSidecar? TraceSidecar { get; init; }

    /// <summary>Name of the environment.</summary>
    public string Environment => Tags["environment"];

    /// <summary>When the environment is needed; null: always.</summary>
    public WorkingHours? WorkingHours { get; init; }

    /// <summary>Logical name of one of its parts.</summary>
    public string Name(string part) => Prefix + part;

    /// <summary>Options for a component of the environment.</summary>
    public ComponentResourceOptions Here => Account.Here;
}
