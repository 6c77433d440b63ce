using System.Text;
using Platform.Engine.GoText;

namespace Platform.Engine.DataSources;

/// <summary>Writes a policy exactly as the AWS provider does: the same members, order, indentation and escapes.</summary>
internal sealed class PolicyWriter
{
    private readonly StringBuilder _json = new();
    private readonly bool _indented;
    private int _depth;
    private bool _first = true;

    private PolicyWriter(bool indented) => _indented = indented;

    public static string Write(Policy policy, bool indented)
    {
        var writer = new PolicyWriter(indented);
        writer.Open('{');
        writer.Text("Version", policy.Version);
        writer.Text("Id", policy.Id);
        if (policy.Statements.Count > 0)
        {
            writer.Member("Statement");
            writer.Open('[');
            foreach (var statement in policy.Statements)
            {
                writer.Separate();
                writer.Statement(statement);
            }

            writer.Close(']');
        }

        writer.Close('}');
        return writer._json.ToString();
    }

    private void Statement(PolicyStatement statement)
    {
        Open('{');
        Text("Sid", statement.Sid);
        Text("Effect", statement.Effect);
        Texts("Action", statement.Action);
        Texts("NotAction", statement.NotAction);
        Texts("Resource", statement.Resource);
        Texts("NotResource", statement.NotResource);
        Principals("Principal", statement.Principal);
        Principals("NotPrincipal", statement.NotPrincipal);
        Conditions(statement.Condition);
        Close('}');
    }

    // Everybody is "*" alone; {"AWS": "*"} means the same to IAM, but resources compare the texts.
    private void Principals(string name, IReadOnlyList<(string Type, PolicyTexts Identifiers)> principals)
    {
        if (principals.Count == 0)
        {
            return;
        }

        Member(name);
        if (principals is [("*", { Items: ["*"] })])
        {
            _json.Append(GoJson.Quote("*"));
            return;
        }

        Open('{');
        foreach (var type in principals.GroupBy(principal => principal.Type).OrderBy(type => type.Key, GoJson.KeyOrder))
        {
            Texts(type.Key, Together(type.Select(principal => principal.Identifiers)));
        }

        Close('}');
    }

    private void Conditions(IReadOnlyList<(string Test, string Variable, PolicyTexts Values)> conditions)
    {
        if (conditions.Count == 0)
        {
            return;
        }

        Member("Condition");
        Open('{');
        foreach (var test in conditions.GroupBy(condition => condition.Test).OrderBy(test => test.Key, GoJson.KeyOrder))
        {
            Member(test.Key);
            Open('{');
            foreach (var variable in test.GroupBy(condition => condition.Variable).OrderBy(variable => variable.Key, GoJson.KeyOrder))
            {
                Texts(variable.Key, Together(variable.Select(condition => condition.Values)));
            }

            Close('}');
        }

        Close('}');
    }

    private static PolicyTexts Together(IEnumerable<PolicyTexts> parts)
    {
        var all = parts.ToList();
        return all.Count == 1 ? all[0] : new([.. all.SelectMany(part => part.Items)], IsList: true);
    }

    private void Text(string name, string text)
    {
        if (text.Length > 0)
        {
            Member(name);
            _json.Append(GoJson.Quote(text));
        }
    }

    private void Texts(string name, PolicyTexts? texts)
    {
        if (texts is null)
        {
            return;
        }

        Member(name);
        if (!texts.IsList && texts.Items is [var only])
        {
            _json.Append(GoJson.Quote(only));
            return;
        }

        Open('[');
        foreach (var text in texts.Items)
        {
            Separate();
            _json.Append(GoJson.Quote(text));
        }

        Close(']');
    }

    private void Member(string name)
    {
        Separate();
        _json.Append(GoJson.Quote(name)).Append(_indented ? ": " : ":");
    }

    private void Separate()
    {
        if (!_first)
        {
            _json.Append(',');
        }

        _first = false;
        NewLine();
    }

    private void Open(char bracket)
    {
        _json.Append(bracket);
        _depth++;
        _first = true;
    }

    private void Close(char bracket)
    {
        _depth--;
        if (!_first)
        {
            NewLine();
        }

        _json.Append(bracket);
        _first = false;
    }

    private void NewLine()
    {
        if (_indented)
        {
            _json.Append('\n').Append(' ', 2 * _depth);
        }
    }
}
