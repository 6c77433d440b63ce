using System.Diagnostics;
using System.Text.Json;

namespace Platform.Tests.Tools.Repository;

/// <summary>One property decides which Pulumi SDK the program is compiled against, as MSBuild itself understands the projects.</summary>
public class SdkChoiceTests
{
    private const string Official = "-p:PulumiSdk=nuget";

    private static readonly string[] OfficialPackages = ["Pulumi 3", "Pulumi.Aws 7.48", "Pulumi.Kubernetes 4.34", "Pulumi.Random 4.21"];

    private static readonly string[] Providers = ["sdk/Aws/Aws.csproj", "sdk/Kubernetes/Kubernetes.csproj", "sdk/Random/Random.csproj"];

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
        var other = Path.Combine(Path.GetTempPath(), "Other", "Runtime.csproj");

        var items = await Evaluate(project, $"-p:PulumiCore={other}");

        var runtime = Path.GetRelativePath(Sources.Root, other).Replace('\\', '/');
        Assert.Equal(project == "components" ? [runtime, .. Providers] : [runtime], items.References);
    }

    /// <summary>What MSBuild makes of a project with some properties set.</summary>
    private static async Task<Evaluation> Evaluate(string project, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Sources.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "msbuild", project, "-getItem:PackageReference,PackageVersion,ProjectReference,Compile" },
        };
        foreach (var property in properties)
        {
            start.ArgumentList.Add(property);
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, $"dotnet msbuild {project} ended with {process.ExitCode}:\n{output}{await errors}");
            return new(JsonElement.Parse(output).GetProperty("Items"));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private sealed class Evaluation(JsonElement items)
    {
        /// <summary>The projects that are referred to, relative to the repository.</summary>
        public IEnumerable<string> References => Paths("ProjectReference");

        /// <summary>The hand-written files that are compiled, relative to the repository.</summary>
        public IEnumerable<string> Sources => Paths("Compile").Order(StringComparer.Ordinal);

        /// <summary>The packages that are referred to, each with the version that is decided for it.</summary>
        public IEnumerable<string> Packages
        {
            get
            {
                var versions = items.GetProperty("PackageVersion").EnumerateArray()
                    .ToDictionary(version => Text(version, "Identity"), version => Text(version, "Version"));
                return items.GetProperty("PackageReference").EnumerateArray()
                    .Select(package => Text(package, "Identity"))
                    .Select(name => $"{name} {versions.GetValueOrDefault(name, "without a version")}");
            }
        }

        private IEnumerable<string> Paths(string kind) => items.GetProperty(kind).EnumerateArray()
            .Select(item => Path.GetRelativePath(Repository.Sources.Root, Text(item, "FullPath")).Replace('\\', '/'));

        private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
    }
}
