using System.Text;
using Moq;
using Platform.Cli;
using Platform.Cli.Commands;
using Platform.Cli.Doctor;
using Platform.Cli.Render;

namespace Platform.Tests.Tools.Cli;

public sealed class DoctorTests : IDisposable
{
    private readonly string _project = Directory.CreateTempSubdirectory("platform-doctor-").FullName;
    private readonly Mock<IProcessRunner> _processes = new();
    private readonly HashSet<string> _variables = [];
    private readonly HashSet<string> _homeFiles = [];

    public void Dispose() => Directory.Delete(_project, recursive: true);

    [Fact]
    public async Task Is_content_with_the_sdk_alone()
    {
        Answers("dotnet", 0, "10.0.401");

        var (exitCode, text) = await ExamineAsync();

        Assert.Equal(ExitCode.Fine, exitCode);
        Assert.Matches(@"\nok +\.NET SDK +10\.0\.401 ", text);
        Assert.Matches(@"\noptional +Pulumi +- +deploys; planning does without it\. Get it: https://", text);
        Assert.EndsWith("\nEverything that planning needs is here.\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null), InlineData(155)]
    public async Task Misses_an_sdk_that_is_not_there_or_does_not_fit_global_json(int? exitCode)
    {
        await File.WriteAllTextAsync(Path.Combine(_project, "global.json"), """{ "sdk": { "version": "10.0.100" } }""");
        if (exitCode is { } code)
        {
            Answers("dotnet", code, "The command could not be loaded");
        }

        var (ended, text) = await ExamineAsync();

        Assert.Equal(ExitCode.Findings, ended);
        Assert.Matches(@"\nmissing +\.NET SDK +- +builds and runs everything; global\.json asks for 10\.0\.100\. Get it: https://dot\.net", text);
        Assert.EndsWith("\nPlanning is not possible without: .NET SDK.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_the_sdk_in_the_folder_of_the_project()
    {
        await ExamineAsync();

        _processes.Verify(
            runner => runner.AskAsync(
                "dotnet", It.Is<IReadOnlyList<string>>(arguments => arguments.Single() == "--version"), _project, It.IsAny<CancellationToken>()),
            Times.Once);
    }

    [Theory]
    [InlineData("git", "git version 2.43.0 (Apple Git-146)", "git", "2.43.0")]
    [InlineData("node", "v22.11.0", "Node.js", "22.11.0")]
    [InlineData("pulumi", "v3.259.0", "Pulumi", "3.259.0")]
    public async Task Finds_the_version_in_what_a_tool_says(string program, string answer, string tool, string version)
    {
        Answers("dotnet", 0, "10.0.401");
        Answers(program, 0, answer);

        Assert.Matches($@"\nok +{tool} +{version.Replace(".", "\\.", StringComparison.Ordinal)} ", (await ExamineAsync()).Text);
    }

    [Fact]
    public async Task Does_not_count_a_tool_that_fails_or_never_answers()
    {
        Answers("dotnet", 0, "10.0.401");
        Answers("git", 1, "git version 2.43.0");
        Answers("node", null, "");

        var (_, text) = await ExamineAsync();

        Assert.Matches(@"\noptional +git +-", text);
        Assert.Matches(@"\noptional +Node\.js +-", text);
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY", "", "keys in the environment")]
    [InlineData("AWS_ACCESS_KEY_ID", "", null)]
    [InlineData("AWS_PROFILE", "", "AWS_PROFILE")]
    [InlineData("AWS_WEB_IDENTITY_TOKEN_FILE", "", "web identity")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_FULL_URI", "", "container role")]
    [InlineData("", "credentials", "~/.aws/credentials")]
    [InlineData("", "config", "~/.aws/config")]
    public async Task Tells_where_credentials_would_come_from(string variables, string file, string? found)
    {
        _variables.UnionWith(variables.Split(' '));
        _homeFiles.Add(Path.Combine(".aws", file));

        var (_, text) = await ExamineAsync();

        Assert.Matches(found is null ? @"\noptional +AWS credentials +-" : $@"\nok +AWS credentials +{found} ", text);
    }

    [Theory]
    [InlineData(80), InlineData(160)]
    public void Draws_a_table_that_fits(int width)
    {
        CheckUp[] checkUps =
        [
            new(".NET SDK", null, true, "builds and runs everything; global.json asks for 10.0.100", "https://dot.net/download"),
            new("git", "2.43.0", false, "Pulumi records the commit of each deployment", "https://git-scm.com/downloads"),
            new("Pulumi", null, false, "deploys; planning does without it", "https://www.pulumi.com/docs/install"),
        ];

        var text = DoctorText.Of(checkUps, new TextLayout(width, Colour: false));

        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, width));
        Golden.Matches($"doctor-{width}.txt", text);
    }

    private void Answers(string program, int? exitCode, string line) => _processes
        .Setup(runner => runner.AskAsync(program, It.IsAny<IReadOnlyList<string>>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(new ProcessAnswer(exitCode, line));

    private async Task<(ExitCode ExitCode, string Text)> ExamineAsync()
    {
        using var data = new MemoryStream();
        using var messages = new StringWriter();
        using var signals = new Interruption();
        var terminal = new Terminal(data, messages) { Data = TextLayout.Plain, Messages = TextLayout.Plain };
        var doctor = new MachineDoctor(_processes.Object, new Machine(_variables.Contains, _homeFiles.Contains), _project);
        var exitCode = await new CommandLine(terminal, [new DoctorCommand(terminal, doctor)]).RunAsync(["doctor"], signals);
        Assert.Empty(messages.ToString());
        return (exitCode, Encoding.UTF8.GetString(data.ToArray()));
    }
}
