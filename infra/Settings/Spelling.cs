namespace Platform.Infra.Settings;

/// <summary>Finds the word somebody meant.</summary>
internal static class Spelling
{
    /// <summary>The known word nearest to <paramref name="word"/>; null when none is near enough to be meant.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var best = known
            .Select(candidate => (candidate, distance: Distance(word, candidate)))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, word.Length / 3) ? best.candidate : null;
    }

    /// <summary>How many letters must be added, dropped, changed or swapped with their neighbour, case aside.</summary>
    public static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = Cell(i, j);
            }
        }

        return rows[left.Length, right.Length];

        int Cell(int i, int j)
        {
            if (i == 0 || j == 0)
            {
                return i + j;
            }

            var cost = Same(i - 1, j - 1) ? 0 : 1;
            var least = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
            return i > 1 && j > 1 && Same(i - 1, j - 2) && Same(i - 2, j - 1) ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
        }

        bool Same(int i, int j) => char.ToLowerInvariant(left[i]) == char.ToLowerInvariant(right[j]);
    }
}
