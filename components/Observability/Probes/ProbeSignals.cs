using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Probes;

/// <summary>What probes from outside tell, wherever they run: all of them report to one region.</summary>
internal static class ProbeSignals
{
    /// <summary>Namespace of what probes report; the script writes it.</summary>
    public const string Namespace = "Platform/Probe";

    /// <param name="regions">Regions that ask.</param>
    public static IReadOnlyList<Signal> Of(IReadOnlyList<string> regions)
    {
        var down = new Signal("unreachable", Each(regions, "MAX([{0}])", "Maximum"), "share",
            Limit.Below(1, "a probe that gets the page reports 1"),
            Severity.Critical, Layer.Users, "site-unreachable", "Nobody reaches us from outside, from any of the regions that ask.")
            { Evaluation = Evaluation.Minutes(3, MissingData.Bad) };
        return regions.Count == 1 ? [down] :
        [
            down,
            down with
            {
                Key = "unreachable-from-somewhere",
                Measure = Each(regions, "MIN([{0}])", "Maximum"),
                Meaning = "One of the regions that ask does not reach us, others do.",
                Severity = Severity.Medium,
                Layer = Layer.Edge,
                Evaluation = Evaluation.Minutes(10),
            },
        ];
    }

    /// <param name="regions">Regions that ask.</param>
    public static Objective Available(IReadOnlyList<string> regions)
    {
        var up = regions.Select((region, index) => ($"u{index + 1}", Asked(region, "Sum")));
        var asked = regions.Select((region, index) => ($"n{index + 1}", Asked(region, "SampleCount")));
        string All(char letter) => string.Join(" + ", regions.Select((_, index) => $"FILL({letter}{index + 1}, 0)"));
        return new("available")
        {
            Target = ServiceTargets.AvailabilityPercent / 100,
            Meaning = "Whoever asks from outside gets the page.",
            Source = $"{ServiceTargets.AvailabilityPercent} % availability; service targets of the platform charter",
            Bad = new($"1 - ({All('u')}) / ({All('n')})", up.Concat(asked).ToDictionary(term => term.Item1, term => term.Item2)),

            // One run a minute: a single one that fails would be a fast burn. Three in a row call, see above.
            Pages = false,
            Runbook = "site-unreachable",
        };
    }

    private static Measure Each(IReadOnlyList<string> regions, string form, string statistic) => regions.Count == 1
        ? Asked(regions[0], statistic)
        : new Formula(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, form, string.Join(", ", regions.Select((_, index) => $"u{index + 1}"))),
            regions.Select((region, index) => ($"u{index + 1}", Asked(region, statistic))).ToDictionary(term => term.Item1, term => term.Item2));

    private static Metric Asked(string region, string statistic) => Metric.Of(Namespace, "Up", statistic, ("From", region));
}
