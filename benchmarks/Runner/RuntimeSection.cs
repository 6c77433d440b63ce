using System.Globalization;
using System.Text;

namespace Platform.Benchmarks;

/// <summary>The runtime: N resources through mocks and through gRPC, in processes of their own.</summary>
internal sealed class RuntimeSection : ISection
{
    private static readonly int[] Sizes = [1, 100, 1_000, 10_000];

    private readonly Series _empty;

    /// <param name="workload">The program that registers resources.</param>
    /// <param name="empty">The process that everything is compared with; the caller runs it.</param>
    public RuntimeSection(string workload, Series empty)
    {
        _empty = empty;
        Series =
        [
            .. Sizes.SelectMany(n => (Series[])
            [
                new(Named("gRPC", n), () => ProcessRun.GrpcAsync(workload, n)),
                new(Named("mocks", n), () => ProcessRun.MocksAsync(workload, n)),
            ]),
        ];
    }

    public string Name => "figures";

    public IReadOnlyList<Series> Series { get; }

    public string ToMarkdown(double emptySeconds)
    {
        var rows = new StringBuilder();
        foreach (var series in Series.Prepend(_empty))
        {
            var first = series.MedianFirstRegistrationSeconds;
            rows.Append(CultureInfo.InvariantCulture, $"| {series.Name} | {Milliseconds(series.MedianSeconds)} | {series.MedianSeconds / emptySeconds:0.0}× | ")
                .Append(first is { } value ? string.Create(CultureInfo.InvariantCulture, $"{Milliseconds(value)} ({value / emptySeconds:0.0}×)") : "")
                .Append(" | ")
                .Append(Megabytes(series.MedianPeakBytes, "0"))
                .Append(" | ")
                .Append(Megabytes(series.MedianAllocatedBytes, "0.0"))
                .Append(" |\n");
        }

        var growth = Of("gRPC", 10_000).MedianSeconds / 10 / Of("gRPC", 1_000).MedianSeconds;
        var allocated = (Of("mocks", 10_000).MedianAllocatedBytes - Of("mocks", 1_000).MedianAllocatedBytes) / 9_000 / 1024;
        return string.Create(CultureInfo.InvariantCulture, $"""
            | process | wall | × empty | first registration after | peak memory | allocated |
            |---|---|---|---|---|---|
            {rows.ToString().TrimEnd()}

            Time per resource over gRPC, 10,000 against 1,000: {growth:0.00}.

            Allocated per resource through mocks, from 1,000 to 10,000: {allocated:0.0} KiB.
            """);
    }

    private Series Of(string kind, int resources) => Series.Single(series => series.Name == Named(kind, resources));

    private static string Named(string kind, int resources) => string.Create(CultureInfo.InvariantCulture, $"{kind}, {resources:N0}");

    private static string Milliseconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0} ms");

    private static string Megabytes(double bytes, string format) =>
        bytes > 0 ? (bytes / 1e6).ToString(format, CultureInfo.InvariantCulture) + " MB" : "";
}
