using System.Text;
using Platform.Engine;
using Platform.Engine.Launching;
using Platform.Graph;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Engine.Starting;

/// <summary>The whole way: a program on our SDK in a process of its own.</summary>
public class RealProgramTests
{
    [Fact]
    public async Task Plans_a_program_and_the_same_bytes_again()
    {
        var first = await Plan("succeed");
        var second = await Plan("succeed");

        Assert.True(first.Outcome == PlanOutcome.Succeeded, first.Problem);
        Assert.Equal(0, first.ExitCode);
        Assert.Equal(Json(first), Json(second));
        var pet = Assert.Single(first.Graph!.OfType("random:index/randomPet:RandomPet"));
        Assert.Equal($"hello {pet.Id}", first.Graph!.Outputs["greeting"]!.AsText);
        Assert.IsType<SecretValue>(first.Graph.Outputs["password"]);
        var stack = Assert.Single(first.Graph.OfType(ResourceGraph.StackType));
        Assert.Contains(new Placeholder("greeting", pet.Urn, "id", PlaceholderMatch.Exact), stack.Placeholders);
    }

    [Fact]
    public async Task Reports_what_the_program_itself_says_when_it_fails()
    {
        var result = await Plan("fail");

        Assert.Equal((PlanOutcome.ProgramFailed, 32), (result.Outcome, result.ExitCode));
        Assert.Equal("the program reported an error: the probe was told to fail", result.Problem);
    }

    [Fact]
    public async Task Reports_the_words_of_a_program_that_crashes()
    {
        var result = await Plan("crash");

        Assert.Equal(PlanOutcome.ProgramFailed, result.Outcome);
        Assert.Contains("the probe was told to crash", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_a_program_that_never_ends()
    {
        var time = new ManualTime();

        var result = await new PlanRun(Request("hang"), time.After(registrations: 3), null, Launchers.For, time).RunAsync(CancellationToken.None);

        Assert.Equal(PlanOutcome.TimedOut, result.Outcome);
        Assert.Equal(3, result.Graph!.Resources.Length);
    }

    private static Task<PlanResult> Plan(string behaviour) => OfflineEngine.PlanAsync(Request(behaviour));

    private static PlanRequest Request(string behaviour) => new()
    {
        ProjectDirectory = Path.Combine(Sources.Root, "tests", "Probe"),
        Stack = "dev",
        Config = new Dictionary<string, string> { ["behaviour"] = behaviour },
        Build = BuildWish.Never,
    };

    private static string Json(PlanResult result) => Encoding.UTF8.GetString(PlanJson.Write(result.Graph!).Span);
}
