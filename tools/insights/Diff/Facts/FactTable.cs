namespace Platform.Insights.Diff.Facts;

/// <summary>Rows of a reviewed table that is part of this assembly: columns separated by <c>|</c>, remarks after <c>#</c>.</summary>
internal static class FactTable
{
    /// <summary>The cells of every row.</summary>
    /// <param name="name">The table; one that ends in <c>/</c> stands in several files.</param>
    public static IEnumerable<string[]> Rows(string name)
    {
        var prefix = $"Diff/{name}";
        var files = typeof(FactTable).Assembly.GetManifestResourceNames()
            .Where(file => name.EndsWith('/') ? file.StartsWith(prefix, StringComparison.Ordinal) : file == prefix)
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0
            ? files.SelectMany(RowsOf)
            : throw new InvalidOperationException($"the table {name} is not part of the assembly");
    }

    private static IEnumerable<string[]> RowsOf(string file)
    {
        using var reader = new StreamReader(typeof(FactTable).Assembly.GetManifestResourceStream(file)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                yield return [.. line.Split('|').Select(cell => cell.Trim())];
            }
        }
    }
}
