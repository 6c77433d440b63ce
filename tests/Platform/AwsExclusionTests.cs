using System.Text.RegularExpressions;
using Platform.Tests.Stacks;

namespace Platform.Tests;

/// <summary><c>docs/aws-exclusions.md</c> says of each thing AWS does not combine, or does not do by itself, which tests hold what happens instead.</summary>
public partial class AwsExclusionTests
{
    private static readonly Lazy<HashSet<string>> Declared = new(() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => Method.Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
        .ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Each_has_a_row_and_every_row_tests_that_are_there()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "aws-exclusions.md"))
            .Select(line => Row.Match(line)).Where(row => row.Success)
            .Select(row => (Number: row.Groups[1].Value, Tests: Code.Matches(row.Groups[2].Value).Select(match => match.Groups[1].Value).ToList())).ToList();

        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"{number}"), rows.Select(row => row.Number).Distinct());
        Assert.All(rows, row => Assert.True(row.Tests.Count > 0, $"row {row.Number} names no test."));
        Assert.Subset(Declared.Value, rows.SelectMany(row => row.Tests).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_way_to_the_other_region_is_a_plan_of_Region_switch_and_no_readiness_check()
    {
        var plan = await RealStack.Run("prod");

        Assert.Single(plan.Registered, resource => resource.Type == "aws:arcregionswitch/plan:Plan");
        Assert.DoesNotContain(plan.Registered, resource => resource.Type.Contains("recoveryreadiness", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| (\d+) \|.*\| ([^|]+) \|$")]
    private static partial Regex Row { get; }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"(?:class|void|Task) (\w+)")]
    private static partial Regex Method { get; }
}
