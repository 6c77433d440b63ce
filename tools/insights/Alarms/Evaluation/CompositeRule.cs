using System.Collections.Immutable;

namespace Platform.Insights.Alarms.Evaluation;

/// <summary>What an alarm says at a moment.</summary>
public enum AlarmState
{
    /// <summary>Within its limit.</summary>
    Ok,

    /// <summary>Beyond it.</summary>
    Alarm,

    /// <summary>Nobody knows.</summary>
    InsufficientData,
}

/// <summary>The rule of a composite alarm: <c>ALARM("a") AND NOT (OK("b") OR INSUFFICIENT_DATA("c"))</c>.</summary>
public sealed class CompositeRule
{
    private readonly ImmutableArray<string> _tokens;
    private readonly Func<string, AlarmState> _state;
    private int _at;

    private CompositeRule(ImmutableArray<string> tokens, Func<string, AlarmState> state) => (_tokens, _state) = (tokens, state);

    /// <summary>Whether a rule holds.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="state">The state of an alarm by its name.</param>
    /// <exception cref="FormatException">It is no rule.</exception>
    public static bool Holds(string rule, Func<string, AlarmState> state)
    {
        var reading = new CompositeRule(FormulaLexer.Cut(rule), state);
        var holds = reading.Or();
        return reading._at == reading._tokens.Length ? holds : throw reading.Problem();
    }

    /// <summary>The alarms a rule names.</summary>
    public static IEnumerable<string> Names(string rule) =>
        FormulaLexer.Cut(rule).Where(token => token[0] == '"').Select(token => token[1..^1]).Distinct();

    private bool Or()
    {
        var holds = And();
        while (Takes("OR"))
        {
            holds |= And();
        }

        return holds;
    }

    private bool And()
    {
        var holds = Part();
        while (Takes("AND"))
        {
            holds &= Part();
        }

        return holds;
    }

    private bool Part()
    {
        if (Takes("NOT"))
        {
            return !Part();
        }

        if (Takes("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }

        return Next() switch
        {
            "TRUE" => true,
            "FALSE" => false,
            "ALARM" => State() == AlarmState.Alarm,
            "OK" => State() == AlarmState.Ok,
            "INSUFFICIENT_DATA" => State() == AlarmState.InsufficientData,
            _ => throw Problem(),
        };
    }

    private AlarmState State()
    {
        Expect("(");
        var name = Next();
        Expect(")");
        return _state(name.Trim('"'));
    }

    private bool Takes(string token)
    {
        var takes = _at < _tokens.Length && _tokens[_at] == token;
        _at += takes ? 1 : 0;
        return takes;
    }

    private string Next() => _at < _tokens.Length ? _tokens[_at++] : throw Problem();

    private void Expect(string token)
    {
        if (Next() != token)
        {
            throw Problem();
        }
    }

    private FormatException Problem() => new($"'{string.Join(' ', _tokens)}' is no rule of a composite alarm.");
}
