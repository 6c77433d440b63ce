namespace Platform.Components.Observability.Signals;

/// <summary>
/// One thing a component tells about its health. Alarms, dashboards and runbooks are made from it; it travels in the component's
/// <c>platform</c> output, so that tools see which component tells nothing.
/// </summary>
/// <param name="Key">Name within the component, such as <c>connections</c>; the alarm's name ends in it.</param>
public sealed record Signal(string Key)
{
    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Its unit, such as <c>%</c>, <c>s</c>, <c>bytes</c>, <c>count</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>What it means to somebody who is woken by it; one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>Up to where it is well.</summary>
    public required Limit Limit { get; init; }

    /// <summary>How soon somebody must answer.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where it stands in the chain of causes.</summary>
    public required Layer Layer { get; init; }

    /// <summary>How often the limit must be passed. Default: five minutes in a row.</summary>
    public Evaluation Evaluation { get; init; } = Evaluation.Minutes(5);

    /// <summary>Name of the page under <c>docs/runbooks/</c> that tells what to do.</summary>
    public required string Runbook { get; init; }

    /// <summary>Whether also environments with basic monitoring look at it. Default: false.</summary>
    public bool Basic { get; init; }

    /// <summary>Region that measures it, where AWS dictates one. Default: the component's.</summary>
    public string? Region { get; init; }

    /// <summary>Team that answers. Default: the environment's owner.</summary>
    public string? Owner { get; init; }
}

/// <summary>A component that tells about its health.</summary>
public interface IObserved
{
    /// <summary>What it tells; empty: nothing that could be looked at.</summary>
    IReadOnlyList<Signal> Signals { get; }
}
