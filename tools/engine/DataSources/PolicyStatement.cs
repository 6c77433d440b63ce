namespace Platform.Engine.DataSources;

/// <summary>One or several texts; a single one is written without a list.</summary>
/// <param name="Items">The texts in the order they are written.</param>
/// <param name="IsList">Whether it is written as a list even if it has one item.</param>
internal sealed record PolicyTexts(IReadOnlyList<string> Items, bool IsList);

/// <summary>A statement of an IAM policy, in the order its members are written.</summary>
internal sealed record PolicyStatement
{
    public string Sid { get; init; } = "";

    public string Effect { get; init; } = "";

    public PolicyTexts? Action { get; init; }

    public PolicyTexts? NotAction { get; init; }

    public PolicyTexts? Resource { get; init; }

    public PolicyTexts? NotResource { get; init; }

    public IReadOnlyList<(string Type, PolicyTexts Identifiers)> Principal { get; init; } = [];

    public IReadOnlyList<(string Type, PolicyTexts Identifiers)> NotPrincipal { get; init; } = [];

    public IReadOnlyList<(string Test, string Variable, PolicyTexts Values)> Condition { get; init; } = [];
}

/// <summary>A whole policy.</summary>
internal sealed record Policy(string Version, string Id, IReadOnlyList<PolicyStatement> Statements)
{
    /// <summary>Puts another policy over this one: a statement with the same Sid is replaced, every other appended.</summary>
    public Policy With(Policy other)
    {
        var statements = Statements.ToList();
        foreach (var statement in other.Statements)
        {
            var same = statement.Sid.Length == 0 ? -1 : statements.FindIndex(mine => mine.Sid == statement.Sid);
            if (same >= 0)
            {
                statements[same] = statement;
            }
            else
            {
                statements.Add(statement);
            }
        }

        return new(
            string.CompareOrdinal(other.Version, Version) > 0 ? other.Version : Version,
            other.Id.Length > 0 ? other.Id : Id,
            statements);
    }
}
