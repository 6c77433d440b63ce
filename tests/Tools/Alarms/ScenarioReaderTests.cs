using Platform.Insights.Alarms.Evaluation;

namespace Platform.Tests.Tools.Alarms;

public class ScenarioReaderTests
{
    [Theory]
    [InlineData("- 1", "no map")]
    [InlineData("{", "no YAML: line")]
    [InlineData("{ name: x, minutes: 5 }", "normal is missing")]
    [InlineData("{ name: x, minutes: 0, normal: {} }", "minutes is 0, but must be 1 to 10080.")]
    [InlineData("{ name: x, minutes: 5, normal: {}, chnages: [] }", "line 1: 'chnages' is nothing a scenario has; it has name, minutes")]
    [InlineData("{ name: x, minutes: 5, normal: { a: lots } }", "line 1: 'lots' must be a number")]
    [InlineData("{ name: x, minutes: 5, normal: {}, changes: [ { from: 1 } ] }", "has no metric")]
    [InlineData("{ name: x, minutes: 5, normal: {}, changes: { a: 1 } }", "must be a list")]
    [InlineData("{ minutes: 5, normal: {} }", "has no name")]
    [InlineData("", "it is empty.")]
    [InlineData("{ name: x }\n---\n{ name: y }", "several documents")]
    [InlineData("{ name: x, minutes: 5, normal: ", "no YAML: line")]
    [InlineData("{ name: x, minutes: 5, normal: {}, changes: [ { metric: a/b, from: 3, to: 2, value: 1 } ] }", "is from 3 to 2, but must lie within 0 to 5")]
    [InlineData("{ name: x, minutes: 5, normal: {}, changes: [ { metric: a/b, to: 50, value: 1 } ] }", "is from 0 to 50, but must lie within 0 to 5")]
    [InlineData("{ name: x, minutes: 5, normal: {}, changes: [ { metric: a/b } ] }", "changes nothing; give it value, rampTo, times or missing")]
    [InlineData("{ name: x, minutes: 5, normal: {}, changes: [ { metric: a/b, missing: maybe } ] }", "neither true nor false")]
    [InlineData("{ name: x, minutes: 5, normal: { { a: b }: 1 } }", "must be a name")]
    [InlineData("{ name: x, minutes: 5, normal: gone.yaml }", "normal names 'gone.yaml': it is empty.")]
    public void Says_what_is_wrong_where(string yaml, string problem) => Assert.Contains(
        problem, Assert.Throws<FormatException>(() => ScenarioReader.Read(yaml, _ => "")).Message, StringComparison.Ordinal);

    [Fact]
    public void Ramps_from_the_first_value_in_the_first_minute_to_the_last_in_the_last()
    {
        var change = new Change("a/b", 10, 21) { Value = 0, RampTo = 100 };

        Assert.Equal([0.0, 50, 100], new[] { 10, 15, 20 }.Select(minute => change.At(minute, 7)));
    }
}
