using System.Globalization;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Platform.Engine.Projects;

/// <summary>A setting the project declares in its own file.</summary>
/// <param name="Key">The full key, <c>namespace:name</c>.</param>
/// <param name="Node">Where it is declared.</param>
/// <param name="Type">The type its values must have; <c>null</c> for any.</param>
/// <param name="Default">What a stack gets that sets nothing; <c>null</c> if it must set something.</param>
/// <param name="Secret">Whether its values must be encrypted.</param>
internal sealed record ConfigDeclaration(string Key, YamlNode Node, ConfigType? Type, YamlNode? Default, bool Secret)
{
    private static readonly string[] Members = ["type", "items", "description", "secret", "default", "value"];

    public static ConfigDeclaration Read(YamlFile document, string project, string key, YamlNode node)
    {
        var full = key.Contains(':', StringComparison.Ordinal) ? key : $"{project}:{key}";
        var foreign = !full.StartsWith(project + ":", StringComparison.Ordinal);
        if (node is not YamlMappingNode map)
        {
            return new(full, node, null, node, Secret: false);
        }

        var members = document.Members(map, $"config '{key}'").ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        if (members.Keys.FirstOrDefault(member => !Members.Contains(member)) is { } stranger)
        {
            throw document.Wrong(members[stranger], $"config '{key}' has no member '{stranger}'; there are: {string.Join(", ", Members)}");
        }

        members.TryGetValue("default", out var fallback);
        members.TryGetValue("value", out var value);
        if (fallback is not null && value is not null)
        {
            throw document.Wrong(node, $"config '{key}' has both 'default' and 'value'; keep one");
        }

        if (foreign && (fallback is not null || members.ContainsKey("type")))
        {
            throw document.Wrong(node, $"config '{key}' belongs to another namespace, so it may have a 'value', but no 'type' or 'default'");
        }

        if (foreign && value is null)
        {
            throw document.Wrong(node, $"config '{key}' belongs to another namespace and needs a 'value'");
        }

        var secret = members.TryGetValue("secret", out var flag) && flag is YamlScalarNode { Value: "true" };
        return new(full, node, ConfigType.Read(document, key, members), fallback ?? value, secret);
    }
}

/// <summary>The type of a declared setting.</summary>
/// <param name="Name"><c>string</c>, <c>integer</c>, <c>boolean</c>, <c>array</c> or <c>object</c>.</param>
/// <param name="Items">The type of an array's items; <c>null</c> for every other type.</param>
internal sealed record ConfigType(string Name, ConfigType? Items)
{
    private static readonly string[] Known = ["string", "integer", "boolean", "array", "object"];

    public static ConfigType? Read(YamlFile document, string key, IReadOnlyDictionary<string, YamlNode> members)
    {
        if (!members.TryGetValue("type", out var node))
        {
            return null;
        }

        if (node is not YamlScalarNode { Value: { } name } || !Known.Contains(name))
        {
            throw document.Wrong(node, $"config '{key}' has a type that does not exist; there are: {string.Join(", ", Known)}");
        }

        if (name != "array")
        {
            return new(name, null);
        }

        return members.TryGetValue("items", out var items)
            ? new(name, Read(document, key, document.Members(items, $"items of '{key}'").ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal))
                ?? throw document.Wrong(items, $"the items of config '{key}' need a 'type'"))
            : throw document.Wrong(node, $"config '{key}' is an array and needs 'items' with their 'type'");
    }

    public override string ToString() => Items is null ? Name : $"{Name}<{Items}>";

    /// <summary>Whether a setting has this type; every scalar is a text by now.</summary>
    public bool Accepts(ConfigValue value)
    {
        if (value.Shape == ConfigShape.Text)
        {
            return Name switch
            {
                "string" => true,
                "integer" => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
                "boolean" => value.Text is "true" or "false",
                _ => false,
            };
        }

        using var json = JsonDocument.Parse(value.Text);
        return Accepts(json.RootElement);
    }

    private bool Accepts(JsonElement element) => Name switch
    {
        "string" => element.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False,
        "integer" => element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out _)
            || element.ValueKind == JsonValueKind.String && long.TryParse(element.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "boolean" => element.ValueKind is JsonValueKind.True or JsonValueKind.False
            || element.ValueKind == JsonValueKind.String && element.GetString() is "true" or "false",
        "array" => element.ValueKind == JsonValueKind.Array && element.EnumerateArray().All(Items!.Accepts),
        _ => element.ValueKind == JsonValueKind.Object,
    };
}
