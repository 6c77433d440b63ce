using System.Collections.Immutable;
using System.Globalization;

namespace Platform.Insights.Alarms.Evaluation;

/// <summary>
/// Metric math for one datapoint: the part of it that alarms use. What is missing is treated as the tables of metric math in the
/// CloudWatch user guide say; see <see cref="Figure"/>.
/// </summary>
public sealed class MetricMath
{
    private readonly ImmutableArray<string> _tokens;
    private readonly Func<string, int, double?> _value;
    private readonly int _seconds;
    private int _at;
    private int _back;

    private MetricMath(ImmutableArray<string> tokens, int seconds, Func<string, int, double?> value) =>
        (_tokens, _seconds, _value) = (tokens, seconds, value);

    /// <summary>The value of an expression.</summary>
    /// <param name="expression">Such as <c>IF(requests > 20, 100 * errors / requests, 0)</c>.</param>
    /// <param name="seconds">Length of a period, for <c>RATE</c> and <c>PERIOD</c>.</param>
    /// <param name="value">The value of a term by its id, so many periods back; null if it is missing.</param>
    /// <exception cref="FormatException">The expression uses something that is not known here.</exception>
    public static double? Evaluate(string expression, int seconds, Func<string, int, double?> value)
    {
        var math = new MetricMath(FormulaLexer.Cut(expression), seconds, value);
        var result = math.Or();
        return math._at == math._tokens.Length ? result.Value : throw math.Problem();
    }

    private Figure Or() => Chain(And, Either, "||", "OR");

    private Figure And() => Chain(Comparison, Both, "&&", "AND");

    private Figure Comparison() => Chain(Sum, MathSigns.Compare, ">=", "<=", "==", "!=", ">", "<");

    private Figure Sum() => Chain(Product, MathSigns.Compute, "+", "-");

    private Figure Product() => Chain(Power, MathSigns.Compute, "*", "/");

    private Figure Power() => Chain(Factor, MathSigns.Compute, "^");

    private static double Either(string sign, double left, double right) => left != 0 || right != 0 ? 1 : 0;

    private static double Both(string sign, double left, double right) => left != 0 && right != 0 ? 1 : 0;

    private Figure Chain(Func<Figure> part, Func<string, double, double, double> compute, params string[] signs)
    {
        var left = part();
        while (Peek() is { } sign && signs.Contains(sign))
        {
            _at++;
            left = Figure.Combine(left, part(), (first, second) => compute(sign, first, second));
        }

        return left;
    }

    private Figure Factor()
    {
        var token = Next();
        switch (token)
        {
            case "-":
                return Factor().Map(value => -value);

            case "(":
                var inner = Or();
                Expect(")");
                return inner;

            default:
                return double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Figure.Number(number)
                    : Peek() == "(" ? Call(token)
                    : char.IsAsciiLetter(token[0]) ? Figure.Series(_value(token, _back))
                    : throw Problem();
        }
    }

    private Figure Call(string name)
    {
        Expect("(");
        if (name is "MAX" or "MIN" or "SUM" or "AVG")
        {
            Expect("[");
            var list = Arguments("]");
            Expect(")");
            return MathSigns.OverList(name, list);
        }

        if (name is "RATE" or "DIFF")
        {
            return Change(name == "RATE" ? _seconds : 1);
        }

        if (name == "PERIOD")
        {
            Next();
            Expect(")");
            return Figure.Number(_seconds);
        }

        var arguments = Arguments(")");
        return (name, arguments.Count) switch
        {
            ("IF", 2) => Figure.Choose(arguments[0], arguments[1], Figure.Series(null)),
            ("IF", 3) => Figure.Choose(arguments[0], arguments[1], arguments[2]),
            ("FILL", 2) => Figure.Series(arguments[0].Value ?? arguments[1].Value),
            ("ABS", 1) => arguments[0].Map(Math.Abs),
            ("CEIL", 1) => arguments[0].Map(Math.Ceiling),
            ("FLOOR", 1) => arguments[0].Map(Math.Floor),
            _ => throw Problem(),
        };
    }

    /// <summary>The difference from the period before, divided; missing where one of the two is.</summary>
    private Figure Change(int divisor)
    {
        var start = _at;
        var now = Or();
        (_at, _back) = (start, _back + 1);
        var before = Or();
        _back--;
        Expect(")");
        return Figure.Series((now.Value - before.Value) / divisor);
    }

    private List<Figure> Arguments(string end)
    {
        var arguments = new List<Figure> { Or() };
        while (Peek() == ",")
        {
            _at++;
            arguments.Add(Or());
        }

        Expect(end);
        return arguments;
    }

    private string? Peek() => _at < _tokens.Length ? _tokens[_at] : null;

    private string Next() => _at < _tokens.Length ? _tokens[_at++] : throw Problem();

    private void Expect(string token)
    {
        if (Next() != token)
        {
            throw Problem();
        }
    }

    private FormatException Problem() => new(
        $"'{string.Join(' ', _tokens)}' is no metric math that can be replayed, from {(_at < _tokens.Length ? $"'{_tokens[_at]}'" : "its end")} on.");
}
