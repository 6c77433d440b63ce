namespace Platform.Benchmarks;

/// <summary>One thing that is measured again and again.</summary>
internal sealed class Series(string name, Func<Task<ProcessRun>> run)
{
    private readonly List<ProcessRun> _runs = [];

    public string Name { get; } = name;

    public double MedianSeconds => Median(measured => measured.Seconds);

    public double MedianPeakBytes => Median(measured => measured.PeakBytes);

    public double MedianAllocatedBytes => Median(measured => measured.AllocatedBytes);

    /// <summary>Null for a process that registers nothing over gRPC.</summary>
    public double? MedianFirstRegistrationSeconds =>
        _runs[0].FirstRegistrationSeconds is null ? null : Median(measured => measured.FirstRegistrationSeconds!.Value);

    public async Task RunAsync(bool counts)
    {
        var measured = await run();
        if (counts)
        {
            _runs.Add(measured);
        }
    }

    private double Median(Func<ProcessRun, double> figure)
    {
        var sorted = _runs.Select(figure).Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
