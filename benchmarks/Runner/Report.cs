using System.Globalization;
using System.Runtime.InteropServices;

namespace Platform.Benchmarks;

/// <summary>Writes what was measured between the markers of <c>benchmarks/README.md</c>.</summary>
internal sealed class Report(string readme, string date, int runs)
{
    private static string Machine => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");

    /// <summary>Fails before anything is measured rather than after.</summary>
    /// <exception cref="InvalidOperationException">The file lacks the markers of a section.</exception>
    public void Check(IEnumerable<ISection> sections)
    {
        var text = File.ReadAllText(readme);
        foreach (var section in sections)
        {
            Place(text, section);
        }
    }

    public void Write(IEnumerable<ISection> sections, double emptySeconds)
    {
        var text = File.ReadAllText(readme);
        foreach (var section in sections)
        {
            var (from, to) = Place(text, section);
            text = $"""
                {text[..from]}
                {Machine}; {date}; medians of {runs} runs, taken in turns.

                {section.ToMarkdown(emptySeconds).Trim()}
                {text[to..]}
                """;
        }

        File.WriteAllText(readme + ".new", text);
        File.Move(readme + ".new", readme, overwrite: true);
    }

    // Between the end of the first marker and the beginning of the second.
    private (int From, int To) Place(string text, ISection section)
    {
        var (begin, end) = ($"<!-- begin {section.Name} -->", $"<!-- end {section.Name} -->");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        return from >= 0 && to > from
            ? (from + begin.Length, to)
            : throw new InvalidOperationException($"{readme} lacks the lines '{begin}' and '{end}' that the figures go between");
    }
}
