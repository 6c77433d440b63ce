using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Tests.Stacks;

/// <summary>
/// Every difference between the environments is meant: it has a reason in <c>docs/environment-reasons.txt</c>, and stands with it in
/// <c>docs/environments.md</c>, which <c>UPDATE_GOLDEN=1 dotnet test tests/Platform</c> writes.
/// </summary>
public class ParityTests
{
    private const string Begin = "<!-- differences: written by a test -->";
    private const string End = "<!-- end of differences -->";
    private const int Widest = 44;

    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    private static readonly List<Reason> Reasons =
    [
        .. File.ReadLines(Path.Combine(Docs, "environment-reasons.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(" | "))
            .Select(cells => new Reason(cells[0], cells[1], Pattern(cells[0]))),
    ];

    [Fact]
    public async Task Every_difference_has_a_reason()
    {
        var unexplained = (await Parity.Of()).Where(difference => ReasonOf(difference) is null).ToList();

        Assert.True(
            unexplained.Count == 0,
            $"{unexplained.Count} differences between environments have no reason in docs/environment-reasons.txt:\n"
            + string.Join('\n', unexplained.Select(difference => $"{difference.Subject} | {string.Join(" | ", difference.Values.Select(Cell))}")));
    }

    [Fact]
    public async Task Every_reason_explains_a_difference()
    {
        var used = (await Parity.Of()).Select(ReasonOf).ToHashSet();

        Assert.Equal([], Reasons.Where(reason => !used.Contains(reason)).Select(reason => reason.Subject));
    }

    [Fact]
    public async Task The_page_shows_them_all()
    {
        var path = Path.Combine(Docs, "environments.md");
        var page = File.ReadAllText(path);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        Assert.True(begin >= 0 && end > begin, $"{path} has lost the marks between which its differences stand.");

        var expected = page[..(begin + Begin.Length)] + "\n" + Table(await Parity.Of()) + page[end..];
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }

    [Fact]
    public void A_difference_nobody_explained_is_found()
    {
        Assert.Null(ReasonOf(new Difference("s3:BucketPublicAccessBlock entry-logs.blockPublicAcls", ["true", "false", "true"])));
        Assert.NotNull(ReasonOf(new Difference("rds:Instance database.multiAz", ["false", "true", "true"])));
    }

    private static string Table(IEnumerable<Difference> differences)
    {
        var text = new StringBuilder("\n| what | dev | staging | prod | why |\n|---|---|---|---|---|\n");
        var rows = differences
            .Select(difference => (Reason: ReasonOf(difference)!, difference.Subject, difference.Values, Key: string.Join('\n', difference.Values)))
            .GroupBy(row => (row.Reason, row.Key))
            .OrderBy(group => Reasons.IndexOf(group.Key.Reason))
            .ThenBy(group => group.Key.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var row in rows.Where(row => !row.Key.Reason.Follows))
        {
            var what = row.Count() > 1 ? $"`{row.Key.Reason.Subject}` ({row.Count()})" : $"`{row.First().Subject}`";
            text.Append($"| {what} | {string.Join(" | ", row.First().Values.Select(Cell))} | {row.Key.Reason.Because} |\n");
        }

        text.Append("\n| what comes with another difference | how many | why |\n|---|---|---|\n");
        foreach (var reason in rows.Where(row => row.Key.Reason.Follows).GroupBy(row => row.Key.Reason))
        {
            text.Append($"| `{reason.Key.Subject}` | {reason.Sum(row => row.Count())} | {reason.Key.Because} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Cell(string value)
    {
        var line = value.ReplaceLineEndings(" ").Replace('|', '/');
        return line.Length <= Widest ? line : string.Concat(line.AsSpan(0, Widest - 1), "…");
    }

    private static Reason? ReasonOf(Difference difference) => Reasons.Find(reason => reason.Matches.IsMatch(difference.Subject));

    /// <summary>A star stands for any text.</summary>
    private static Regex Pattern(string subject) =>
        new($"^{Regex.Escape(subject).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);

    private sealed record Reason(string Subject, string Because, Regex Matches)
    {
        public bool Follows => Because.StartsWith("follows", StringComparison.Ordinal);
    }
}
