using System.Collections.Immutable;
using System.Text.Json;
using static Platform.Graph.JsonMembers;

namespace Platform.Graph;

/// <summary>Reads what <see cref="PlanJson"/> wrote.</summary>
public static class PlanJsonReader
{
    /// <summary>The graph of a saved plan.</summary>
    /// <exception cref="FormatException">The text is no such document; the message says what is wrong with it.</exception>
    public static ResourceGraph Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return ReadGraph(document.RootElement);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"it is no JSON: {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"it is JSON, but no plan: {problem.Message}", problem);
        }
    }

    private static ResourceGraph ReadGraph(JsonElement root)
    {
        var version = root.GetProperty("schemaVersion").GetInt32();
        if (version != PlanJson.SchemaVersion)
        {
            throw new FormatException($"schemaVersion is {version}, but this version of the tool reads {PlanJson.SchemaVersion}; plan the stack again");
        }

        return new ResourceGraph(
            root.GetProperty("project").GetString()!,
            root.GetProperty("stack").GetString()!,
            root.GetProperty("resources").EnumerateArray().Select(ReadResource),
            PropertyJson.ReadMap(root.GetProperty("outputs")),
            Items(root, "diagnostics").Select(item => new Diagnostic(
                Enum.Parse<Severity>(item.GetProperty("severity").GetString()!, ignoreCase: true),
                item.GetProperty("message").GetString()!,
                Text(item, "urn"))),
            Items(root, "assumptions").Select(item => new Assumption(
                item.GetProperty("subject").GetString()!,
                item.GetProperty("kind").GetString()!,
                item.GetProperty("detail").GetString()!)));
    }

    private static Resource ReadResource(JsonElement item) => new()
    {
        Urn = item.GetProperty("urn").GetString()!,
        Type = item.GetProperty("type").GetString()!,
        Name = item.GetProperty("name").GetString()!,
        Parent = Text(item, "parent"),
        Provider = Text(item, "provider"),
        Custom = item.GetProperty("custom").GetBoolean(),
        Remote = Flag(item, "remote"),
        External = Flag(item, "external"),
        Id = Text(item, "id"),
        Region = Text(item, "region"),
        Inputs = PropertyJson.ReadMap(item.GetProperty("inputs")),
        Outputs = PropertyJson.ReadMap(item.GetProperty("outputs")),
        Dependencies = Texts(item, "dependencies"),
        PropertyDependencies = item.GetProperty("propertyDependencies").EnumerateObject()
            .ToImmutableSortedDictionary(
                property => property.Name,
                property => property.Value.EnumerateArray().Select(urn => urn.GetString()!).ToImmutableArray(),
                StringComparer.Ordinal),
        Placeholders = [.. Items(item, "placeholders").Select(mark => new Placeholder(
            mark.GetProperty("path").GetString()!,
            mark.GetProperty("urn").GetString()!,
            Text(mark, "property"),
            Enum.Parse<PlaceholderMatch>(mark.GetProperty("match").GetString()!, ignoreCase: true)))],
        Settings = SettingsJson.Read(item),
    };
}
