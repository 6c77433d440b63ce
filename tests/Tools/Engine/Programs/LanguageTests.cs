using Platform.Engine;
using Platform.Engine.Launching;
using Platform.Graph;

namespace Platform.Tests.Tools.Engine.Programs;

/// <summary>What is special about Node.js: its two kinds of modules, and its ways to fail.</summary>
public class LanguageTests
{
    [NodeFact]
    public async Task Runs_an_ES_module_that_waits_and_brings_its_own_provider()
    {
        var graph = await TypeScript.Graph("dynamic");

        Assert.Equal("dynamic/main.ts", graph.Outputs["directory"]!.AsText);
        Assert.Equal(["first-pet", "second-pet"], graph.OfType("random:index/randomPet:RandomPet").Select(pet => pet.Name));
        var count = Assert.Single(graph.OfType("pulumi-nodejs:dynamic:Resource"));
        Assert.Equal(41, Assert.IsType<NumberValue>(count.Inputs["start"]).Number);
        Assert.Contains("counter-", count.Inputs["__provider"]!.AsText, StringComparison.Ordinal);
        Assert.IsType<UnknownValue>(graph.Outputs["next"]);
    }

    [NodeFact]
    public async Task Runs_JavaScript_in_the_folder_of_its_file_and_the_same_bytes_again()
    {
        var graph = await TypeScript.Graph("plain");

        Assert.Equal("src", graph.Outputs["directory"]!.AsText);
        Assert.Equal(graph.Named("pet").Id, graph.Outputs["pet"]!.AsText);
        Assert.Equal(new Diagnostic(Severity.Info, "hello from JavaScript"), Assert.Single(graph.Diagnostics));
        var again = await TypeScript.Graph("plain");
        Assert.True(PlanJson.Write(graph).Span.SequenceEqual(PlanJson.Write(again).Span));
    }

    [NodeFact]
    public async Task Reports_a_missing_setting_in_the_programs_own_words()
    {
        var result = await TypeScript.Plan("settings");

        Assert.Equal((PlanOutcome.ProgramFailed, 32), (result.Outcome, result.ExitCode));
        Assert.Contains("Missing required configuration variable 'settings:behaviour'", Assert.Single(Errors(result)), StringComparison.Ordinal);
    }

    [NodeTheory]
    [InlineData("throw", 32, "Error: told to throw")]
    [InlineData("reject", 32, "Error: error serializing property \"prefix\": told to reject")]
    [InlineData("refuse", 32, "told to refuse")]
    [InlineData("exit", 7, "the program ended with exit code 7")]
    [InlineData("grow", 134, "the program needs more memory than it may have")]
    public async Task Tells_how_a_program_failed_and_keeps_what_it_registered(string behaviour, int exitCode, string words)
    {
        var result = await OfflineEngine.PlanAsync(Behaving(behaviour));

        Assert.Equal((PlanOutcome.ProgramFailed, exitCode), (result.Outcome, result.ExitCode));
        Assert.Contains(words, result.Problem + string.Concat(Errors(result)), StringComparison.Ordinal);
        Assert.Contains(result.Graph!.Resources, resource => resource.Name is "before" or "settings-dev");
    }

    [NodeFact]
    public async Task Stops_a_program_that_never_ends()
    {
        var time = new ManualTime();

        var result = await new PlanRun(Behaving("hang"), time.After(registrations: 2), null, Launchers.For, time).RunAsync(CancellationToken.None);

        Assert.Equal(PlanOutcome.TimedOut, result.Outcome);
        Assert.Contains("still here", result.ProgramOutput);
        Assert.Single(result.Graph!.OfType("random:index/randomPet:RandomPet"));
    }

    private static PlanRequest Behaving(string behaviour) =>
        TypeScript.Request("settings") with { Config = new Dictionary<string, string> { ["behaviour"] = behaviour } };

    private static IEnumerable<string> Errors(PlanResult result) =>
        result.Graph!.Diagnostics.Where(said => said.Severity == Severity.Error).Select(said => said.Message);
}
