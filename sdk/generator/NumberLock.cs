using Platform.Declarations.Schema;

namespace Platform.SdkGenerator;

/// <summary>
/// Whether each number is an integer. A declaration file says <c>number</c> for both, so every member is listed once, in
/// <c>packages/NAME.numbers.txt</c>, as <c>module.Type.member int</c> or <c>… double</c>.
/// </summary>
internal sealed class NumberLock(string file, IEnumerable<string> lines, Problems problems)
{
    private readonly Dictionary<string, string> _kinds = Parse(file, lines, problems);
    private readonly HashSet<string> _used = [];

    public PrimitiveKind Kind(string member)
    {
        _used.Add(member);
        if (!_kinds.TryGetValue(member, out var kind))
        {
            problems.Add(
                member,
                $"a number that {file} does not list",
                $"add the line '{member} int', or '{member} double' if the provider takes fractions there");
        }

        return kind == "double" ? PrimitiveKind.Number : PrimitiveKind.Integer;
    }

    /// <summary>Reports lines whose member is no longer generated, so that the list stays exact.</summary>
    public void ReportUnused()
    {
        foreach (var member in _kinds.Keys.Where(member => !_used.Contains(member)))
        {
            problems.Add(file, $"lists '{member}', which is no number of a generated class", "remove the line");
        }
    }

    private static Dictionary<string, string> Parse(string file, IEnumerable<string> lines, Problems problems)
    {
        var kinds = new Dictionary<string, string>();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            var parts = line.Split(' ');
            if (parts is not [var member, "int" or "double"])
            {
                problems.Add(file, $"cannot read '{line}'", "a line is 'module.Type.member int' or 'module.Type.member double'");
            }
            else if (!kinds.TryAdd(member, parts[1]))
            {
                problems.Add(file, $"lists '{member}' twice", "keep one line");
            }
        }

        return kinds;
    }
}
