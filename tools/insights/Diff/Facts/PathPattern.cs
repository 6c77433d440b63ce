namespace Platform.Insights.Diff.Facts;

/// <summary>Paths of <c>ignoreChanges</c> and <c>replaceOnChanges</c>: they mean everything below, and <c>*</c> any one member.</summary>
internal static class PathPattern
{
    private static readonly char[] Separators = ['.', '[', ']', '"'];

    /// <summary>Whether a changed path is meant by the pattern.</summary>
    public static bool Covers(string pattern, string path)
    {
        var (wanted, found) = (Parts(pattern), Parts(path));
        return wanted.Length <= found.Length && wanted.Zip(found).All(pair => IsMatch(pair.First, pair.Second));
    }

    /// <summary>What is left of the pattern below a path that lies above it; <c>null</c> for one that does not.</summary>
    public static string[]? Rest(string pattern, string path)
    {
        var (wanted, found) = (Parts(pattern), Parts(path));
        return wanted.Length > found.Length && wanted.Zip(found).All(pair => IsMatch(pair.First, pair.Second)) ? wanted[found.Length..] : null;
    }

    /// <summary>The steps of a path.</summary>
    public static string[] Parts(string path) => path.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsMatch(string wanted, string found) => wanted == "*" || wanted == found;
}
