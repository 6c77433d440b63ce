using System.Diagnostics;
using System.Xml.Linq;

namespace Platform.Tests.Tools.Repository;

/// <summary>What MSBuild makes of projects with some properties set: all questions in one process, as each of its own would take a second or two.</summary>
internal static class Evaluations
{
    /// <summary>Runs in each project after its own targets, and tells its items as <c>question|kind|first|second</c>.</summary>
    private const string Teller =
        """
        <Project>
          <Target Name="Tell" Returns="@(Told)">
            <ItemGroup>
              <Told Include="@(ProjectReference->'$(Question)|ProjectReference|%(FullPath)|')" />
              <Told Include="@(Compile->'$(Question)|Compile|%(FullPath)|')" />
              <Told Include="@(PackageReference->'$(Question)|PackageReference|%(Identity)|')" />
              <Told Include="@(PackageVersion->'$(Question)|PackageVersion|%(Identity)|%(Version)')" />
            </ItemGroup>
          </Target>
        </Project>
        """;

    /// <summary>Asks about projects of the repository, each with properties as <c>Name=value</c>.</summary>
    public static async Task<IReadOnlyDictionary<(string Project, string? Property), Evaluation>> Of(IReadOnlyList<(string Project, string? Property)> questions)
    {
        var folder = Directory.CreateTempSubdirectory("evaluations-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "tell.targets"), Teller);
            var asker = Path.Combine(folder, "ask.proj");
            await File.WriteAllTextAsync(asker, Asker(questions, folder).ToString());
            await Run(asker);
            var told = (await File.ReadAllLinesAsync(Path.Combine(folder, "answers"))).Select(line => line.Split('|')).ToLookup(line => line[0]);
            return Enumerable.Range(0, questions.Count).ToDictionary(number => questions[number], number => new Evaluation([.. told[$"{number}"]]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static XElement Asker(IReadOnlyList<(string Project, string? Property)> questions, string folder) => new(
        "Project",
        new XElement("Target", new XAttribute("Name", "Ask"), questions.Select((question, number) => new XElement(
            "MSBuild",
            new XAttribute("Projects", Directory.GetFiles(Path.Combine(Sources.Root, question.Project), "*.csproj").Single()),
            new XAttribute("Targets", "Tell"),
            new XAttribute("Properties", $"CustomAfterMicrosoftCommonTargets={Path.Combine(folder, "tell.targets")};Question={number};{question.Property}"),
            new XElement("Output", new XAttribute("TaskParameter", "TargetOutputs"), new XAttribute("ItemName", "Answer"))))
            .Append(new("WriteLinesToFile", new XAttribute("File", Path.Combine(folder, "answers")), new XAttribute("Lines", "@(Answer)")))));

    private static async Task Run(string project)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, "-target:Ask", "-nologo", "-nodeReuse:false"])
        {
            WorkingDirectory = Sources.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, $"dotnet msbuild ended with {process.ExitCode}:\n{output}{await errors}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}

/// <summary>The items of one project.</summary>
internal sealed class Evaluation(IReadOnlyList<string[]> told)
{
    /// <summary>The projects that are referred to, relative to the repository.</summary>
    public IEnumerable<string> References => Paths("ProjectReference");

    /// <summary>The hand-written files that are compiled, relative to the repository.</summary>
    public IEnumerable<string> Sources => Paths("Compile").Where(path => !path.StartsWith("../", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The packages that are referred to, each with the version that is decided for it.</summary>
    public IEnumerable<string> Packages
    {
        get
        {
            var versions = Of("PackageVersion").ToDictionary(line => line[2], line => line[3]);
            return Of("PackageReference").Select(line => $"{line[2]} {versions.GetValueOrDefault(line[2], "without a version")}");
        }
    }

    private IEnumerable<string[]> Of(string kind) => told.Where(line => line[1] == kind);

    private IEnumerable<string> Paths(string kind) => Of(kind).Select(line => Path.GetRelativePath(Repository.Sources.Root, line[2]).Replace('\\', '/'));
}
