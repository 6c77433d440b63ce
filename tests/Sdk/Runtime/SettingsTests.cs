using Pulumi;

namespace Platform.Tests.Sdk.Runtime;

/// <summary>What the language host's variables mean.</summary>
public class SettingsTests
{
    private static readonly Dictionary<string, string> Complete = new()
    {
        ["PULUMI_MONITOR"] = "127.0.0.1:1",
        ["PULUMI_ENGINE"] = "127.0.0.1:2",
        ["PULUMI_PROJECT"] = "project",
        ["PULUMI_STACK"] = "dev",
        ["PULUMI_DRY_RUN"] = "true",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = "16",
    };

    [Fact]
    public void Takes_what_is_given()
    {
        var settings = Read(new()
        {
            ["PULUMI_ORGANIZATION"] = "org",
            ["PULUMI_ROOT_DIRECTORY"] = "/src",
            ["TRACEPARENT"] = "00-abc",
            ["PULUMI_ATTACH_DEBUGGER"] = "true",
            ["PULUMI_DISABLE_RESOURCE_REFERENCES"] = "1",
            ["PULUMI_CONFIG"] = """{"project:a":"1"}""",
            ["PULUMI_CONFIG_SECRET_KEYS"] = """["project:a"]""",
        });

        Assert.Equal(("127.0.0.1:1", "127.0.0.1:2", "project", "dev", "org", "/src"), (settings.Monitor, settings.Engine, settings.Project, settings.Stack, settings.Organization, settings.RootDirectory));
        Assert.Equal((true, true, false, "00-abc"), (settings.IsDryRun, settings.AttachDebugger, settings.AcceptResources, settings.TraceParent));
        Assert.True(settings.Config.IsSecret("project:a"));
    }

    [Fact]
    public void Does_without_what_may_be_left_out()
    {
        var settings = Read([]);

        Assert.Equal(("organization", null, null), (settings.Organization, settings.RootDirectory, settings.TraceParent));
        Assert.Equal((false, true), (settings.AttachDebugger, settings.AcceptResources));
    }

    [Theory]
    [InlineData("PULUMI_MONITOR", "")]
    [InlineData("PULUMI_MONITOR", null)]
    [InlineData("PULUMI_ENGINE", null)]
    [InlineData("PULUMI_PROJECT", null)]
    [InlineData("PULUMI_STACK", null)]
    [InlineData("PULUMI_DRY_RUN", null)]
    [InlineData("PULUMI_DRY_RUN", "1")]
    [InlineData("PULUMI_QUERY_MODE", "maybe")]
    [InlineData("PULUMI_PARALLEL", "many")]
    public void Refuses_to_run_without_an_engine(string variable, string? value) => Assert.Equal(
        "Program run without the Pulumi engine available; re-run using the `pulumi` CLI",
        Assert.Throws<InvalidOperationException>(() => Read(new() { [variable] = value })).Message);

    [Fact]
    public async Task Sends_no_references_if_told_so()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => new Duck("donald"), engine.NewSettings() with { AcceptResources = false });

        Assert.All(engine.Registrations, request => Assert.False(request.AcceptResources));
    }

    private static RunSettings Read(Dictionary<string, string?> changes) =>
        RunSettings.Read(name => changes.TryGetValue(name, out var changed) ? changed : Complete.GetValueOrDefault(name));
}
