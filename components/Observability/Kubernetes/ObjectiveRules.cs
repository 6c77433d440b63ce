using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Kubernetes;

/// <summary>
/// An objective for Prometheus. It keeps the rates of five minutes and averages those over longer windows: a rate over three days, asked
/// anew every half minute, would read three days each time.
/// </summary>
internal static class ObjectiveRules
{
    /// <summary>Requests in a long window below which a share of them says nothing.</summary>
    private const int FewRequests = 100;

    private const string Base = "5m";

    public static PromGroup? Of(string component, Objective objective, AlertLabels labels)
    {
        if (objective.Rates is not { } rates)
        {
            return null;
        }

        var slo = $"{component}-{objective.Key}";
        var mark = new Dictionary<string, string> { ["slo"] = slo };
        var burns = BurnRate.Of(objective).ToList();
        var windows = burns.SelectMany(burn => new[] { burn.LongSeconds, burn.ShortSeconds }).Distinct().Order().Select(Time).Where(window => window != Base);
        var (bad, all) = (Window(rates.Bad), Window(rates.All));
        return new($"slo-{slo}",
        [
            // Nothing bad is a rate of nothing, not a gap.
            new($"slo:bad:rate{Base}", $"({bad}) or 0 * ({all})") { Labels = mark },
            new($"slo:all:rate{Base}", all) { Labels = mark },
            new($"slo:bad:ratio_rate{Base}", $"slo:bad:rate{Base}{{slo=\"{slo}\"}} / (slo:all:rate{Base}{{slo=\"{slo}\"}} > 0)") { Labels = mark },
            .. windows.SelectMany(window => new PromRule[]
            {
                new($"slo:all:rate{window}", $"avg_over_time(slo:all:rate{Base}{{slo=\"{slo}\"}}[{window}])") { Labels = mark },
                new(
                    $"slo:bad:ratio_rate{window}",
                    $"avg_over_time(slo:bad:rate{Base}{{slo=\"{slo}\"}}[{window}]) / (avg_over_time(slo:all:rate{Base}{{slo=\"{slo}\"}}[{window}]) > 0)") { Labels = mark },
            }),
            new("slo:budget", $"vector({AlertLabels.Number(objective.Budget)})") { Labels = mark },
            .. burns.GroupBy(burn => burn.Severity).Select(group => Alert(component, objective, slo, group.Key, [.. group], labels)),
        ]);
    }

    private static PromRule Alert(string component, Objective objective, string slo, Severity severity, List<BurnRate> burns, AlertLabels labels)
    {
        var signal = BurnSignals.Describe(objective, burns[0], severity);
        return labels.Alert(
            $"{slo}-budget-{(severity.Pages() ? "page" : "ticket")}",
            string.Join(" or ", burns.Select(burn => Burns(objective, slo, burn))),
            null,
            component,
            signal,
            $"the budget of {Objective.Days} days burns {string.Join(" or ", burns.Select(burn => AlertLabels.Number(burn.Factor)))} times too fast",
            twin: objective.Bad is not null);
    }

    private static string Burns(Objective objective, string slo, BurnRate burn)
    {
        var share = AlertLabels.Number(burn.Share(objective));
        var (longer, shorter) = (Time(burn.LongSeconds), Time(burn.ShortSeconds));
        return $"(slo:bad:ratio_rate{longer}{{slo=\"{slo}\"}} > {share} and slo:bad:ratio_rate{shorter}{{slo=\"{slo}\"}} > {share} "
            + $"and slo:all:rate{longer}{{slo=\"{slo}\"}} * {burn.LongSeconds} > {FewRequests})";
    }

    private static string Window(string rate) => rate.Replace("$window", Base, StringComparison.Ordinal);

    private static string Time(int seconds) => seconds switch
    {
        >= 86_400 => $"{seconds / 86_400}d",
        >= 3_600 => $"{seconds / 3_600}h",
        _ => $"{seconds / 60}m",
    };
}
