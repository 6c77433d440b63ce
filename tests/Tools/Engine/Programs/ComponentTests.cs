using Platform.Protocol;
using Platform.Tests.Tools.Cli;

namespace Platform.Tests.Tools.Engine.Programs;

/// <summary>Remote components, made by the process that a person names for them.</summary>
public class ComponentTests
{
    [NodeFact]
    public async Task Opens_a_component_with_the_process_that_makes_it()
    {
        var command = $"cd {Path.Combine(TypeScript.Folder, "provider")}; node start.js";
        var graph = await TypeScript.Graph("components", request => request with { Components = new Dictionary<string, string> { ["elsewhere"] = command } });

        var thing = graph.Named("thing");
        Assert.False(thing.Remote);
        var pet = graph.Named("thing-pet");
        Assert.Equal(thing.Urn, pet.Parent);
        Assert.Equal($"machine {graph.Named("web-a-pet").Id}", pet.Inputs["prefix"]!.AsText);
        Assert.Equal(["web-a-pet", "web-b-pet"], pet.Sources("prefix"));
        Assert.Equal($"https://{pet.Id}.example.com", graph.Outputs["address"]!.AsText);
        Assert.Equal(graph.Outputs["address"], graph.Named("last").Inputs["keepers"]!["address"]);
    }

    [UnixTheory]
    [InlineData("echo 'no such thing' >&2; exit 3", "the process for components of 'elsewhere' ended, it said: no such thing")]
    [InlineData("true", "the process for components of 'elsewhere' ended without a word")]
    public async Task Reports_a_process_that_makes_nothing(string command, string words)
    {
        await ScriptedProgram.Plan(
            async program =>
            {
                await program.Stack();
                var refusal = await Assert.ThrowsAsync<GrpcException>(() => program.Component("elsewhere:index:Thing", "thing", request => request.Remote = true));
                Assert.Contains(words, refusal.Detail, StringComparison.Ordinal);
            },
            request => request with { Components = new Dictionary<string, string> { ["elsewhere"] = command } });
    }
}
