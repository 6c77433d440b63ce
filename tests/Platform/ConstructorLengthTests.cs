using System.Text.RegularExpressions;

namespace Platform.Tests;

/// <summary>A component is a list of promises, and a stack one of components; a constructor that takes more than a screen hides some.</summary>
public partial class ConstructorLengthTests
{
    private const int Most = 60;

    private static readonly string[] Folders = ["bootstrap", "components", "infra", "stacks"];

    [Fact]
    public void No_constructor_is_longer_than_a_screen()
    {
        var constructors = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Of(File.ReadAllLines(file), Path.GetFileNameWithoutExtension(file))).ToList();

        Assert.Contains(constructors, constructor => constructor.Name == "PrivateNetwork" && constructor.Lines > 20);
        Assert.Empty(constructors.Where(constructor => constructor.Lines > Most).Select(constructor => $"{constructor.Name}: {constructor.Lines} lines"));
    }

    [Fact]
    public void Counts_from_the_name_to_the_last_brace() =>
        Assert.Equal([("Thing", 4)], Of(["    public Thing(string name)", "        : base(name)", "    {", "    }", "    public int Size;"], "Thing"));

    /// <summary>The constructors of the type a file is named after: from the line that names it to the brace that ends it, at the same depth.</summary>
    private static IEnumerable<(string Name, int Lines)> Of(string[] lines, string type)
    {
        for (var first = 0; first < lines.Length; first++)
        {
            if (Declaration().Match(lines[first]) is { Success: true } found && found.Groups["name"].Value == type)
            {
                var last = Array.FindIndex(lines, first, line => line == found.Groups["indent"].Value + "}" || line.EndsWith(';') && !line.StartsWith(found.Groups["indent"].Value + " ", StringComparison.Ordinal));
                yield return (type, last - first + 1);
            }
        }
    }

    [GeneratedRegex(@"^(?<indent> +)(public|internal|private|private protected) (?<name>\w+)\(")]
    private static partial Regex Declaration();
}
