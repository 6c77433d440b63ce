using System.Xml.Linq;

namespace Platform.Tests.Tools.Repository;

/// <summary>References between projects go one way: the tree is the data flow.</summary>
public class ReferenceTests
{
    private static readonly string[] Sdk = ["sdk/Aws", "sdk/Kubernetes", "sdk/Protocol", "sdk/Pulumi", "sdk/Random"];

    /// <summary>What each project may see; a new project gets a line here, and with it a decision.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["bootstrap"] = ["components", .. Sdk],
        ["infra"] = ["stacks", "components", .. Sdk],
        ["stacks"] = ["components", .. Sdk],
        ["components"] = Sdk,
        ["sdk/Aws"] = ["sdk/Pulumi"],
        ["sdk/Kubernetes"] = ["sdk/Pulumi"],
        ["sdk/Random"] = ["sdk/Pulumi"],
        ["sdk/Pulumi"] = ["sdk/Protocol"],
        ["sdk/Protocol"] = [],
        ["sdk/declarations"] = [],
        ["sdk/generator"] = ["sdk/declarations"],
        ["tools/ahead"] = [],
        ["tools/graph"] = [],
        ["tools/engine"] = ["tools/graph", "sdk/Protocol", "sdk/declarations"],
        ["tools/insights"] = ["tools/graph"],
        ["tools/cli"] = ["tools/engine", "tools/insights", "tools/graph"],
    };

    public static TheoryData<string> Projects =>
        [.. Sources.Files(".csproj").Where(path => !path.StartsWith("tests/", StringComparison.Ordinal) && !path.StartsWith("benchmarks/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_sees_only_what_stands_before_it(string project)
    {
        var folder = FolderOf(project);

        Assert.True(Allowed.ContainsKey(folder), $"{project} is new: decide in {nameof(ReferenceTests)} what it may see.");
        Assert.Subset(Allowed[folder].ToHashSet(), References(project).ToHashSet());
    }

    [Fact]
    public void Nothing_reaches_what_it_must_never_know()
    {
        var reach = Allowed.Keys.ToDictionary(folder => folder, Reach);

        Assert.DoesNotContain("components", reach["tools/cli"]);
        Assert.DoesNotContain("tools/engine", reach["tools/insights"]);
        Assert.DoesNotContain("sdk/Pulumi", reach["tools/engine"]);
        Assert.DoesNotContain(reach["infra"], folder => folder.StartsWith("tools/", StringComparison.Ordinal));
    }

    private static HashSet<string> Reach(string folder) =>
        [.. Allowed[folder], .. Allowed[folder].SelectMany(Reach)];

    private static IEnumerable<string> References(string project)
    {
        var text = Sources.Read(project);
        string[] documents = text.Contains("PulumiSdk.props", StringComparison.Ordinal) ? [text, Sources.Read("sdk/PulumiSdk.props")] : [text];
        return documents
            .SelectMany(document => XDocument.Parse(document).Descendants("ProjectReference"))
            .Select(reference => FolderOf(Resolve(project, reference.Attribute("Include")!.Value)));
    }

    private static string Resolve(string project, string include)
    {
        var shared = include
            .Replace("$(PulumiCore)", "$(MSBuildThisFileDirectory)Pulumi/Pulumi.csproj", StringComparison.Ordinal)
            .Replace("$(MSBuildThisFileDirectory)", Path.Combine(Sources.Root, "sdk/"), StringComparison.Ordinal)
            .Replace('\\', '/');
        var path = Path.GetFullPath(Path.Combine(Sources.Root, FolderOf(project), shared));
        return Path.GetRelativePath(Sources.Root, path).Replace('\\', '/');
    }

    private static string FolderOf(string project) => project[..project.LastIndexOf('/')];
}
