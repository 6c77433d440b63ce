using System.Text.RegularExpressions;

namespace Platform.Tests;

/// <summary><c>docs/components.md</c> names files and tests; they have to be there.</summary>
public partial class ComponentTableTests
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests", "Platform");

    [Fact]
    public void Every_file_that_the_table_names_exists()
    {
        var components = Path.Combine(Repository.Root, "components");
        var files = Names(components, "*.cs");

        var missing = Rows().SelectMany(row => Code(row[2]))
            .Where(name => !name.StartsWith("docs/", StringComparison.Ordinal) && !name.StartsWith('.'))
            .Where(name => name.Contains('/', StringComparison.Ordinal)
                ? !File.Exists(Path.Combine(components, name + ".cs"))
                : !files.Contains(name.Split('.')[0]));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_proof_that_the_table_names_exists()
    {
        var goldens = Names(Path.Combine(Tests, "Golden"), "*.txt");
        var tests = Directory.EnumerateFiles(Path.GetDirectoryName(Tests)!, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);

        var missing = Rows().SelectMany(row => Code(row[3])).Where(name => !tests.Contains(name) && !goldens.Contains(name));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_row_has_its_four_cells() =>
        Assert.All(Rows(), row => Assert.True(row.Length == 4 && row.All(cell => cell.Length > 0), string.Join(" | ", row)));

    private static IEnumerable<string[]> Rows() =>
        File.ReadLines(Path.Combine(Repository.Root, "docs", "components.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Trim('|', ' ').Split(" | ", StringSplitOptions.TrimEntries));

    private static IEnumerable<string> Code(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    private static HashSet<string> Names(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:class|void|Task) (\w+)")]
    private static partial Regex Declared();
}
