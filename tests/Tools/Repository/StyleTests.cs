using System.Text.RegularExpressions;

namespace Platform.Tests.Tools.Repository;

/// <summary>Rules of the house that the compiler does not know.</summary>
public partial class StyleTests
{
    private static readonly string[] Nothing = [];

    private static IEnumerable<string> HandWritten => Sources.Files(".cs").Where(path => !path.EndsWith(".g.cs", StringComparison.Ordinal));

    [Fact]
    public void Only_the_renderer_and_entry_points_know_the_console() => Assert.Equal(Nothing, HandWritten
        .Where(path => !path.StartsWith("tools/cli/Render/", StringComparison.Ordinal))
        .Where(path => !path.StartsWith("tests/", StringComparison.Ordinal) && !path.StartsWith("benchmarks/", StringComparison.Ordinal))
        .Where(path => Path.GetFileName(path) != "Program.cs")
        .Where(path => path != "sdk/Pulumi/Deployment/Runner.cs")   // its last resort when the engine no longer takes messages
        .Where(path => ConsoleOutput().IsMatch(Sources.Read(path))));

    [Fact]
    public void Names_say_what_is_inside() => Assert.Equal(Nothing, HandWritten.Where(path => VagueName().IsMatch(path)));

    [Fact]
    public void Nothing_is_left_to_be_done_later() => Assert.Equal(Nothing, HandWritten
        .Where(path => path != "tests/Tools/Repository/StyleTests.cs")
        .Where(path => LaterMark().IsMatch(Sources.Read(path))));

    [GeneratedRegex(@"\bConsole\.(Write|Out\b|Error\b|OpenStandardOutput|OpenStandardError)")]
    private static partial Regex ConsoleOutput();

    [GeneratedRegex(@"(^|/)(\w*(Utils?|Helpers?|Common|Manager))(/|\.cs$)")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"//.*\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex LaterMark();
}
