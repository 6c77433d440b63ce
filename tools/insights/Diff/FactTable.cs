namespace Platform.Insights.Diff;

/// <summary>Rows of a reviewed table that is part of this assembly: columns separated by <c>|</c>, remarks after <c>#</c>.</summary>
internal static class FactTable
{
    /// <summary>The cells of every row.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(FactTable).Assembly.GetManifestResourceStream($"Diff/{name}")
            ?? throw new InvalidOperationException($"the table {name} is not part of the assembly");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                yield return [.. line.Split('|').Select(cell => cell.Trim())];
            }
        }
    }
}
