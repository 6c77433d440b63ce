using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;

namespace Platform.Tests.Workloads;

/// <summary>
/// Judges objects by the types of the Kubernetes API, as the metadata of the generated SDK has them: nothing unknown, nothing
/// required left out, everything of its type.
/// </summary>
internal static class KubernetesObjects
{
    private static readonly Dictionary<string, Dictionary<string, string>> Types = Read();

    /// <summary>What is wrong with an object, each with its path.</summary>
    public static IEnumerable<string> Problems(string type, ImmutableDictionary<string, object> inputs) =>
        Types.TryGetValue(type, out var members) ? Of(members, inputs, type.Split(':')[^1]) : [$"{type} is no kind of Kubernetes."];

    private static IEnumerable<string> Of(Dictionary<string, string> members, ImmutableDictionary<string, object> value, string path)
    {
        foreach (var (name, _) in value.Where(member => !members.ContainsKey(member.Key)))
        {
            yield return $"{path}.{name} does not exist.";
        }

        foreach (var (name, expected) in members)
        {
            if (!value.TryGetValue(name, out var member))
            {
                if (!expected.EndsWith('?'))
                {
                    yield return $"{path}.{name} is required.";
                }

                continue;
            }

            foreach (var problem in Of(expected.TrimEnd('?'), member, $"{path}.{name}"))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Of(string expected, object value, string path) => (expected, value) switch
    {
        ("any", _) or ("string", string) or ("boolean", bool) or ("number", double) => [],
        ("integer", double number) when number == Math.Floor(number) => [],
        ("integer|string", string or double) => [],
        (['#', .. var reference], ImmutableDictionary<string, object> map) => Of(Types[reference], map, path),
        (['[', .. var item, ']'], IEnumerable list and not string) => list.Cast<object>().SelectMany((entry, i) => Of(item, entry, $"{path}[{i}]")),
        (['{', .. var item, '}'], ImmutableDictionary<string, object> map) => map.SelectMany(entry => Of(item, entry.Value, $"{path}.{entry.Key}")),
        _ when expected.Contains("|@", StringComparison.Ordinal) && value is string => [],
        _ => [$"{path} is {value}, which is no {expected}."],
    };

    private static Dictionary<string, Dictionary<string, string>> Read() => File
        .ReadLines(Path.Combine(Repository.Root, "tools", "engine", "Metadata", "kubernetes.jsonl"))
        .Select(line => JsonElement.Parse(line))
        .Where(entry => entry.TryGetProperty("inputs", out _))
        .ToDictionary(
            entry => (entry.TryGetProperty("type", out var type) ? type : entry.GetProperty("object")).GetString()!,
            entry => entry.GetProperty("inputs").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!));
}
