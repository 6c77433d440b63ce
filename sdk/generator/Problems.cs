namespace Platform.SdkGenerator;

/// <summary>Collects everything that is wrong, so that one run shows all of it.</summary>
internal sealed class Problems
{
    private readonly SortedSet<string> _lines = new(StringComparer.Ordinal);

    public bool Any => _lines.Count > 0;

    public IReadOnlyCollection<string> Lines => _lines;

    /// <param name="place">Where: a configuration file, or a member as <c>module.Type.member</c>.</param>
    /// <param name="what">What is wrong there, with the value.</param>
    /// <param name="wayOut">What to do about it.</param>
    public void Add(string place, string what, string wayOut) => _lines.Add($"{place}: {what}; {wayOut}.");
}
