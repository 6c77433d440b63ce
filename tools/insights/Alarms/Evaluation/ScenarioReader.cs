using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Platform.Insights.Alarms.Evaluation;

/// <summary>Reads scenarios from YAML; <c>docs/observability.md</c> describes the form.</summary>
public static class ScenarioReader
{
    private const int LongestMinutes = 7 * 24 * 60;

    private static readonly string[] Keys = ["name", "minutes", "normal", "elsewhere", "changes", "expect"];
    private static readonly string[] ChangeKeys = ["metric", "from", "to", "alarms", "dimension", "value", "rampTo", "times", "missing"];
    private static readonly string[] ExpectationKeys = ["alarm", "from", "to"];

    /// <summary>The scenario a text describes.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="include">The text of the file named by <c>normal</c>, where that is a name and not a map.</param>
    /// <exception cref="FormatException">It is no scenario; the message says what is wrong where.</exception>
    public static Scenario Read(string text, Func<string, string> include)
    {
        var root = Root(text);
        OnlyKnown(root, Keys, "a scenario");
        var minutes = (int)Number(root, "minutes");
        if (minutes is < 1 or > LongestMinutes)
        {
            throw new FormatException($"minutes is {minutes}, but must be 1 to {LongestMinutes}.");
        }

        var normal = Find(root, "normal") switch
        {
            YamlMappingNode map => map,
            YamlScalarNode { Value: { } file } => Root(include(file)),
            _ => throw new FormatException("normal is missing: name a file, or give what metrics show on a day like any other."),
        };
        return new(
            Text(root, "name"),
            minutes,
            normal.Children.ToImmutableDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => Course(entry.Value)),
            [.. Items(root, "changes").Select(item => ReadChange(item, minutes))],
            root.Children.ContainsKey(new YamlScalarNode("expect")) ? [.. Items(root, "expect").Select(item => ReadExpectation(item, minutes))] : null)
        {
            Elsewhere = TextOrNull(root, "elsewhere"),
        };
    }

    private static YamlMappingNode Root(string text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException problem)
        {
            throw new FormatException($"it is no YAML: line {problem.Start.Line}: {problem.Message}", problem);
        }

        return yaml.Documents is [{ RootNode: YamlMappingNode root }] ? root : throw new FormatException("it is YAML, but no map.");
    }

    private static NormalCourse Course(YamlNode node) => node switch
    {
        YamlScalarNode { Value: "none" } => new(null),
        YamlScalarNode scalar => new(Number(scalar)),
        YamlMappingNode map => new(Number(map, "value"), Number(map, "swingPercent", 0), (int)Number(map, "swingMinutes", 60)),
        _ => throw Wrong(node, "must be a number, none, or value with swingPercent and swingMinutes"),
    };

    private static Change ReadChange(YamlMappingNode item, int minutes)
    {
        OnlyKnown(item, ChangeKeys, "a change");
        return new(Text(item, "metric"), (int)Number(item, "from", 0), (int)Number(item, "to", minutes))
        {
            Alarms = TextOrNull(item, "alarms"),
            Dimension = TextOrNull(item, "dimension"),
            Value = NumberOrNull(item, "value"),
            RampTo = NumberOrNull(item, "rampTo"),
            Times = NumberOrNull(item, "times"),
            Missing = TextOrNull(item, "missing") == "true",
        };
    }

    private static Expectation ReadExpectation(YamlMappingNode item, int minutes)
    {
        OnlyKnown(item, ExpectationKeys, "an expectation");
        return new(Text(item, "alarm"), (int)Number(item, "from", 0), (int)Number(item, "to", minutes));
    }

    private static void OnlyKnown(YamlMappingNode map, string[] known, string what)
    {
        if (map.Children.Keys.Cast<YamlScalarNode>().FirstOrDefault(key => !known.Contains(key.Value)) is { } strange)
        {
            throw Wrong(strange, $"is nothing {what} has; it has {string.Join(", ", known)}");
        }
    }

    private static IEnumerable<YamlMappingNode> Items(YamlMappingNode map, string key) => Find(map, key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children.Select(item => item as YamlMappingNode ?? throw Wrong(item, "must be a map")),
        var other => throw Wrong(other, "must be a list"),
    };

    private static YamlNode? Find(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static string Text(YamlMappingNode map, string key) =>
        TextOrNull(map, key) ?? throw Wrong(map, $"has no {key}");

    private static string? TextOrNull(YamlMappingNode map, string key) => (Find(map, key) as YamlScalarNode)?.Value;

    private static double Number(YamlMappingNode map, string key, double? otherwise = null) =>
        NumberOrNull(map, key) ?? otherwise ?? throw Wrong(map, $"has no {key}");

    private static double? NumberOrNull(YamlMappingNode map, string key) => Find(map, key) is { } node ? Number(node) : null;

    private static double Number(YamlNode node) =>
        node is YamlScalarNode { Value: { } text } && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(node, "must be a number");

    private static FormatException Wrong(YamlNode node, string problem) => new($"line {node.Start.Line}: '{node}' {problem}.");
}
