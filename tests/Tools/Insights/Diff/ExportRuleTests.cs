using System.Text;
using Platform.Graph;
using Platform.Graph.Files;
using Platform.Insights.Diff;

namespace Platform.Tests.Tools.Insights;

/// <summary>
/// A plan against an export of the same stack as the real engine writes it. Every rule has an export of its own, written by hand: what
/// engine and providers add to a state is no change. And every rule has a control: a real change at the same place is one.
/// </summary>
public class ExportRuleTests
{
    private static readonly string Folder = Path.Combine(Repository.Sources.Root, "tests", "Tools", "Insights", "Diff", "Exports");

    public static TheoryData<string> Rules => [.. ExportRule.All.Select(rule => rule.File)];

    [Theory, MemberData(nameof(Rules))]
    public async Task Is_no_change(string file)
    {
        var state = Read(await Text(file));

        var diff = await Compare(state);

        Assert.Empty(Told(diff));
        Assert.True(diff.Unchanged > 0 || file == "former-names");
        Assert.Equal(file switch { "unknown" => ["private cidrBlock"], "triggers" => ["release replacementTrigger"], _ => [] }, diff.Undecided.ToArray());
    }

    [Theory, MemberData(nameof(Rules))]
    public async Task Is_not_blind_for_a_real_change(string file)
    {
        var rule = ExportRule.All.Single(rule => rule.File == file);
        var text = await Text(file);
        Assert.True(text.Split(rule.Written).Length == 2, $"'{rule.Written}' must stand in {file}.json once");

        var diff = await Compare(Read(text.Replace(rule.Written, rule.Changed, StringComparison.Ordinal)));

        Assert.Contains(rule.Seen, Told(diff));
    }

    [Fact]
    public void Each_has_an_export() => Assert.Equal(
        Directory.EnumerateFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
        ExportRule.All.Select(rule => rule.File).Order(StringComparer.Ordinal));

    private static async Task<string> Text(string file) => await File.ReadAllTextAsync(Path.Combine(Folder, $"{file}.json"));

    private static ResourceGraph Read(string text) => GraphFileReader.Read(Encoding.UTF8.GetBytes(text), "export.json").Graph;

    private static async Task<StackDiff> Compare(ResourceGraph state) => StackComparison.Of(state, await ExportedStack.Beside(state));

    private static IEnumerable<string> Told(StackDiff diff) => diff.Changes.SelectMany(change => change.Properties.IsEmpty
        ? [$"{change.Kind} {change.Name}"]
        : change.Properties.Select(property => $"{change.Name} {property.Path}"));
}
