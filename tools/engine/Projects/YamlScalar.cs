using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Platform.Engine.GoText;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Platform.Engine.Projects;

/// <summary>What kind of value a YAML scalar is.</summary>
internal enum ScalarKind
{
    Text,
    Null,
    Boolean,
    Integer,
    Float,
    Timestamp,
}

/// <summary>A scalar as Pulumi's command line reads it: its kind, and the text a program gets for it.</summary>
internal readonly partial record struct YamlScalar(ScalarKind Kind, string Text)
{
    public static YamlScalar Of(YamlScalarNode node)
    {
        var text = node.Value ?? "";
        if (node.Style is not (ScalarStyle.Plain or ScalarStyle.Any) || node.Tag is { IsEmpty: false } tag && tag.Value == "tag:yaml.org,2002:str")
        {
            return new(ScalarKind.Text, text);
        }

        if (text is "" or "~" or "null" or "Null" or "NULL")
        {
            return new(ScalarKind.Null, "");
        }

        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            return new(ScalarKind.Boolean, text[0] is 't' or 'T' ? "true" : "false");
        }

        if (Integer(text) is { } integer)
        {
            return new(ScalarKind.Integer, integer.ToString(CultureInfo.InvariantCulture));
        }

        if (FloatPattern().IsMatch(text) && double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return new(ScalarKind.Float, GoNumber.Format(number));
        }

        return Timestamp(text) is { } moment ? new(ScalarKind.Timestamp, moment) : new(ScalarKind.Text, text);
    }

    private static BigInteger? Integer(string text)
    {
        var match = IntegerPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var digits = match.Groups["digits"].Value.Replace("_", "", StringComparison.Ordinal);
        var radix = match.Groups["prefix"].Value switch
        {
            "0x" => 16,
            "0b" => 2,
            "0o" or "0" => 8,
            _ => 10,
        };
        var value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            var weight = char.IsAsciiDigit(digit) ? digit - '0' : char.ToLowerInvariant(digit) - 'a' + 10;
            if (weight >= radix)
            {
                return null;
            }

            value = value * radix + weight;
        }

        return match.Groups["sign"].Value == "-" ? -value : value;
    }

    // An unquoted timestamp reaches a program as Go prints a time; nobody wants that text, but it is what the real command sends.
    private static string? Timestamp(string text)
    {
        if (!TimestampPattern().IsMatch(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return null;
        }

        var fraction = moment.ToString("FFFFFFF", CultureInfo.InvariantCulture);
        var offset = moment.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        var zone = moment.Offset == TimeSpan.Zero ? "+0000 UTC" : $"{offset} {offset}";
        return moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + (fraction.Length > 0 ? "." + fraction : "") + " " + zone;
    }

    [GeneratedRegex(@"^(?<sign>[-+]?)(?<prefix>0x|0b|0o|0(?=[0-7_]+$))?(?<digits>[0-9a-fA-F][0-9a-fA-F_]*)$")]
    private static partial Regex IntegerPattern();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex FloatPattern();

    [GeneratedRegex(@"^\d{4}-\d{1,2}-\d{1,2}(([Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(\.\d+)?[ \t]*(Z|[-+]\d{1,2}(:?\d{2})?)?)?$")]
    private static partial Regex TimestampPattern();
}
