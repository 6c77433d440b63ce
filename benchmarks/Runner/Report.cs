using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Platform.Benchmarks;

/// <summary>Medians of all runs as the Markdown between the markers of <c>benchmarks/README.md</c>.</summary>
internal sealed class Report(string machine, string date, int runs)
{
    private const string Begin = "<!-- begin figures -->";
    private const string End = "<!-- end figures -->";

    private readonly StringBuilder _rows = new();

    public static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");

    public void Add(string what, IReadOnlyList<ProcessRun> measured, double emptySeconds)
    {
        var seconds = Median(measured.Select(run => run.Seconds));
        var first = measured[0].FirstRegistrationSeconds is null ? null : (double?)Median(measured.Select(run => run.FirstRegistrationSeconds!.Value));
        var peak = Median(measured.Select(run => (double)run.PeakBytes));
        var allocated = Median(measured.Select(run => (double)run.AllocatedBytes));
        _rows.Append(CultureInfo.InvariantCulture, $"| {what} | {Milliseconds(seconds)} | {seconds / emptySeconds:0.0}× | ")
            .Append(first is { } value ? string.Create(CultureInfo.InvariantCulture, $"{Milliseconds(value)} ({value / emptySeconds:0.0}×)") : "")
            .Append(" | ")
            .Append(peak > 0 ? string.Create(CultureInfo.InvariantCulture, $"{peak / 1e6:0} MB") : "")
            .Append(" | ")
            .Append(allocated > 0 ? string.Create(CultureInfo.InvariantCulture, $"{allocated / 1e6:0.0} MB") : "")
            .Append(" |\n");
    }

    public void AddRatio(string what, double ratio) =>
        _rows.Append(CultureInfo.InvariantCulture, $"\n{what}: {ratio:0.00}.\n");

    public void AddFigure(string what, string figure) =>
        _rows.Append(CultureInfo.InvariantCulture, $"\n{what}: {figure}.\n");

    public void WriteInto(string readme)
    {
        var text = File.ReadAllText(readme);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{readme} lacks the lines '{Begin}' and '{End}' that the figures go between");
        }

        var table = $"""
            {Begin}
            {machine}; {date}; medians of {runs} runs, taken in turns.

            | process | wall | × empty | first registration after | peak memory | allocated |
            |---|---|---|---|---|---|
            {_rows.ToString().TrimEnd()}

            """;
        File.WriteAllText(readme + ".new", text[..from] + table + text[to..]);
        File.Move(readme + ".new", readme, overwrite: true);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Milliseconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0} ms");
}
