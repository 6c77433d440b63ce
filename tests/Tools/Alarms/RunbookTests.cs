using System.Text.RegularExpressions;
using Platform.Graph;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Alarms;

/// <summary>What runbooks name is there: pages, commands, and in prod whatever they say is called so.</summary>
public partial class RunbookTests
{
    private static readonly string Docs = Path.Combine(Sources.Root, "docs");

    /// <summary>Every page for the night, and the one on recovery.</summary>
    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Path.Combine(Docs, "runbooks")).Select(file => $"runbooks/{Path.GetFileName(file)}").Order(StringComparer.Ordinal), "recovery.md"];

    [Theory, MemberData(nameof(Pages))]
    public void Leads_to_pages_and_commands_that_are_there(string page)
    {
        var text = File.ReadAllText(Path.Combine(Docs, page));

        Assert.All(Link().Matches(text), link => Assert.True(IsThere(page, link.Groups["to"].Value), $"{page} leads to {link.Groups["to"].Value}."));
        Assert.All(Command().Matches(text), command => Assert.True(
            File.Exists(Path.Combine(Sources.Root, "tools", "cli", "Commands", $"{char.ToUpperInvariant(command.Groups["name"].Value[0])}{command.Groups["name"].Value[1..]}Command.cs")),
            $"{page} says {command.Value}."));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Calls_things_as_production_calls_them(string page)
    {
        var known = (await OwnPlan.Of("prod")).Resources.SelectMany(resource => Texts(resource.Inputs).Concat(Texts(resource.Outputs))).ToHashSet(StringComparer.Ordinal);

        Assert.All(Name().Matches(File.ReadAllText(Path.Combine(Docs, page))), name => Assert.True(
            known.Contains(name.Value.TrimEnd('.')), $"{page} names {name.Value}, which prod does not have."));
    }

    [Fact]
    public async Task Gives_the_time_in_which_the_most_severe_alarm_that_leads_to_it_must_be_answered()
    {
        var alarms = (await OwnPlan.Of("prod")).Resources
            .Where(resource => resource.Inputs["alarmDescription"]?.AsText is { } text && text.Contains("\nRunbook: ", StringComparison.Ordinal))
            .Select(resource => resource.Inputs["alarmDescription"]!.AsText!.Split('\n'))
            .Select(lines => (Runbook: Of(lines, "Runbook: "), Severity: Of(lines, "Severity: ").TrimEnd('.').Split(", ")));

        Assert.All(alarms.GroupBy(alarm => alarm.Runbook), group =>
        {
            var answer = group.OrderBy(alarm => Array.IndexOf(["critical", "high", "medium", "low"], alarm.Severity[0])).First().Severity[1];
            Assert.Contains($"\n**Time:** {answer}", File.ReadAllText(Path.Combine(Sources.Root, group.Key)), StringComparison.Ordinal);
        });

        static string Of(string[] lines, string word) => lines.Single(line => line.StartsWith(word, StringComparison.Ordinal))[word.Length..];
    }

    [Fact]
    public async Task The_page_for_a_page_tells_where_to_begin_for_every_one_there_is()
    {
        var table = File.ReadAllText(Path.Combine(Docs, "runbooks", "paged.md"));

        Assert.All(
            (await OwnPlan.Of("prod")).OfType("aws:cloudwatch/compositeAlarm:CompositeAlarm").Select(alarm => alarm.Inputs["alarmName"]!.AsText!).Where(name => name.Contains("-page-", StringComparison.Ordinal)),
            name => Assert.Contains($"| `{string.Join('-', name.Split('-')[^2..])}` |", table, StringComparison.Ordinal));
    }

    private static bool IsThere(string page, string to)
    {
        var (file, place) = to.Split('#') is [var name, var heading] ? (name, heading) : (to, null);
        var path = file.Length == 0 ? Path.Combine(Docs, page) : Path.GetFullPath(Path.Combine(Docs, Path.GetDirectoryName(page)!, file));
        return File.Exists(path) && (place is null || File.ReadLines(path)
            .Where(line => line.StartsWith('#'))
            .Any(line => line.TrimStart('#', ' ').ToLowerInvariant().Replace(' ', '-') == place));
    }

    private static IEnumerable<string> Texts(PropertyValue value) => value switch
    {
        TextValue text => [text.Text],
        ListValue list => list.Items.SelectMany(Texts),
        MapValue map => map.Members.Values.SelectMany(Texts),
        _ => [],
    };

    [GeneratedRegex(@"\]\((?<to>(?!https?:)[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\./platform (?<name>[a-z]+)")]
    private static partial Regex Command();

    // Whole names, and the paths of log groups and questions; "platform-prod-" alone is the beginning of many.
    [GeneratedRegex(@"(?<![\w/-])(?:[\w/-]*/)?platform[-/]prod(?:[-/][a-z0-9]+)+(?:/[a-z]+)?(?![\w-])")]
    private static partial Regex Name();
}
