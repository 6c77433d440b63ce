using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Wire;

namespace Platform.Engine.Validation;

/// <summary>One line of <c>aws.rules</c>: what AWS or its provider refuses beyond the types of the schema.</summary>
/// <param name="Property">The input it is about.</param>
/// <param name="Kind">How it judges.</param>
/// <param name="Argument">Limits, choices, a pattern, other inputs.</param>
/// <param name="Source">Where the rule is written down.</param>
internal sealed record AwsRule(string Property, string Kind, string Argument, string Source)
{
    /// <summary>The kinds there are, and what each says of a value it refuses; <c>null</c> for a value that may pass.</summary>
    private static readonly Dictionary<string, Func<AwsRule, PlainValue, Struct, string?>> Judges = new(StringComparer.Ordinal)
    {
        ["length"] = static (rule, value, _) => value.Content.KindCase == Value.KindOneofCase.StringValue && !rule.InLimits(value.Content.StringValue.Length)
            ? $"is {value.Shown()} with {value.Content.StringValue.Length} characters, but must have {rule.Argument}"
            : null,
        ["compact"] = static (rule, value, _) => value.Content.KindCase == Value.KindOneofCase.StringValue && !rule.InLimits(value.Content.StringValue.Count(letter => !char.IsWhiteSpace(letter)))
            ? $"has {value.Content.StringValue.Count(letter => !char.IsWhiteSpace(letter))} characters without white space, but may have {rule.Argument}"
            : null,
        ["pattern"] = static (rule, value, _) => value.Content.KindCase == Value.KindOneofCase.StringValue && !rule.Matches(value.Content.StringValue)
            ? $"is {value.Shown()}, but must match {rule.Argument}"
            : null,
        ["oneof"] = static (rule, value, _) => !rule.Argument.Split('|').Contains(Scalar(value), StringComparer.Ordinal)
            ? $"is {value.Shown()}, but must be one of {rule.Argument.Replace("|", ", ", StringComparison.Ordinal)}"
            : null,
        ["range"] = static (rule, value, _) => Number(value) is { } number && !rule.InLimits(number)
            ? $"is {value.Shown()}, but must be {rule.Argument.Replace(",", " or ", StringComparison.Ordinal)}"
            : null,
        ["prefix"] = static (rule, value, _) => value.Content.KindCase == Value.KindOneofCase.StringValue && !rule.InLimits(PrefixOf(value.Content.StringValue))
            ? $"is {value.Shown()}, but must be a block with a prefix length of {rule.Argument}"
            : null,
        ["excludes"] = static (rule, value, inputs) => IsSet(value) && rule.Argument.Split('|').FirstOrDefault(other => IsGiven(inputs, other)) is { } other
            ? $"cannot be given together with {other}; leave out one of them"
            : null,
        ["needs"] = static (rule, value, inputs) => IsSet(value) && !rule.Argument.Split('|').Any(other => IsGiven(inputs, other))
            ? $"needs {rule.Argument.Replace("|", " or ", StringComparison.Ordinal)} as well"
            : null,
    };

    // There are more patterns than the framework keeps by itself.
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    public static IEnumerable<string> Kinds => Judges.Keys;

    /// <summary>What is wrong with the value; <c>null</c> if nothing is.</summary>
    public string? Judge(PlainValue value, Struct inputs) => Judges[Kind](this, value, inputs);

    // 3..63, or 0,7..30
    private bool InLimits(double number) => Argument.Split(',').Any(range =>
    {
        var ends = range.Split("..");
        return number >= double.Parse(ends[0], CultureInfo.InvariantCulture) && number <= double.Parse(ends[^1], CultureInfo.InvariantCulture);
    });

    private bool Matches(string text) =>
        Patterns.GetOrAdd(Argument, static pattern => new Regex($"^(?:{pattern})$(?<!\n)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))).IsMatch(text);

    private static double? Number(PlainValue value) => value.Content.KindCase switch
    {
        Value.KindOneofCase.NumberValue => value.Content.NumberValue,
        Value.KindOneofCase.StringValue when double.TryParse(value.Content.StringValue, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static string Scalar(PlainValue value) =>
        value.Content.KindCase == Value.KindOneofCase.StringValue ? value.Content.StringValue : WireJson.Format(value.Content);

    private static double PrefixOf(string block) =>
        block.IndexOf('/', StringComparison.Ordinal) is var cut and > 0 && int.TryParse(block[(cut + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            ? prefix
            : -1;

    // An unknown value may turn out to be nothing at all.
    private static bool IsGiven(Struct inputs, string name) =>
        inputs.Fields.TryGetValue(name, out var value) && PlainValue.Of(value) is var other
        && (IsSet(other) || WireValue.Kind(other.Content) == Signatures.Reference);

    // What is false, empty or zero counts as absent, as it does for the provider.
    private static bool IsSet(PlainValue value) => !value.IsOpen && value.Content.KindCase switch
    {
        Value.KindOneofCase.BoolValue => value.Content.BoolValue,
        Value.KindOneofCase.StringValue => value.Content.StringValue.Length > 0,
        Value.KindOneofCase.NumberValue => value.Content.NumberValue != 0,
        Value.KindOneofCase.ListValue => value.Content.ListValue.Values.Count > 0,
        Value.KindOneofCase.StructValue => true,
        _ => false,
    };
}
