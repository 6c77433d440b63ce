using Platform.Engine;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine.Knowledge;

/// <summary>References to other stacks, answered from files.</summary>
public class StackOutputsTests
{
    [Theory]
    [InlineData("acme/network/dev", "vpc-1")]
    [InlineData("network/dev", "vpc-1")]
    [InlineData("dev", null)]
    [InlineData("acme/network/prod", null)]
    public async Task Finds_a_stack_by_every_way_to_name_it(string reference, string? vpc)
    {
        using var files = new Workspace().Write("network.json", Plan("network", "dev"));
        await ScriptedProgram.Plan(
            async program => Assert.Equal(vpc is null ? Bag.Unknown : Bag.ValueOf(Bag.Of(("vpcId", vpc))), await Outputs(program, reference)),
            request => request with { StackOutputs = [files.PathOf("network.json")] });
    }

    [Fact]
    public async Task Takes_a_short_name_for_a_stack_of_the_same_project_and_warns_of_a_file_nobody_needs()
    {
        using var files = new Workspace().Write("other.json", Plan("shop", "other")).Write("idle.json", Plan("idle", "dev"));
        var result = await ScriptedProgram.Plan(
            async program => Assert.Equal(Bag.ValueOf(Bag.Of(("vpcId", "vpc-1"))), await Outputs(program, "other")),
            request => request with { StackOutputs = [files.PathOf("other.json"), files.PathOf("idle.json")] });

        Assert.Equal("--stack-outputs idle.json (idle/dev): the program did not refer to this stack", Assert.Single(result.Graph!.Diagnostics).Message);
    }

    [Fact]
    public async Task Refuses_a_plan_without_them_when_asked_to_be_strict()
    {
        var result = await ScriptedProgram.Plan(program => Outputs(program, "acme/network/dev"), request => request with { Strict = true });

        Assert.Equal(PlanOutcome.Inexact, result.Outcome);
        Assert.StartsWith("the outputs of the stack acme/network/dev are not known offline", result.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "': it is JSON, but none of the files that hold a graph;")]
    [InlineData(null, "', but there is no such file.")]
    public async Task Refuses_a_file_that_is_none(string? content, string reason)
    {
        using var files = new Workspace();
        _ = content is null ? files : files.Write("a.json", content);
        var refusal = await Assert.ThrowsAsync<PlanRequestException>(
            () => ScriptedProgram.Plan(program => program.Stack(), request => request with { StackOutputs = [files.PathOf("a.json")] }));

        Assert.Contains($"'{files.PathOf("a.json")}{reason}", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<Google.Protobuf.WellKnownTypes.Value> Outputs(ProgramClient program, string reference)
    {
        await program.Stack();
        var answer = await program.Call(ResourceMonitorMethods.ReadResource, new ReadResourceRequest
        {
            Type = "pulumi:pulumi:StackReference", Name = reference, Id = reference, Properties = Bag.Of(("name", reference)),
        });
        return answer.Properties.Fields["outputs"];
    }

    private static string Plan(string project, string stack) =>
        $$$"""{"schemaVersion":1,"project":"{{{project}}}","stack":"{{{stack}}}","resources":[],"outputs":{"vpcId":"vpc-1"},"diagnostics":[],"assumptions":[]}""";
}
