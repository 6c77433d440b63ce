namespace Platform.Insights.Alarms.Evaluation;

/// <summary>
/// What metric math computes with at one moment: the value of a time series, which may be missing, or a number written in the
/// expression. Rules for missing values: the tables of metric math in the CloudWatch user guide.
/// </summary>
/// <param name="Value">The value; null: no datapoint at that moment.</param>
/// <param name="IsSeries">Whether it varies with time, so that another series' datapoint makes a missing one count as 0.</param>
internal readonly record struct Figure(double? Value, bool IsSeries)
{
    /// <summary>A number written in an expression.</summary>
    public static Figure Number(double value) => new(value, false);

    /// <summary>A datapoint, or none.</summary>
    public static Figure Series(double? value) => new(value, true);

    /// <summary>
    /// Two figures combined. Of two series of which one has a datapoint the other counts as 0; with a number, or with a series that
    /// has none either, nothing comes out. Not a number, as after a division by nothing, is dropped.
    /// </summary>
    public static Figure Combine(Figure left, Figure right, Func<double, double, double> compute)
    {
        var isSeries = left.IsSeries || right.IsSeries;
        if ((left.Value ?? Instead(left, right)) is not { } first || (right.Value ?? Instead(right, left)) is not { } second)
        {
            return new(null, isSeries);
        }

        var result = compute(first, second);
        return new(double.IsFinite(result) ? result : null, isSeries);
    }

    /// <summary>
    /// <c>IF</c>: nothing where the condition has no datapoint; where it holds, a series without a datapoint counts as 0; where it does
    /// not, such a series is dropped.
    /// </summary>
    public static Figure Choose(Figure condition, Figure whenTrue, Figure whenFalse) => condition.Value switch
    {
        null => Series(null),
        0 => whenFalse with { IsSeries = true },
        _ => Series(whenTrue.Value ?? (whenTrue.IsSeries ? 0 : null)),
    };

    /// <summary>A function of one value.</summary>
    public Figure Map(Func<double, double> compute) => this with { Value = Value is { } value ? compute(value) : null };

    private static double? Instead(Figure missing, Figure other) => missing.IsSeries && other is { IsSeries: true, Value: not null } ? 0 : null;
}
