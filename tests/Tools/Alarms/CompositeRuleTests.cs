using Platform.Insights.Alarms.Evaluation;

namespace Platform.Tests.Tools.Alarms;

public class CompositeRuleTests
{
    [Theory]
    [InlineData("ALARM(\"on\")", true), InlineData("ALARM(\"off\")", false), InlineData("OK(off)", true), InlineData("INSUFFICIENT_DATA(\"unknown\")", true)]
    [InlineData("ALARM(\"off\") OR ALARM(\"on\")", true), InlineData("ALARM(\"off\") AND ALARM(\"on\")", false)]
    [InlineData("NOT ALARM(\"off\") AND ALARM(\"on\")", true), InlineData("ALARM(\"on\") OR ALARM(\"on\") AND FALSE", true)]
    [InlineData("(ALARM(\"on\") OR TRUE) AND FALSE", false)]
    public void Holds_as_CloudWatch_reads_it(string rule, bool holds) =>
        Assert.Equal(holds, CompositeRule.Holds(rule, name => name switch { "on" => AlarmState.Alarm, "off" => AlarmState.Ok, _ => AlarmState.InsufficientData }));

    [Theory]
    [InlineData("ALARM(\"a\""), InlineData("ALARM(\"a\") ALARM(\"b\")"), InlineData("MAYBE(\"a\")"), InlineData("ALARM(\"a)"), InlineData("")]
    public void Refuses_what_is_no_rule(string rule) => Assert.Throws<FormatException>(() => CompositeRule.Holds(rule, _ => AlarmState.Ok));

    [Fact]
    public void Names_each_alarm_once() =>
        Assert.Equal(["a", "b"], CompositeRule.Names("(ALARM(\"a\") AND ALARM(\"b\")) OR ALARM(\"a\")"));
}
