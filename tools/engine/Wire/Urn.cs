namespace Platform.Engine.Wire;

/// <summary>Builds and takes apart <c>urn:pulumi:STACK::PROJECT::TYPES::NAME</c>.</summary>
internal static class Urn
{
    private const string Prefix = "urn:pulumi:";
    private const string StackType = Platform.Graph.ResourceGraph.StackType;

    /// <summary>The identity of a resource; the stack itself adds nothing to its children's types.</summary>
    public static string Create(string stack, string project, string? parent, string type, string name)
    {
        var above = parent is null ? "" : Types(parent);
        var types = above.Length == 0 || above == StackType ? type : $"{above}${type}";
        return $"{Prefix}{stack}::{project}::{types}::{name}";
    }

    /// <summary>The chain of types, from the outermost parent to the resource itself.</summary>
    public static string Types(string urn) => Part(urn, 2);

    /// <summary>The name, which may itself contain <c>::</c>.</summary>
    public static string Name(string urn) => Part(urn, 3);

    /// <summary>The resource's own type, the last of the chain.</summary>
    public static string Type(string urn)
    {
        var types = Types(urn);
        return types[(types.LastIndexOf('$') + 1)..];
    }

    public static bool IsValid(string urn) =>
        urn.StartsWith(Prefix, StringComparison.Ordinal) && urn.Split("::", 4).Length == 4;

    private static string Part(string urn, int index)
    {
        var parts = urn.Split("::", 4);
        return parts.Length == 4 ? parts[index] : "";
    }
}
