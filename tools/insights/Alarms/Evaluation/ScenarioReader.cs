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
    private static readonly string[] ValueKeys = ["value", "rampTo", "times", "missing"];
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
            YamlScalarNode { Value: { Length: > 0 } file } => Included(file, include),
            _ => throw new FormatException("normal is missing: name a file, or give what metrics show on a day like any other."),
        };
        return new(
            Text(root, "name"),
            minutes,
            normal.Children.ToImmutableDictionary(entry => Key(entry.Key), entry => Course(entry.Value)),
            [.. Items(root, "changes").Select(item => ReadChange(item, minutes))],
            root.Children.ContainsKey(new YamlScalarNode("expect")) ? [.. Items(root, "expect").Select(item => ReadExpectation(item, minutes))] : null)
        {
            Elsewhere = TextOrNull(root, "elsewhere"),
        };
    }

    private static YamlMappingNode Included(string file, Func<string, string> include)
    {
        try
        {
            return Root(include(file));
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"normal names '{file}': {problem.Message}", problem);
        }
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

        return yaml.Documents switch
        {
            [] => throw new FormatException("it is empty."),
            [{ RootNode: YamlMappingNode root }] => root,
            [_] => throw new FormatException("it is YAML, but no map."),
            _ => throw new FormatException("it holds several documents, but must hold one."),
        };
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
        var metric = Text(item, "metric");
        var (from, to) = Span(item, minutes);
        if (!ValueKeys.Any(key => item.Children.ContainsKey(new YamlScalarNode(key))))
        {
            throw Wrong(item, $"changes nothing; give it {string.Join(", ", ValueKeys[..^1])} or {ValueKeys[^1]}");
        }

        return new(metric, from, to)
        {
            Alarms = TextOrNull(item, "alarms"),
            Dimension = TextOrNull(item, "dimension"),
            Value = NumberOrNull(item, "value"),
            RampTo = NumberOrNull(item, "rampTo"),
            Times = NumberOrNull(item, "times"),
            Missing = TextOrNull(item, "missing") switch
            {
                null or "false" => false,
                "true" => true,
                _ => throw Wrong(item, "has a missing that is neither true nor false"),
            },
        };
    }

    private static Expectation ReadExpectation(YamlMappingNode item, int minutes)
    {
        OnlyKnown(item, ExpectationKeys, "an expectation");
        var (from, to) = Span(item, minutes);
        return new(Text(item, "alarm"), from, to);
    }

    private static (int From, int To) Span(YamlMappingNode item, int minutes)
    {
        var (from, to) = (Number(item, "from", 0), Number(item, "to", minutes));
        return from >= 0 && to > from && to <= minutes
            ? ((int)from, (int)to)
            : throw Wrong(item, FormattableString.Invariant($"is from {from} to {to}, but must lie within 0 to {minutes}, and begin before it ends"));
    }

    private static void OnlyKnown(YamlMappingNode map, string[] known, string what)
    {
        if (map.Children.Keys.FirstOrDefault(key => !known.Contains(Key(key))) is { } strange)
        {
            throw Wrong(strange, $"is nothing {what} has; it has {string.Join(", ", known)}");
        }
    }

    private static string Key(YamlNode node) => (node as YamlScalarNode)?.Value ?? throw Wrong(node, "must be a name");

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
