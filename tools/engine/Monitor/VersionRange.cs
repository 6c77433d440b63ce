using System.Text.RegularExpressions;

namespace Platform.Engine.Monitor;

/// <summary>A range of versions as programs write it: <c>&gt;=3.100.0 &lt;4.0.0 || ^5.1</c>.</summary>
internal sealed partial class VersionRange
{
    private readonly List<List<(string Operator, Version From, Version Below)>> _alternatives;

    private VersionRange(List<List<(string, Version, Version)>> alternatives) => _alternatives = alternatives;

    /// <summary>Reads a range; <c>null</c> if the text is none.</summary>
    public static VersionRange? TryParse(string text)
    {
        var alternatives = new List<List<(string, Version, Version)>>();
        foreach (var alternative in text.Split("||"))
        {
            var conditions = new List<(string, Version, Version)>();
            var rest = Pattern().Replace(alternative, match =>
            {
                conditions.Add(Condition(match));
                return "";
            });
            if (conditions.Count == 0 || rest.Trim(' ', ',').Length > 0)
            {
                return null;
            }

            alternatives.Add(conditions);
        }

        return new(alternatives);
    }

    public bool Contains(Version version) => _alternatives.Exists(conditions => conditions.TrueForAll(condition => condition.Operator switch
    {
        ">=" => version >= condition.From,
        ">" => version >= condition.Below,
        "<" => version < condition.From,
        "<=" => version < condition.Below,
        "!" or "!=" => version < condition.From || version >= condition.Below,
        _ => version >= condition.From && version < condition.Below,
    }));

    // Every condition is a half-open interval: what is left out (3.x, ^3.1, ~3.1.2) decides where it ends.
    private static (string Operator, Version From, Version Below) Condition(Match match)
    {
        var major = int.Parse(match.Groups["major"].ValueSpan, provider: null);
        var minor = Number(match.Groups["minor"]);
        var patch = Number(match.Groups["patch"]);
        var from = new Version(major, minor ?? 0, patch ?? 0);
        var sign = match.Groups["sign"].Value;
        var below = sign switch
        {
            "^" when major > 0 || minor is null => new Version(major + 1, 0, 0),
            "^" when minor > 0 || patch is null => new Version(major, minor.Value + 1, 0),
            "~" when minor is { } fixedMinor => new Version(major, fixedMinor + 1, 0),
            "~" => new Version(major + 1, 0, 0),
            _ when minor is null => new Version(major + 1, 0, 0),
            _ when patch is null => new Version(major, minor.Value + 1, 0),
            _ => new Version(major, minor.Value, patch.Value + 1),
        };
        return (sign, from, below);
    }

    private static int? Number(Group group) => int.TryParse(group.ValueSpan, out var number) ? number : null;

    [GeneratedRegex(@"(?<sign>>=|<=|!=|>|<|=|!|\^|~)?\s*v?(?<major>\d{1,6})(\.(?<minor>\d{1,6}|[xX*]))?(\.(?<patch>\d{1,6}|[xX*]))?(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?(?=$|[\s,])")]
    private static partial Regex Pattern();
}
