using System.Text.Json;

namespace Platform.Tests.Identity;

/// <summary>What must hold for every policy the platform writes.</summary>
internal static class IamActions
{
    private static readonly HashSet<string> Known =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "Platform", "Identity", "iam-actions.txt")).Where(line => line is not ['#', ..])];

    /// <summary>The statements of the documents that were registered, by resource.</summary>
    public static IEnumerable<(string Resource, JsonElement Statement)> Statements(Sandbox sandbox) =>
        from resource in sandbox.Registered
        where resource.Type is "aws:iam/role:Role" or "aws:iam/rolePolicy:RolePolicy"
        let document = resource["policy"] ?? resource["assumeRolePolicy"]
        from statement in JsonElement.Parse((string)document!).GetProperty("Statement").EnumerateArray()
        select (resource.Name, statement);

    /// <summary>Actions of a document that AWS does not have, misspelt ones among them.</summary>
    public static IEnumerable<string> Unknown(Sandbox sandbox) =>
        from entry in Statements(sandbox)
        from action in Actions(entry.Statement)
        where !Known.Contains(action)
        select $"{entry.Resource}: {action}";

    /// <summary>Statements that allow a change of any resource whatever, under no condition.</summary>
    public static IEnumerable<string> Boundless(Sandbox sandbox) =>
        from entry in Statements(sandbox)
        where entry.Statement.GetProperty("Effect").GetString() == "Allow"
            && !entry.Statement.TryGetProperty("Condition", out _)
            && entry.Statement.TryGetProperty("Resource", out var resources)
            && resources.EnumerateArray().Any(resource => resource.GetString() == "*")
        from action in Actions(entry.Statement)
        where !action.Split(':')[1].StartsWith("Describe", StringComparison.Ordinal)
        select $"{entry.Resource}: {action}";

    public static IEnumerable<string> Actions(JsonElement statement) => statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString()!);
}
