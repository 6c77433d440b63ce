namespace Platform.Insights.Alarms.Evaluation;

/// <summary>What the signs and the functions over lists of metric math do.</summary>
internal static class MathSigns
{
    /// <summary>1 where the comparison holds, 0 where it does not.</summary>
    public static double Compare(string sign, double left, double right) => sign switch
    {
        ">=" => left >= right,
        "<=" => left <= right,
        "==" => left == right,
        "!=" => left != right,
        ">" => left > right,
        _ => left < right,
    } ? 1 : 0;

    /// <summary>Arithmetic; a division by nothing is no number.</summary>
    public static double Compute(string sign, double left, double right) => sign switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "^" => Math.Pow(left, right),
        _ => left / right,
    };

    /// <summary>A function over a list of series: a missing one counts as 0 for the mean, and is left out of the others.</summary>
    public static Figure OverList(string name, List<Figure> list)
    {
        var known = list.Select(figure => figure.Value).OfType<double>().ToList();
        return Figure.Series(known.Count == 0 ? null : name switch
        {
            "MAX" => known.Max(),
            "MIN" => known.Min(),
            "SUM" => known.Sum(),
            _ => known.Sum() / list.Count,
        });
    }
}
