using System.Text.RegularExpressions;

namespace Platform.Tests.Tools.Repository;

/// <summary>
/// What is read in one go stays small enough for it, and is found where its name says. How long a constructor of a component may be is
/// held beside the components.
/// </summary>
public partial class SizeTests
{
    private const int LongestFile = 200, LongestTest = 25, LargestFolder = 14;

    // Runtime, engine and what tests them keep a state machine, or the cases of a protocol, together.
    private const int LongestFileOfTheRuntime = 300, LongestTestOfTheRuntime = 60;

    private static readonly string[] Nothing = [];

    private static readonly string[] Program = ["bootstrap", "components", "infra", "stacks", "tests/Platform"];

    private static IEnumerable<string> HandWritten => Sources.Files(".cs").Where(path => !path.EndsWith(".g.cs", StringComparison.Ordinal));

    [Fact]
    public void Files_stay_short_enough_to_be_read_in_one_go() => Assert.Equal(Nothing, HandWritten
        .Select(path => (Path: path, Lines: Sources.Read(path).AsSpan().Count('\n')))
        .Where(file => file.Lines > (IsOfTheProgram(file.Path) ? LongestFile : LongestFileOfTheRuntime))
        .Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void Tests_stay_short_enough_to_be_read_in_one_go() => Assert.Equal(Nothing, HandWritten
        .Where(path => path.StartsWith("tests/", StringComparison.Ordinal) && path.EndsWith("Tests.cs", StringComparison.Ordinal))
        .SelectMany(path => TestsIn(Sources.Read(path).Split('\n')).Select(test => (Path: path, test.Name, test.Lines)))
        .Where(test => test.Lines > (IsOfTheProgram(test.Path) ? LongestTest : LongestTestOfTheRuntime))
        .Select(test => $"{test.Path}: {test.Name} has {test.Lines} lines"));

    [Fact]
    public void Folders_stay_small_enough_to_be_overlooked() => Assert.Equal(Nothing, HandWritten
        .GroupBy(Folder, StringComparer.Ordinal)
        .Where(folder => folder.Count() > LargestFolder)
        .Select(folder => $"{folder.Key}: {folder.Count()} files"));

    /// <summary>What stands ready to be used by all tests is known to them without its folder.</summary>
    [Fact]
    public void Namespaces_follow_folders() => Assert.Equal(Nothing, HandWritten
        .Where(path => IsOfTheProgram(path) && Folder(path) != "tests/Platform/Sandbox")
        .Select(path => (Path: path, Namespace: Namespace().Match(Sources.Read(path)).Groups["name"].Value))
        .Where(file => file.Namespace.Length > 0 && file.Namespace != Expected(Folder(file.Path)))
        .Select(file => $"{file.Path}: {file.Namespace}"));

    [Fact]
    public void Counts_a_test_from_its_name_to_its_end() => Assert.Equal(
        [("Block", 4), ("Expression", 2)],
        TestsIn(["    public async Task Block()", "    {", "        Go();", "    }", "", "    public void Expression() =>", "        Go();", "", "    private static void Go()", "}"]));

    private static bool IsOfTheProgram(string path) => Program.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal));

    private static string Folder(string path) => path[..path.LastIndexOf('/')];

    private static string Expected(string folder) => "Platform." + string.Join('.', folder
        .Replace("tests/Platform", "Tests", StringComparison.Ordinal)
        .Split('/')
        .Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static IEnumerable<(string Name, int Lines)> TestsIn(string[] lines)
    {
        for (var first = 0; first < lines.Length; first++)
        {
            if (Test().Match(lines[first]) is { Success: true } found)
            {
                yield return (found.Groups["name"].Value, Length(lines, first));
            }
        }
    }

    private static int Length(string[] lines, int first)
    {
        var isBlock = false;
        for (var line = first; line < lines.Length; line++)
        {
            isBlock |= lines[line] == "    {";
            if (lines[line].StartsWith("    }", StringComparison.Ordinal) || (!isBlock && lines[line].EndsWith(';')))
            {
                return line - first + 1;
            }
        }

        return lines.Length - first;
    }

    [GeneratedRegex(@"^    public (async Task|Task|void) (?<name>\w+)\(")]
    private static partial Regex Test();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
