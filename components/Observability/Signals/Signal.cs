namespace Platform.Components.Observability.Signals;

/// <summary>
/// One thing a component tells about its health. Alarms, dashboards and runbooks are made from it; it travels in the component's
/// <c>platform</c> output, so that tools see which component tells nothing.
/// </summary>
/// <param name="Key">Name within the component, such as <c>connections</c>; the alarm's name ends in it.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Unit">Its unit, such as <c>%</c>, <c>s</c>, <c>bytes</c>, <c>count</c>.</param>
/// <param name="Limit">Up to where it is well.</param>
/// <param name="Severity">How soon somebody must answer.</param>
/// <param name="Layer">Where it stands in the chain of causes.</param>
/// <param name="Runbook">Name of the page under <c>docs/runbooks/</c> that tells what to do.</param>
/// <param name="Meaning">What it means to somebody who is woken by it; one sentence.</param>
public sealed record Signal(string Key, Measure Measure, string Unit, Limit Limit, Severity Severity, Layer Layer, string Runbook, string Meaning)
{
    /// <summary>How often the limit must be passed. Default: five minutes in a row.</summary>
    public Evaluation Evaluation { get; init; } = Evaluation.Minutes(5);

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
