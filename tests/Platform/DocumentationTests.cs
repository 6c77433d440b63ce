using System.Reflection;
using System.Text.RegularExpressions;

namespace Platform.Tests;

/// <summary>What the documentation says exists, does.</summary>
public partial class DocumentationTests
{
    [Fact]
    public void Every_file_named_as_the_place_of_a_promise_exists() => Assert.Empty(
        from row in Rows()
        from name in Names(row.Where)
        where name.Contains('/', StringComparison.Ordinal)
        where !File.Exists(Path.Combine(Repository.Root, "components", name + ".cs"))
        select name);

    [Fact]
    public void Every_test_named_as_the_proof_of_a_promise_exists()
    {
        var tests = typeof(DocumentationTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name).Append(type.Name))
            .ToHashSet();

        Assert.Empty(
            from row in Rows()
            from name in Names(row.Proof)
            where name.Contains('_', StringComparison.Ordinal) || name.EndsWith("Tests", StringComparison.Ordinal)
            where !tests.Contains(name)
            select name);
    }

    [Fact]
    public void Every_promise_has_a_proof_or_a_reason()
    {
        Assert.True(Rows().Count > 60);
        Assert.DoesNotContain(Rows(), row => row.Where.Length == 0 || row.Proof.Length == 0);
    }

    private static List<(string Where, string Proof)> Rows() =>
    [
        .. from line in File.ReadLines(Path.Combine(Repository.Root, "docs", "components.md"))
           where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Area", StringComparison.Ordinal)
           let cells = line.Trim('|').Split('|')
           select (cells[^2].Trim(), cells[^1].Trim()),
    ];

    private static IEnumerable<string> Names(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
