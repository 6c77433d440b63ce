namespace Platform.Insights.Diff;

/// <summary>Paths of <c>ignoreChanges</c> and <c>replaceOnChanges</c>: they mean everything below, and <c>*</c> any one member.</summary>
internal static class PathPattern
{
    private static readonly char[] Separators = ['.', '[', ']', '"'];

    /// <summary>Whether a changed path is meant by the pattern.</summary>
    public static bool Covers(string pattern, string path)
    {
        var (wanted, found) = (Parts(pattern), Parts(path));
        return wanted.Length <= found.Length && wanted.Zip(found).All(pair => pair.First == "*" || pair.First == pair.Second);
    }

    private static string[] Parts(string path) => path.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
