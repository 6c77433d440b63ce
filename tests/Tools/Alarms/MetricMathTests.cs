using Platform.Insights.Alarms.Evaluation;

namespace Platform.Tests.Tools.Alarms;

public class MetricMathTests
{
    [Theory]
    [InlineData("1 + 2 * 3", 7.0), InlineData("(1 + 2) * 3", 9.0), InlineData("10 - 4 - 3", 3.0), InlineData("100 / 4 / 5", 5.0), InlineData("-a + 1", -1.0)]
    [InlineData("a ^ 3 * 2", 16.0), InlineData("a > 1", 1.0), InlineData("a >= 3", 0.0), InlineData("a == 2 && b == 3", 1.0), InlineData("a > 5 OR b > 1 AND a > 1", 1.0)]
    [InlineData("IF(a > 1, b, 0)", 3.0), InlineData("IF(a > 5, b, 0)", 0.0), InlineData("IF(a > 1, b)", 3.0), InlineData("IF(a > 5, b)", null)]
    [InlineData("IF(a + b > 4, 100 * (a) / (a + b), 100)", 40.0), InlineData("ABS(a - b) + CEIL(a / b) + FLOOR(b / a)", 3.0)]
    [InlineData("MAX([a, b])", 3.0), InlineData("MIN([a, b])", 2.0), InlineData("SUM([a, b, 1])", 6.0), InlineData("a / PERIOD(a)", 2.0 / 60)]
    public void Computes_as_CloudWatch_does(string expression, double? value) => Assert.Equal(value, Evaluate(expression));

    // Source: "Basic arithmetic functions", "Comparison and logical operators", "Using IF expressions" and the table of functions in the
    // user guide's page on metric math.
    [Theory]
    [InlineData("nothing + a", 2.0), InlineData("a - nothing", 2.0), InlineData("nothing * a", 0.0)]        // of two series, a missing one is 0
    [InlineData("nothing + nothing", null), InlineData("5 * nothing", null), InlineData("1 - nothing", null)]     // nothing there: no datapoint
    [InlineData("a / 0", null), InlineData("a / nothing", null), InlineData("nothing / a", 0.0), InlineData("1 - a / 100", 0.98)]
    [InlineData("nothing < a", 1.0), InlineData("nothing >= 30", null), InlineData("a > 1 AND nothing > 15", 0.0), InlineData("a > 1 || nothing > 0", 1.0)]
    [InlineData("IF(nothing > 5, b, 0)", null), InlineData("IF(nothing, 5, a)", null), InlineData("IF(a, nothing, b)", 0.0), InlineData("IF(zero, b, nothing)", null)]
    [InlineData("FILL(nothing, 0) + a", 2.0), InlineData("FILL(a, 0)", 2.0), InlineData("1 - (FILL(nothing, 0)) / (FILL(nothing, 0))", null)]
    [InlineData("MAX([a, nothing, b])", 3.0), InlineData("MIN([nothing, b])", 3.0), InlineData("SUM([a, nothing])", 2.0), InlineData("SUM([nothing])", null)]
    [InlineData("AVG([a, nothing])", 1.0), InlineData("AVG([nothing])", null)]
    public void Treats_what_is_missing_as_the_tables_of_the_user_guide(string expression, double? value) => Assert.Equal(value, Evaluate(expression));

    [Theory]
    [InlineData("RATE(counter)", 0.5), InlineData("DIFF(counter)", 30.0), InlineData("RATE(counter + counter)", 1.0), InlineData("RATE(once)", null)]
    public void Compares_with_the_period_before(string expression, double? value) => Assert.Equal(
        value, MetricMath.Evaluate(expression, 60, (term, back) => term == "once" && back > 0 ? null : 100 - (30 * back)));

    [Theory]
    [InlineData("a +"), InlineData("(a"), InlineData("a b"), InlineData("IF(a)"), InlineData("a ? b"), InlineData("MAX(a)"), InlineData("")]
    [InlineData("FILL(a, REPEAT"), InlineData("max([a])"), InlineData("RUNNING_SUM(a)"), InlineData("a AND"), InlineData("> a")]
    public void Refuses_what_it_does_not_know_instead_of_guessing(string expression) =>
        Assert.Throws<FormatException>(() => MetricMath.Evaluate(expression, 60, (_, _) => 1));

    [Fact]
    public void Ends_in_an_answer_or_one_clear_error_whatever_it_is_given()
    {
        var chance = new Random(7);
        string[] parts = ["a", "nothing", "1", "(", ")", "[", "]", ",", "+", "-", "*", "/", "^", ">", "<=", "AND", "OR", "IF", "FILL", "MAX", "RATE", "\"x\""];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, chance.Next(1, 10)).Select(_ => parts[chance.Next(parts.Length)]));
            try
            {
                Assert.True(Evaluate(text) is not { } value || double.IsFinite(value), text);
            }
            catch (FormatException problem)
            {
                Assert.Contains("no metric math", problem.Message, StringComparison.Ordinal);
            }
        }
    }

    private static double? Evaluate(string expression) =>
        MetricMath.Evaluate(expression, 60, (term, _) => term switch { "a" => 2, "b" => 3, "zero" => 0, _ => null });
}
