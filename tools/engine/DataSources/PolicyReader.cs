using System.Text.Json;

namespace Platform.Engine.DataSources;

/// <summary>Reads a policy document that is to be merged with another one.</summary>
internal static class PolicyReader
{
    /// <exception cref="JsonException">The text is no policy.</exception>
    public static Policy Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("a policy is a JSON object");
        }

        // IAM accepts a single statement without a list around it.
        var statements = !root.TryGetProperty("Statement", out var list) ? []
            : list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(Statement).ToList()
            : [Statement(list)];
        return new(Text(root, "Version"), Text(root, "Id"), statements);
    }

    private static PolicyStatement Statement(JsonElement statement) => new()
    {
        Sid = Text(statement, "Sid"),
        Effect = Text(statement, "Effect"),
        Action = Texts(statement, "Action"),
        NotAction = Texts(statement, "NotAction"),
        Resource = Texts(statement, "Resource"),
        NotResource = Texts(statement, "NotResource"),
        Principal = Principals(statement, "Principal"),
        NotPrincipal = Principals(statement, "NotPrincipal"),
        Condition = statement.TryGetProperty("Condition", out var tests)
            ? [.. tests.EnumerateObject().SelectMany(test => test.Value.EnumerateObject().Select(variable => (test.Name, variable.Name, Texts(variable.Value))))]
            : [],
    };

    private static IReadOnlyList<(string, PolicyTexts)> Principals(JsonElement statement, string name) =>
        !statement.TryGetProperty(name, out var principals) ? []
        : principals.ValueKind == JsonValueKind.Object ? [.. principals.EnumerateObject().Select(type => (type.Name, Sorted(Texts(type.Value))))]
        : [("*", Texts(principals))];

    private static PolicyTexts Sorted(PolicyTexts texts) =>
        texts.IsList ? texts with { Items = [.. texts.Items.OrderDescending(StringComparer.Ordinal)] } : texts;

    private static PolicyTexts? Texts(JsonElement statement, string name) =>
        statement.TryGetProperty(name, out var value) ? Texts(value) : null;

    private static PolicyTexts Texts(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? new([.. value.EnumerateArray().Select(Scalar)], IsList: true)
        : new([Scalar(value)], IsList: false);

    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => throw new JsonException("a policy holds texts where it has lists or objects"),
    };

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";
}
