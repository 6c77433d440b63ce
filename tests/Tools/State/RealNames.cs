using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Platform.Graph;

namespace Platform.Tests.Tools.State;

/// <summary>Puts ids and names as AWS and the engine would choose them where a plan has placeholders, the same one wherever it occurs.</summary>
internal static partial class RealNames
{
    private const int AutoNameDigits = 7;

    public static JsonObject In(JsonObject export, ResourceGraph plan)
    {
        var text = new StringBuilder(export.ToJsonString());
        foreach (var (invented, real) in Certificates(export.ToJsonString()).Concat(AutoNames(plan)).OrderByDescending(name => name.Key.Length).ThenBy(name => name.Key, StringComparer.Ordinal))
        {
            text.Replace(invented, real);
        }

        return JsonNode.Parse(Mark().Replace(text.ToString(), mark => Like(mark.Value)))!.AsObject();
    }

    /// <summary>Whether a text is still an invention of the plan.</summary>
    public static bool AreInvented(string text) => Mark().IsMatch(text);

    // The engine names what the program does not: logical name and seven digits.
    private static IEnumerable<KeyValuePair<string, string>> AutoNames(ResourceGraph plan) =>
        from resource in plan.Resources
        let name = ProviderFacts.AutoNamed(resource)
        where name is not null && AreInvented(name)
        group resource by name into same
        select KeyValuePair.Create(same.Key, $"{same.First().Name}-{DeployedState.Hash(same.Key)[..AutoNameDigits]}");

    // A certificate carries its mark inside base64.
    private static IEnumerable<KeyValuePair<string, string>> Certificates(string text) =>
        from match in Certificate().Matches(text)
        group match by match.Value into same
        select KeyValuePair.Create(same.Key, Convert.ToBase64String(Encoding.UTF8.GetBytes(Mark().Replace(Encoding.UTF8.GetString(Convert.FromBase64String(same.Key)), mark => Like(mark.Value)))));

    // The digits behind the prefix are a hash already; a prefix that follows from them keeps the form and loses the sign.
    private static string Like(string mark)
    {
        var digits = DeployedState.Hash(mark.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal))[..3];
        var prefix = $"a{digits}";
        return (char.IsAsciiLetterUpper(mark[1]) ? prefix.ToUpperInvariant() : prefix) + mark[4..];
    }

    [GeneratedRegex("0[fF][fF]1[0-9a-fA-F]{4}")]
    private static partial Regex Mark();

    [GeneratedRegex("LS0tLS1CRUdJTi[0-9A-Za-z+/=]+")]
    private static partial Regex Certificate();
}
