using Platform.Engine;

namespace Platform.Tests.Tools.Engine.Starting;

/// <summary>What somebody gets wrong who plans a program for the first time, and what is said then.</summary>
public class FirstMistakeTests
{
    [Fact]
    public async Task Does_not_plan_the_project_above_a_folder_that_is_not_there()
    {
        using var workspace = new Workspace();

        var missing = await Refusal(workspace.PathOf("shpo"));
        Assert.Equal($"there is no folder {workspace.PathOf("shpo")}; name the folder of a Pulumi project, where its Pulumi.yaml is", missing);

        var file = await Refusal(workspace.PathOf("Pulumi.yaml"));
        Assert.Equal($"{workspace.PathOf("Pulumi.yaml")} is a file; name the folder of the Pulumi project, where its Pulumi.yaml is", file);
    }

    [Theory]
    [InlineData("name: [\nruntime")]
    [InlineData("name: {a")]
    [InlineData("name: \"shop")]
    [InlineData("name: &a *a")]
    public async Task Says_that_a_project_file_is_no_YAML(string text)
    {
        using var workspace = new Workspace(text);

        var message = await Refusal(workspace.Root);

        Assert.Contains("not valid YAML", message, StringComparison.Ordinal);
        Assert.Contains(workspace.PathOf("Pulumi.yaml"), message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dotnett", "did you mean 'dotnet'?")]
    [InlineData("node", "did you mean 'nodejs'?")]
    [InlineData("python", "it runs dotnet and nodejs programs (C#, TypeScript, JavaScript)")]
    [InlineData("yaml", "it runs dotnet and nodejs programs (C#, TypeScript, JavaScript)")]
    public async Task Names_the_runtimes_it_knows(string runtime, string wayOut)
    {
        using var workspace = new Workspace($"name: shop\nruntime: {runtime}\n");

        Assert.Equal($"Pulumi.yaml: runtime '{runtime}' is not supported by the offline engine; {wayOut}", await Refusal(workspace.Root));
    }

    [Theory]
    [InlineData(137, "it was killed, SIGKILL"), InlineData(139, "it crashed, SIGSEGV"), InlineData(143, "it was told to end, SIGTERM")]
    public async Task Says_which_signal_ended_a_program(int exitCode, string words)
    {
        var result = await ScriptedProgram.Plan(_ => Task.FromResult(exitCode));

        Assert.Contains($"exit code {exitCode} ({words}", result.Problem, StringComparison.Ordinal);
    }

    private static async Task<string> Refusal(string directory) =>
        (await Assert.ThrowsAsync<PlanRequestException>(() => OfflineEngine.PlanAsync(new PlanRequest { ProjectDirectory = directory, Stack = "dev" }))).Message;
}
