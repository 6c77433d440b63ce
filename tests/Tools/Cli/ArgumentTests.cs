using Platform.Cli.Arguments;
using Platform.Engine;

namespace Platform.Tests.Tools.Cli;

public class ArgumentTests
{
    [Theory]
    [InlineData("500ms", 0.5), InlineData("90s", 90), InlineData("5m", 300), InlineData("1h30m", 5400), InlineData("24h", 86400)]
    public void Reads_a_time_with_its_units(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Duration.Parse(text));

    [Theory]
    [InlineData(""), InlineData("0s"), InlineData("5"), InlineData("-5s"), InlineData("5 s"), InlineData("1.5h"), InlineData("s"), InlineData("5d")]
    [InlineData("24h1s"), InlineData("9999999999s")]
    public void Refuses_a_time_that_could_be_misread(string text) => Assert.Null(Duration.Parse(text));

    [Theory]
    [InlineData("pln", "plan"), InlineData("plna", "plan"), InlineData("PLAN", "plan"), InlineData("doc", "doctor"), InlineData("dcotor", "doctor")]
    public void Finds_what_was_meant(string typed, string meant) =>
        Assert.Equal(meant, Suggestion.Closest(typed, ["doctor", "plan", "cost"]));

    [Theory]
    [InlineData("up"), InlineData("zebra"), InlineData("x")]
    public void Does_not_guess_wildly(string typed) => Assert.Null(Suggestion.Closest(typed, ["doctor", "plan", "cost"]));
}
