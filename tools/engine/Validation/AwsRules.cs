using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Placeholders;
using Platform.Graph;

namespace Platform.Engine.Validation;

/// <summary>The reviewed rules of <c>aws.rules</c>: names, limits, inputs that exclude or need each other.</summary>
internal sealed class AwsRules
{
    private readonly Lazy<Dictionary<string, AwsRule[]>> _rules;

    private AwsRules(Func<TextReader> open) => _rules = new(() => Read(open));

    public static AwsRules Embedded { get; } = new(() =>
        new StreamReader(typeof(AwsRules).Assembly.GetManifestResourceStream("Rules/aws.rules")!));

    /// <summary>All rules, by type without package and class: <c>rds/instance</c>.</summary>
    public IReadOnlyDictionary<string, AwsRule[]> ByType => _rules.Value;

    /// <summary>What the rules refuse in the inputs of a resource.</summary>
    /// <param name="type">Such as <c>aws:rds/instance:Instance</c>.</param>
    /// <param name="inputs">As they stand on the wire.</param>
    /// <param name="marks">To leave alone what was made up: a real value may be shorter or of another form.</param>
    public IEnumerable<Finding> Check(string type, Struct inputs, MarkIndex marks)
    {
        foreach (var rule in Of(type))
        {
            if (inputs.Fields.TryGetValue(rule.Property, out var wrapped)
                && PlainValue.Of(wrapped) is { IsOpen: false } value
                && !IsMadeUp(value, marks)
                && rule.Judge(value, inputs) is { } reason)
            {
                yield return new(Severity.Error, rule.Property, $"{reason} ({rule.Source})");
            }
        }
    }

    private AwsRule[] Of(string type) =>
        type.Split(':') is ["aws", var module, _] ? _rules.Value.GetValueOrDefault(module, []) : [];

    private static bool IsMadeUp(PlainValue value, MarkIndex marks)
    {
        if (value.Content.KindCase != Value.KindOneofCase.StringValue)
        {
            return false;
        }

        var found = new HashSet<MarkSource>();
        marks.Find(value.Content.StringValue, found);
        return found.Count > 0;
    }

    private static Dictionary<string, AwsRule[]> Read(Func<TextReader> open)
    {
        using var reader = open();
        var rules = new Dictionary<string, AwsRule[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line is ['#', ..] or "")
            {
                continue;
            }

            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            rules[words[0]] = [.. rules.GetValueOrDefault(words[0], []), new(words[1], words[2], words[3], words[4])];
        }

        return rules;
    }
}
