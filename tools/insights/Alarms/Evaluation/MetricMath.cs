using System.Collections.Immutable;
using System.Globalization;

namespace Platform.Insights.Alarms.Evaluation;

/// <summary>
/// Metric math for one datapoint: the part of it that alarms use. A missing value makes what is computed from it missing, as in
/// CloudWatch, but for <c>FILL</c> and for the functions over lists, which leave it out; a division by nothing is missing as well.
/// </summary>
public sealed class MetricMath
{
    private readonly ImmutableArray<string> _tokens;
    private readonly Func<string, double?> _value;
    private int _at;

    private MetricMath(ImmutableArray<string> tokens, Func<string, double?> value) => (_tokens, _value) = (tokens, value);

    private delegate double? Binary(double left, double right);

    /// <summary>The value of an expression.</summary>
    /// <param name="expression">Such as <c>IF(requests > 20, 100 * errors / requests, 0)</c>.</param>
    /// <param name="value">The value of a term by its id; null if it is missing.</param>
    /// <exception cref="FormatException">The expression uses something that is not known here.</exception>
    public static double? Evaluate(string expression, Func<string, double?> value)
    {
        var math = new MetricMath(FormulaLexer.Cut(expression), value);
        var result = math.Or();
        return math._at == math._tokens.Length ? result : throw math.Problem();
    }

    private double? Or() => Chain(And, ("||", (left, right) => Truth(left != 0 || right != 0)));

    private double? And() => Chain(Comparison, ("&&", (left, right) => Truth(left != 0 && right != 0)));

    private double? Comparison() => Chain(
        Sum,
        (">=", (left, right) => Truth(left >= right)),
        ("<=", (left, right) => Truth(left <= right)),
        ("==", (left, right) => Truth(left == right)),
        ("!=", (left, right) => Truth(left != right)),
        (">", (left, right) => Truth(left > right)),
        ("<", (left, right) => Truth(left < right)));

    private double? Sum() => Chain(Product, ("+", (left, right) => left + right), ("-", (left, right) => left - right));

    private double? Product() => Chain(Factor, ("*", (left, right) => left * right), ("/", (left, right) => right == 0 ? null : left / right));

    private double? Chain(Func<double?> part, params (string Sign, Binary Compute)[] signs)
    {
        var left = part();
        while (_at < _tokens.Length && signs.FirstOrDefault(sign => sign.Sign == _tokens[_at]) is { Compute: { } compute })
        {
            _at++;
            var right = part();
            left = left is { } first && right is { } second ? compute(first, second) : null;
        }

        return left;
    }

    private double? Factor()
    {
        var token = Next();
        switch (token)
        {
            case "-":
                return -Factor();

            case "(":
                var inner = Or();
                Expect(")");
                return inner;

            default:
                return double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
                    : Peek() == "(" ? Call(token)
                    : _value(token);
        }
    }

    private double? Call(string name)
    {
        Expect("(");
        if (name.ToUpperInvariant() is "MAX" or "MIN" or "SUM" or "AVG")
        {
            var list = List().OfType<double>().ToList();
            Expect(")");
            return list.Count == 0 ? null : name.ToUpperInvariant() switch
            {
                "MAX" => list.Max(),
                "MIN" => list.Min(),
                "SUM" => list.Sum(),
                _ => list.Average(),
            };
        }

        var arguments = Arguments(")");
        return (name.ToUpperInvariant(), arguments.Count) switch
        {
            ("IF", 3) => arguments[0] is { } condition ? (condition != 0 ? arguments[1] : arguments[2]) : null,
            ("FILL", 2) => arguments[0] ?? arguments[1],
            ("ABS", 1) => arguments[0] is { } value ? Math.Abs(value) : null,
            ("CEIL", 1) => arguments[0] is { } value ? Math.Ceiling(value) : null,
            ("FLOOR", 1) => arguments[0] is { } value ? Math.Floor(value) : null,
            _ => throw Problem(),
        };
    }

    private List<double?> List()
    {
        Expect("[");
        return Arguments("]");
    }

    private List<double?> Arguments(string end)
    {
        var arguments = new List<double?> { Or() };
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

    private static double Truth(bool holds) => holds ? 1 : 0;
}
