namespace Platform.Tests.Tools.Repository;

/// <summary>One property decides which Pulumi SDK the program is compiled against, as MSBuild itself understands the projects.</summary>
public class SdkChoiceTests
{
    private const string Official = "PulumiSdk=nuget";

    private static readonly string Other = Path.Combine(Path.GetTempPath(), "Other", "Runtime.csproj");

    private static readonly string[] OfficialPackages = ["Pulumi 3", "Pulumi.Aws 7.48", "Pulumi.Kubernetes 4.34", "Pulumi.Random 4.21"];

    private static readonly string[] Providers = ["sdk/Aws/Aws.csproj", "sdk/Kubernetes/Kubernetes.csproj", "sdk/Random/Random.csproj"];

    private static readonly Lazy<Task<IReadOnlyDictionary<(string Project, string? Property), Evaluation>>> Answers = new(() => Evaluations.Of(
    [
        ("components", null),
        .. new[] { "components", "stacks", "infra", "tests/Sdk" }.Select(project => (project, Official)),
        .. new[] { "components", "sdk/Aws", "sdk/Kubernetes", "sdk/Random" }.Select(project => (project, $"PulumiCore={Other}")),
    ]));

    [Theory]
    [InlineData("components"), InlineData("stacks", "components/components.csproj"), InlineData("infra", "stacks/stacks.csproj")]
    public async Task With_the_official_SDK_the_program_takes_packages_and_nothing_from_this_repositorys_SDK(string project, params string[] references)
    {
        var items = await Evaluate(project, Official);

        Assert.Equal(references, items.References);
        Assert.All(OfficialPackages, package => Assert.Contains(items.Packages, found => found.StartsWith(package + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task With_the_official_SDK_the_tests_that_users_would_write_remain()
    {
        var items = await Evaluate("tests/Sdk", Official);

        Assert.Empty(items.References);
        Assert.Equal(Sources.Files(".cs").Where(path => path.StartsWith("tests/Sdk/Compatibility/", StringComparison.Ordinal)), items.Sources);
    }

    [Fact]
    public async Task Without_a_choice_the_program_takes_this_repositorys_SDK()
    {
        var items = await Evaluate("components");

        Assert.Equal(["sdk/Pulumi/Pulumi.csproj", .. Providers], items.References);
        Assert.DoesNotContain(items.Packages, package => package.StartsWith("Pulumi", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("components"), InlineData("sdk/Aws"), InlineData("sdk/Kubernetes"), InlineData("sdk/Random")]
    public async Task Another_runtime_takes_the_place_of_ours_and_of_nothing_else(string project)
    {
        var items = await Evaluate(project, $"PulumiCore={Other}");

        var runtime = Path.GetRelativePath(Sources.Root, Other).Replace('\\', '/');
        Assert.Equal(project == "components" ? [runtime, .. Providers] : [runtime], items.References);
    }

    private static async Task<Evaluation> Evaluate(string project, string? property = null) => (await Answers.Value)[(project, property)];
}
