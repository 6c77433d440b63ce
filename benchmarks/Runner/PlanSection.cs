using System.Globalization;
using System.Text;

namespace Platform.Benchmarks;

/// <summary>The command: a plan of N resources as a document, the program's own process included.</summary>
/// <param name="cli">The command.</param>
/// <param name="workload">The program that is planned.</param>
internal sealed class PlanSection(string cli, string workload) : ISection
{
    private static readonly int[] Sizes = [1, 1_000, 10_000];

    public string Name => "plan";

    public IReadOnlyList<Series> Series { get; } = [.. Sizes.Select(n => new Series(Named(n), () => PlanRun.MeasureAsync(cli, workload, n)))];

    public string ToMarkdown(double emptySeconds)
    {
        var rows = new StringBuilder();
        foreach (var series in Series)
        {
            rows.Append(CultureInfo.InvariantCulture, $"| {series.Name} | {series.MedianSeconds * 1000:0} ms | {series.MedianPeakBytes / 1e6:0} MB |\n");
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            | plan | wall | peak memory of the command |
            |---|---|---|
            {rows.ToString().TrimEnd()}

            Time per resource, without what a plan of one takes: {PerResource(1_000) * 1e6:0} µs at 1,000, {PerResource(10_000) * 1e6:0} µs at 10,000; {PerResource(10_000) / PerResource(1_000):0.00} of it.
            """);
    }

    private double PerResource(int resources) => (Of(resources).MedianSeconds - Of(1).MedianSeconds) / (resources - 1);

    private Series Of(int resources) => Series.Single(series => series.Name == Named(resources));

    private static string Named(int resources) => string.Create(CultureInfo.InvariantCulture, $"{resources:N0}");
}
