namespace Platform.Components.Observability.Signals;

/// <summary>
/// Something a service of AWS tells once, in words, when it happens: no metric has it. Whoever answers for that severity is told, in the
/// words of the service.
/// </summary>
/// <param name="Key">Name within the component, such as <c>failover</c>; the rule's name ends in it.</param>
public sealed record EventSignal(string Key)
{
    /// <summary>Which events: a pattern of EventBridge.</summary>
    public required string Pattern { get; init; }

    /// <summary>Where in the event it stands what it happened to, as a JSON path.</summary>
    public required string Who { get; init; }

    /// <summary>Where in the event it stands what happened, as a JSON path.</summary>
    public required string What { get; init; }

    /// <summary>What it means to somebody who is told; one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>How soon somebody must answer.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where it stands in the chain of causes, and so on which board.</summary>
    public required Layer Layer { get; init; }

    /// <summary>Name of the page under <c>docs/runbooks/</c> that tells what to do.</summary>
    public required string Runbook { get; init; }

    /// <summary>Whether also environments with basic monitoring hear of it. Default: false.</summary>
    public bool Basic { get; init; }
}

/// <summary>A component of which a service of AWS tells events.</summary>
public interface IAnnouncing : IObserved
{
    /// <summary>Which somebody should hear of.</summary>
    IReadOnlyList<EventSignal> Events { get; }
}
