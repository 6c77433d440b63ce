using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Declarations.Schema;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.Reading;

/// <summary>Reads the JavaScript expression of a default: a literal, or a look-up of environment variables.</summary>
internal static partial class DefaultReader
{
    public static DefaultValue? Read(string expression, string place, Problems problems)
    {
        if (Variables().Match(expression) is { Success: true } match)
        {
            var kind = match.Groups[1].Value switch
            {
                "Boolean" => PrimitiveKind.Boolean,
                "Number" => PrimitiveKind.Integer,
                _ => PrimitiveKind.String,
            };
            return new("", kind, [.. Name().Matches(match.Groups[2].Value).Select(name => name.Groups[1].Value)]);
        }

        if (expression is "true" or "false")
        {
            return new(expression, PrimitiveKind.Boolean, []);
        }

        if (Text().IsMatch(expression))
        {
            return new(expression, PrimitiveKind.String, []);
        }

        if (double.TryParse(expression, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return new(expression, PrimitiveKind.Number, []);
        }

        problems.Add(place, $"its default is '{expression}', which the generator cannot translate", "teach DefaultReader this form");
        return null;
    }

    [GeneratedRegex(@"^utilities\.getEnv(Boolean|Number|)\(((?:""[^""]*""(?:, )?)+)\)$")]
    private static partial Regex Variables();

    [GeneratedRegex(@"^""[^""\\]*""$")]
    private static partial Regex Text();

    [GeneratedRegex(@"""([^""]+)""")]
    private static partial Regex Name();
}
