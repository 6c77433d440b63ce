using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Platform.Tests;

/// <summary>
/// Compares what was registered with a file under <c>Golden/</c>: every type, name and input, so that no setting can be lost unseen.
/// After a change that is meant, run <c>UPDATE_GOLDEN=1 dotnet test tests/Platform</c> and review the difference.
/// </summary>
internal static class Golden
{
    private const int Width = 120;

    public static void Check(string file, string actual)
    {
        var path = Path.Combine(Repository.Root, "tests", "Platform", "Golden", file + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} does not exist; run UPDATE_GOLDEN=1 dotnet test tests/Platform.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    /// <summary>Every resource with every input.</summary>
    public static string Full(Sandbox sandbox) => Render(sandbox.Registered, _ => true);

    /// <summary>Every resource by name; inputs of our components only, whose own files tell the rest.</summary>
    public static string Outline(Sandbox sandbox) =>
        Render(sandbox.Registered, resource => resource.Type.StartsWith("platform:", StringComparison.Ordinal));

    private static string Render(IEnumerable<Registration> resources, Func<Registration, bool> withInputs)
    {
        var text = new StringBuilder();
        foreach (var resource in resources)
        {
            text.Append(resource.Type).Append(' ').Append(resource.Name).Append('\n');
            if (withInputs(resource))
            {
                Write(text, resource.Inputs, "  ");
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, string indent)
    {
        foreach (var (key, member) in Members(value))
        {
            var line = Line(member);
            text.Append(indent).Append(key);
            if (Members(member).Any() && indent.Length + key.Length + line.Length > Width)
            {
                text.Append('\n');
                Write(text, member, indent + "  ");
            }
            else
            {
                text.Append(' ').Append(line).Append('\n');
            }
        }
    }

    /// <summary>What is inside a value, each with what stands before it; nothing, for a plain one.</summary>
    private static IEnumerable<(string Key, object? Value)> Members(object? value) => Opened(value) switch
    {
        string => [],
        ImmutableDictionary<string, object> map =>
            map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key + ":", (object?)pair.Value)),
        IEnumerable list => list.Cast<object?>().Select(item => ("-", item)),
        JsonElement { ValueKind: JsonValueKind.Object } json => json.EnumerateObject().Select(member => (member.Name + ":", (object?)member.Value)),
        JsonElement { ValueKind: JsonValueKind.Array } json => json.EnumerateArray().Select(item => ("-", (object?)item)),
        _ => [],
    };

    private static string Line(object? value)
    {
        var opened = Opened(value);
        var members = Members(opened).ToList();
        return opened switch
        {
            _ when members.Count > 0 && members[0].Key == "-" => $"[{string.Join(", ", members.Select(item => Line(item.Value)))}]",
            _ when members.Count > 0 => $"{{ {string.Join(", ", members.Select(member => $"{member.Key} {Line(member.Value)}"))} }}",
            null => "null",
            string text => text.ReplaceLineEndings("\\n"),
            bool flag => flag ? "true" : "false",
            JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
            JsonElement json => json.GetRawText(),
            ImmutableDictionary<string, object> => "{}",
            IEnumerable => "[]",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString()!,
        };
    }

    /// <summary>A document that travels as text is shown as the document it is.</summary>
    private static object? Opened(object? value)
    {
        if (value is string and ['{' or '[', _, ..])
        {
            try
            {
                return JsonElement.Parse((string)value);
            }
            catch (JsonException)
            {
                return value;
            }
        }

        return value;
    }
}
