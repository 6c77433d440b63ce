using System.Text.Json;

namespace Platform.Tests.Identity;

/// <summary>What must hold for every policy the platform writes.</summary>
internal static class IamActions
{
    private static readonly HashSet<string> Known =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "Platform", "Identity", "iam-actions.txt")).Where(line => line is not ['#', ..])];

    /// <summary>The statements of the documents that were registered, by resource: of roles, keys, buckets, endpoints and whatever else has one.</summary>
    public static IEnumerable<(Registration Resource, JsonElement Statement)> Documents(Sandbox sandbox) =>
        from resource in sandbox.Registered
        from text in new[] { resource["policy"], resource["assumeRolePolicy"] }.OfType<string>()
        let document = JsonElement.Parse(text)
        where document.TryGetProperty("Statement", out _)
        from statement in document.GetProperty("Statement").EnumerateArray()
        select (resource, statement);

    /// <summary>The statements of roles, by the name of the role or policy.</summary>
    public static IEnumerable<(string Resource, JsonElement Statement)> Statements(Sandbox sandbox) =>
        from entry in Documents(sandbox)
        where entry.Resource.Type is "aws:iam/role:Role" or "aws:iam/rolePolicy:RolePolicy"
        select (entry.Resource.Name, entry.Statement);

    /// <summary>Actions of a document that AWS does not have, misspelt ones among them; a pattern must fit one action at least.</summary>
    public static IEnumerable<string> Unknown(Sandbox sandbox) =>
        from entry in Documents(sandbox)
        from action in Actions(entry.Statement)
        where !Exists(action)
        select $"{entry.Resource.Name}: {action}";

    /// <summary>Statements of roles that allow a change of any resource whatever, under no condition.</summary>
    public static IEnumerable<string> Boundless(Sandbox sandbox) =>
        from entry in Statements(sandbox)
        where IsAllow(entry.Statement)
            && !entry.Statement.TryGetProperty("Condition", out _)
            && IsForEverything(entry.Statement)
        from action in Actions(entry.Statement)
        where !action.Split(':')[1].StartsWith("Describe", StringComparison.Ordinal)
        select $"{entry.Resource}: {action}";

    /// <summary>Statements that allow a pattern of actions on everything, whatever the kind of document and the condition.</summary>
    public static IEnumerable<string> Wildcards(Sandbox sandbox) =>
        from entry in Documents(sandbox)
        where IsAllow(entry.Statement) && IsForEverything(entry.Statement)
        from action in Actions(entry.Statement)
        where action.Contains('*', StringComparison.Ordinal)
        select $"{entry.Resource.Name}: {action}";

    /// <summary>Whether AWS has an action of exactly this name.</summary>
    public static bool IsKnown(string action) => Known.Contains(action);

    public static IEnumerable<string> Actions(JsonElement statement) => Texts(statement, "Action");

    private static bool IsAllow(JsonElement statement) => statement.GetProperty("Effect").GetString() == "Allow";

    private static bool IsForEverything(JsonElement statement) => Texts(statement, "Resource").Contains("*");

    private static bool Exists(string action) => action.EndsWith('*') && !action.StartsWith('*')
        ? Known.Any(known => known.StartsWith(action[..^1], StringComparison.Ordinal))
        : Known.Contains(action);

    private static IEnumerable<string> Texts(JsonElement statement, string member) => statement.TryGetProperty(member, out var value)
        ? value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(text => text.GetString()!) : [value.GetString()!]
        : [];
}
