using Platform.Engine;
using Platform.Engine.Launching;
using Platform.Tests.Tools.Cli;

namespace Platform.Tests.Tools.Engine.Starting;

public class LauncherTests
{
    [Theory]
    [InlineData("runtime: python", "runtime 'python' is not supported by the offline engine; it runs dotnet and nodejs programs")]
    [InlineData("description: none", "names no runtime")]
    [InlineData("runtime: dotnet\nmain: src", "main is 'src', but there is no")]
    public async Task Refuses_a_program_it_cannot_run(string project, string reason)
    {
        using var workspace = new Workspace($"name: shop\n{project}\n");

        Assert.Contains(reason, (await Assert.ThrowsAsync<PlanRequestException>(() => Plan(workspace))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_directory_without_a_project_or_with_two()
    {
        using var workspace = new Workspace();
        Assert.Contains("there is no .NET project", (await Assert.ThrowsAsync<PlanRequestException>(() => Plan(workspace))).Message, StringComparison.Ordinal);

        workspace.Write("a.csproj", "<Project/>").Write("b.csproj", "<Project/>");
        Assert.EndsWith("name one as 'main' in Pulumi.yaml: a.csproj, b.csproj", (await Assert.ThrowsAsync<PlanRequestException>(() => Plan(workspace))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_to_build_what_must_not_be_built_now()
    {
        using var workspace = new Workspace().Write("shop.csproj", "<Project/>");
        var result = await Plan(workspace, request => request with { Build = BuildWish.Never });

        Assert.Equal(PlanOutcome.BuildFailed, result.Outcome);
        Assert.Null(result.Graph);
        Assert.EndsWith($"has no build; build it with: dotnet build {workspace.PathOf("shop.csproj")}", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_a_build_that_fails()
    {
        using var workspace = new Workspace().Write("shop.csproj", "<Project DefaultTargets=\"Build\"><Target Name=\"Restore\" /><Target Name=\"Build\"><Error Code=\"SHOP1\" Text=\"nothing to sell\" /></Target></Project>");
        var result = await Plan(workspace);

        Assert.Equal(PlanOutcome.BuildFailed, result.Outcome);
        Assert.StartsWith("shop.csproj does not build:", result.Problem, StringComparison.Ordinal);
        Assert.Contains("error SHOP1: nothing to sell", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Misses_a_named_binary()
    {
        using var workspace = new Workspace("name: shop\nruntime: { name: dotnet, options: { binary: bin/shop } }\n");
        var result = await Plan(workspace);

        Assert.Equal(PlanOutcome.BuildFailed, result.Outcome);
        Assert.Contains("runtime.options.binary is 'bin/shop'", result.Problem, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Starts_a_binary_with_the_variables_of_a_language_host_and_without_the_persons_secrets()
    {
        using var workspace = Binary("env | sort; pwd; exit 3");
        var result = await Plan(workspace, request => request with { Config = new Dictionary<string, string> { ["size"] = "small" } });

        Assert.Equal((PlanOutcome.ProgramFailed, 3), (result.Outcome, result.ExitCode));
        Assert.Contains("PULUMI_PROJECT=shop", result.ProgramOutput);
        Assert.Contains("PULUMI_STACK=dev", result.ProgramOutput);
        Assert.Contains("PULUMI_DRY_RUN=true", result.ProgramOutput);
        Assert.Contains("PULUMI_CONFIG={\"shop:size\":\"small\"}", result.ProgramOutput);
        Assert.Contains($"PULUMI_ROOT_DIRECTORY={workspace.Root}", result.ProgramOutput);
        Assert.Contains(result.ProgramOutput, line => line.EndsWith(Path.GetFileName(workspace.Root), StringComparison.Ordinal));
        Assert.DoesNotContain(result.ProgramOutput, line => line.StartsWith("PULUMI_CONFIG_PASSPHRASE=", StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task Names_the_exit_code_and_the_words_of_a_program_that_crashes()
    {
        using var workspace = Binary("echo 'Unhandled exception. Boom' >&2; kill -ABRT $$");
        var result = await Plan(workspace);

        Assert.Equal(PlanOutcome.ProgramFailed, result.Outcome);
        Assert.Equal(134, result.ExitCode);
        Assert.EndsWith("Unhandled exception. Boom", result.Problem, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Stops_a_program_that_hangs()
    {
        using var files = new Workspace();
        using var workspace = Binary($"echo waiting; touch {files.PathOf("ready")}; sleep 600");
        var time = new ManualTime();
        var plan = new PlanRun(new PlanRequest { ProjectDirectory = workspace.Root, Stack = "dev" }, null, null, Launchers.For, time).RunAsync(CancellationToken.None);
        await files.Has("ready");
        time.Expire();
        var result = await plan;

        Assert.Equal(PlanOutcome.TimedOut, result.Outcome);
        Assert.Contains("waiting", result.ProgramOutput);
    }

    private static Workspace Binary(string script)
    {
        var workspace = new Workspace("name: shop\nruntime: { name: dotnet, options: { binary: shop } }\n").Write("shop", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(workspace.PathOf("shop"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return workspace;
    }

    private static Task<PlanResult> Plan(Workspace workspace, Func<PlanRequest, PlanRequest>? change = null)
    {
        var request = new PlanRequest { ProjectDirectory = workspace.Root, Stack = "dev" };
        return OfflineEngine.PlanAsync(change?.Invoke(request) ?? request);
    }
}
