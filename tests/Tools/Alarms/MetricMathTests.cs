using Platform.Insights.Alarms.Evaluation;

namespace Platform.Tests.Tools.Alarms;

public class MetricMathTests
{
    [Theory]
    [InlineData("1 + 2 * 3", 7.0), InlineData("(1 + 2) * 3", 9.0), InlineData("10 - 4 - 3", 3.0), InlineData("100 / 4 / 5", 5.0), InlineData("-a + 1", -1.0)]
    [InlineData("a > 1", 1.0), InlineData("a >= 3", 0.0), InlineData("a == 2 && b == 3", 1.0), InlineData("a == 2 || nothing > 0", null)]
    [InlineData("IF(a > 1, b, 0)", 3.0), InlineData("IF(a > 5, b, 0)", 0.0), InlineData("IF(nothing > 5, b, 0)", null)]
    [InlineData("FILL(nothing, 0) + a", 2.0), InlineData("nothing + a", null), InlineData("a / 0", null), InlineData("1 - a / 100", 0.98)]
    [InlineData("MAX([a, nothing, b])", 3.0), InlineData("MIN([a, b])", 2.0), InlineData("SUM([a, b, 1])", 6.0), InlineData("AVG([nothing])", null)]
    [InlineData("IF(a + b > 4, 100 * (a) / (a + b), 100)", 40.0)]
    public void Computes_as_CloudWatch_does(string expression, double? value) =>
        Assert.Equal(value, MetricMath.Evaluate(expression, term => term switch { "a" => 2, "b" => 3, _ => null }));

    [Theory]
    [InlineData("a +"), InlineData("(a"), InlineData("a b"), InlineData("RATE(a)"), InlineData("IF(a, b)"), InlineData("a ? b"), InlineData("MAX(a)"), InlineData("")]
    public void Refuses_what_it_does_not_know_instead_of_guessing(string expression) =>
        Assert.Throws<FormatException>(() => MetricMath.Evaluate(expression, _ => 1));
}
