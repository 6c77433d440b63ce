using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Platform.Tests.Stacks;

/// <summary>
/// What differs between the plans of the environments, by resource and by input. What differs only because each has an account, a name and
/// addresses of its own is made alike first.
/// </summary>
internal static partial class Parity
{
    public static IReadOnlyList<string> Environments { get; } = ["dev", "staging", "prod"];

    /// <summary>Every difference, in order. The subject is "service:Type name" or "service:Type name.path.of.input".</summary>
    public static async Task<List<Difference>> Of()
    {
        var plans = new List<Dictionary<string, Dictionary<string, string>>>();
        foreach (var environment in Environments)
        {
            plans.Add(Read(await RealStack.Run(environment)));
        }

        return [.. plans.SelectMany(plan => plan.Keys).Distinct().Order(StringComparer.Ordinal).SelectMany(resource => Compare(resource, plans))];
    }

    private static IEnumerable<Difference> Compare(string resource, List<Dictionary<string, Dictionary<string, string>>> plans)
    {
        var found = plans.Select(plan => plan.GetValueOrDefault(resource)).ToList();
        if (found.Contains(null))
        {
            yield return new Difference(resource, [.. found.Select(inputs => inputs is null ? "–" : "yes")]);
        }

        if (found.Count(inputs => inputs is not null) < 2)
        {
            yield break;
        }

        foreach (var path in found.SelectMany(inputs => inputs?.Keys ?? Enumerable.Empty<string>()).Distinct().Order(StringComparer.Ordinal))
        {
            var values = found.Select(inputs => inputs is null ? "–" : inputs.GetValueOrDefault(path, "unset")).ToList();
            if (values.Where((_, index) => found[index] is not null).Distinct().Count() > 1)
            {
                yield return new Difference($"{resource}.{path}", values);
            }
        }
    }

    private static Dictionary<string, Dictionary<string, string>> Read(Sandbox plan) => plan.Registered
        .Where(r => !r.Type.StartsWith("platform:", StringComparison.Ordinal) && !r.Type.StartsWith("pulumi:", StringComparison.Ordinal))
        .ToDictionary(
            r => $"{Short(r.Type)} {Alike(r.Name)}",
            r => Flat("", r.Inputs).GroupBy(pair => pair.Path).ToDictionary(group => group.Key, group => string.Join(", ", group.Select(pair => pair.Value).Distinct())));

    /// <summary>Members of lists share a path: where one stands in a list says nothing.</summary>
    private static IEnumerable<(string Path, string Value)> Flat(string path, object? value) => value switch
    {
        ImmutableDictionary<string, object> map => map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => Flat(path.Length == 0 ? pair.Key : $"{path}.{pair.Key}", pair.Value)),
        string when path.EndsWith("password", StringComparison.OrdinalIgnoreCase) => [(path, "set")],
        string text => [(path, Alike(text))],
        IEnumerable list => list.Cast<object?>().SelectMany(item => Flat(path, item)),
        bool flag => [(path, flag ? "true" : "false")],
        JsonElement json => [(path, Alike(json.GetRawText()))],
        IFormattable number => [(path, number.ToString(null, CultureInfo.InvariantCulture))],
        _ => [],
    };

    private static string Alike(string text) => Addresses().Replace(Names().Replace(Accounts().Replace(text, "ACCOUNT"), "DOMAIN"), "NET.");

    private static string Short(string type) => $"{type.Split(':')[1].Split('/')[0]}:{type.Split(':')[^1]}";

    [GeneratedRegex("111122223333|222233334444|333344445555")]
    private static partial Regex Accounts();

    [GeneratedRegex(@"(dev\.|staging\.)?shop\.example\.com")]
    private static partial Regex Names();

    [GeneratedRegex(@"\b10\.2[012]\.")]
    private static partial Regex Addresses();
}

/// <summary>One difference between the environments.</summary>
/// <param name="Subject">What differs.</param>
/// <param name="Values">How, by environment.</param>
internal sealed record Difference(string Subject, IReadOnlyList<string> Values);
