using System.Collections.Concurrent;

namespace Platform.Engine.Placeholders;

/// <summary>Where a placeholder comes from.</summary>
/// <param name="Source">The resource's URN; the token of a data source or the key of a setting.</param>
/// <param name="Path">The output's path there.</param>
internal readonly record struct MarkSource(string Source, string Path);

/// <summary>Everything the engine made up in one run, to be recognised when it comes back.</summary>
/// <remarks>Safe for concurrent use; what it finds does not depend on the order of additions.</remarks>
internal sealed class MarkIndex
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MarkSource> _addresses = new(StringComparer.Ordinal);

    /// <summary>Makes a mark known, and the output it was made for.</summary>
    public void Issue(string mark, MarkSource owner) => _entries.GetOrAdd(mark, static (_, first) => new Entry(first), owner);

    /// <summary>Makes an output's whole text known, which may hold marks of several outputs.</summary>
    public void Add(MarkSource source, string text)
    {
        foreach (var (mark, start, _) in Mark.Candidates(text))
        {
            if (_entries.TryGetValue(mark, out var entry))
            {
                entry.Add(new Occurrence(source, text, start));
            }
        }

        foreach (var address in Address.Candidates(text))
        {
            _addresses.TryAdd(address, source);
        }
    }

    /// <summary>Whether a text is, as a whole, one that the engine made up.</summary>
    public bool IsWhole(string text) =>
        Mark.Candidates(text).Any(found => _entries.TryGetValue(found.Mark, out var entry)
            && entry.Occurrences.Any(occurrence => occurrence.Text.Equals(text, StringComparison.OrdinalIgnoreCase)))
        || _addresses.ContainsKey(text);

    /// <summary>Every output that a text holds, as a whole or in part, also inside base64.</summary>
    public void Find(string text, ISet<MarkSource> found)
    {
        if (Mark.MayBeIn(text))
        {
            FindMarks(text, found);
        }

        if (Address.MayBeIn(text))
        {
            FindAddresses(text, found);
        }

        foreach (var inner in Base64Text.Decode(text))
        {
            Find(inner, found);
        }
    }

    private void FindMarks(string text, ISet<MarkSource> found)
    {
        foreach (var (mark, start, _) in Mark.Candidates(text))
        {
            if (_entries.TryGetValue(mark, out var entry))
            {
                found.Add(entry.Longest(text, start));
            }
        }
    }

    private void FindAddresses(string text, ISet<MarkSource> found)
    {
        foreach (var address in Address.Candidates(text))
        {
            if (_addresses.TryGetValue(address, out var source))
            {
                found.Add(source);
            }
        }
    }

    private readonly record struct Occurrence(MarkSource Source, string Text, int Offset);

    private sealed class Entry(MarkSource owner)
    {
        private readonly Lock _lock = new();
        private readonly List<Occurrence> _occurrences = [];

        public IReadOnlyList<Occurrence> Occurrences
        {
            get
            {
                lock (_lock)
                {
                    return [.. _occurrences];
                }
            }
        }

        public void Add(Occurrence occurrence)
        {
            lock (_lock)
            {
                _occurrences.Add(occurrence);
            }
        }

        /// <summary>The output whose text covers most of what stands around the mark: an ARN rather than the id within.</summary>
        public MarkSource Longest(string text, int start)
        {
            var best = new Occurrence(owner, "", 0);
            lock (_lock)
            {
                foreach (var candidate in _occurrences)
                {
                    if (Covers(candidate, text, start) && Compare(candidate, best) > 0)
                    {
                        best = candidate;
                    }
                }
            }

            return best.Source;
        }

        private static bool Covers(Occurrence candidate, string text, int start)
        {
            var from = start - candidate.Offset;
            return from >= 0
                && from + candidate.Text.Length <= text.Length
                && text.AsSpan(from, candidate.Text.Length).Equals(candidate.Text, StringComparison.OrdinalIgnoreCase);
        }

        // Longer texts first; among equals the output the mark was made for, then the first by name.
        private int Compare(Occurrence left, Occurrence right)
        {
            if (left.Text.Length != right.Text.Length)
            {
                return left.Text.Length.CompareTo(right.Text.Length);
            }

            var rank = (left.Source == owner).CompareTo(right.Source == owner);
            return rank != 0
                ? rank
                : string.CompareOrdinal($"{right.Source.Source} {right.Source.Path}", $"{left.Source.Source} {left.Source.Path}");
        }
    }
}
