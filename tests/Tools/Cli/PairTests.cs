using System.Text;
using Platform.Cli;
using Platform.Cli.Baselines;
using Platform.Cli.Commands;
using Platform.Cli.Doctor;
using Platform.Cli.Render;
using Platform.Engine;
using Platform.Tests.Tools.Engine;
using Platform.Tests.Tools.Repository;
using Moq;

namespace Platform.Tests.Tools.Cli;

/// <summary>
/// Changes that every team makes: a program (<c>tests/Probe/ShopProgram.cs</c>) is planned, changed by one setting, and compared by
/// <c>./platform diff</c>, as a reviewer does it. The golden texts hold the verdict, the reason and the blast radius.
/// </summary>
public sealed class PairTests : IClassFixture<PairTests.Deployed>
{
    private readonly Deployed _deployed;

    public PairTests(Deployed deployed) => _deployed = deployed;

    [Theory]
    [InlineData("tag", "nothing", "team=payments")]
    [InlineData("instance-class", "nothing", "instanceClass=db.t4g.large")]
    [InlineData("engine-version", "nothing", "engineVersion=17.5")]
    [InlineData("subnet-cidr", "nothing", "cidr=10.0.2.0/24")]
    [InlineData("encryption", "data", "encrypted=true")]
    [InlineData("group-description", "nothing", "description=the orders database")]
    [InlineData("node-group-size", "nothing", "nodes=3")]
    [InlineData("rename-with-alias", "nothing", "bucket=uploads", "alias=files")]
    [InlineData("rename-without-alias", "data", "bucket=uploads")]
    [InlineData("region", "data", "aws:region=eu-central-1")]
    public async Task Tells_what_a_change_does(string pair, string lost, params string[] settings)
    {
        // What was not encrypted is the one that was deployed with another setting.
        var before = await _deployed.PlanAsync(pair == "encryption" ? ["encrypted=false"] : []);

        var run = await Run("diff", ["--against", before, "--fail-on", "replace-stateful"], settings);

        Golden.Matches($"pair-{pair}.txt", run.Data.Replace(before, "before.json", StringComparison.Ordinal));
        Assert.Equal((lost == "data" ? ExitCode.Findings : ExitCode.Fine, ""), (run.ExitCode, run.Messages));
    }

    [Fact]
    public async Task Tells_that_nothing_changes_when_nothing_does()
    {
        var run = await Run("diff", ["--against", await _deployed.PlanAsync([]), "--fail-on", "change"], []);

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.EndsWith("No change.\n", run.Data, StringComparison.Ordinal);
    }

    private static async Task<(ExitCode ExitCode, string Data, string Messages)> Run(string command, string[] arguments, string[] settings)
    {
        using var data = new MemoryStream();
        using var messages = new StringWriter { NewLine = "\n" };
        using var signals = new Interruption();
        var terminal = new Terminal(data, messages) { Data = TextLayout.Plain, Messages = TextLayout.Plain };
        var commands = new CommandLine(terminal,
        [
            new PlanCommand(terminal, CliRun.Project, OfflineEngine.PlanAsync),
            new DiffCommand(terminal, CliRun.Project, OfflineEngine.PlanAsync, new GitRevisions(Mock.Of<IProcessRunner>(), "/nowhere")),
        ]);
        string[] config = ["behaviour=shop", "aws:allowedAccountIds=[\"123456789012\"]", .. settings];
        config = config.Any(setting => setting.StartsWith("aws:region=", StringComparison.Ordinal)) ? config : [.. config, "aws:region=eu-west-1"];
        var probe = Path.Combine(Sources.Root, "tests", "Probe");
        var exitCode = await commands.RunAsync([command, "dev", "--program", probe, "--no-build", .. config.SelectMany(setting => new[] { "--config", setting }), .. arguments], signals);
        return (exitCode, Encoding.UTF8.GetString(data.ToArray()), messages.ToString());
    }

    /// <summary>What is there before the change: each plan is made once and saved.</summary>
    public sealed class Deployed : IDisposable
    {
        private readonly Workspace _workspace = new();

        public void Dispose() => _workspace.Dispose();

        public async Task<string> PlanAsync(string[] settings)
        {
            var path = _workspace.PathOf($"before{settings.Length}.json");
            if (!File.Exists(path))
            {
                var run = await Run("plan", ["--format", "json"], settings);
                Assert.Equal((ExitCode.Fine, ""), (run.ExitCode, run.Messages));
                await File.WriteAllTextAsync(path, run.Data);
            }

            return path;
        }
    }
}
