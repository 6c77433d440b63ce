using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Objectives;

/// <summary>
/// What users may count on: a share of requests, runs or minutes that is good over thirty days. The rest is a budget that errors and
/// releases may use up; alarms look at how fast it burns.
/// </summary>
/// <param name="Key">Name within the component, such as <c>requests</c>.</param>
public sealed record Objective(string Key)
{
    /// <summary>Days over which it is judged.</summary>
    public const int Days = 30;

    /// <summary>The share that must be good, above 0 and below 1.</summary>
    public required double Target { get; init; }

    /// <summary>What is good; one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    /// <summary>The share of bad ones, 0 to 1, in CloudWatch; null where only a cluster's Prometheus knows it.</summary>
    public required Formula? Bad { get; init; }

    /// <summary>The same for Prometheus: bad and all over a window; null where Prometheus does not know.</summary>
    public BadOfAll? Rates { get; init; }

    /// <summary>Whether a fast burn calls a person; a slow one always makes a ticket. Default: true.</summary>
    public bool Pages { get; init; } = true;

    /// <summary>Where it stands in the chain of causes.</summary>
    public Layer Layer { get; init; } = Layer.Users;

    /// <summary>Name of the page under <c>docs/runbooks/</c> that tells what to do.</summary>
    public required string Runbook { get; init; }

    /// <summary>The share that may be bad.</summary>
    public double Budget => 1 - Target;

    /// <summary>The budget in minutes of complete failure.</summary>
    public double BudgetMinutes => Budget * Days * 24 * 60;
}

/// <summary>Two rates whose quotient is the share of bad ones, as PromQL with <c>$window</c> for the time they look back.</summary>
/// <param name="Bad">Rate of what is bad.</param>
/// <param name="All">Rate of everything.</param>
/// <param name="Metrics">The metrics in them.</param>
public sealed record BadOfAll(string Bad, string All, IReadOnlyList<string> Metrics);

/// <summary>A component that tells what users may count on.</summary>
public interface IPromising
{
    /// <summary>What they may count on.</summary>
    IReadOnlyList<Objective> Objectives { get; }
}
