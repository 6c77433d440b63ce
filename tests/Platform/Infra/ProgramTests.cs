using System.Diagnostics;
using Platform.Infra;
using Platform.Stacks;
using Pulumi.Testing;

namespace Platform.Tests.Infra;

public class ProgramTests
{
    [Fact]
    public async Task Started_by_hand_it_says_how_it_is_run()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Environments).Assembly.Location])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PULUMI_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var program = Process.Start(start)!;
        var (error, output) = (await program.StandardError.ReadToEndAsync(), await program.StandardOutput.ReadToEndAsync());
        await program.WaitForExitAsync();

        Assert.Equal((2, ""), (program.ExitCode, output));
        Assert.Equal(EngineCall.HowToRun, error.TrimEnd());
    }

    [Fact]
    public void Hears_from_the_engine_which_stack_it_is_and_what_is_configured()
    {
        var call = EngineCall.From(name => name switch
        {
            "PULUMI_MONITOR" => "127.0.0.1:1",
            "PULUMI_STACK" => "dev",
            "PULUMI_CONFIG" => """{"aws:region":"eu-west-1","platform:network":"{\"zones\":2}"}""",
            "PULUMI_CONFIG_SECRET_KEYS" => """["platform:token"]""",
            _ => null,
        });

        Assert.Equal("dev", call!.Stack);
        Assert.Equal("""{"zones":2}""", call.Config["platform:network"]);
        Assert.Equal(["platform:token"], call.SecretKeys);
    }

    [Theory]
    [InlineData("PULUMI_MONITOR"), InlineData("PULUMI_STACK")]
    public void Without_an_engine_there_is_no_call(string missing) =>
        Assert.Null(EngineCall.From(name => name == missing || name.StartsWith("PULUMI_CONFIG", StringComparison.Ordinal) ? null : "x"));

    [Theory]
    [InlineData("dve", "Pulumi.dve.yaml, 'dve' is not an environment of this program, which has: dev, prod, staging; did you mean 'dev'?")]
    [InlineData("quality", "Pulumi.quality.yaml, 'quality' is not an environment of this program, which has: dev, prod, staging; choose one of those")]
    public async Task Refuses_a_stack_it_does_not_know(string stack, string message)
    {
        var problem = await Assert.ThrowsAnyAsync<Exception>(() => Deployment.TestWithServiceProviderAsync<Stack>(
            new Sandbox(), new Environments(new EngineCall(stack, DevFile.Config, [])), new TestOptions { StackName = stack }));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hands_its_settings_to_the_stack_and_gives_out_what_others_need()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<Stack>(
            new Sandbox(),
            new Environments(new EngineCall("dev", DevFile.Config, [])),
            new TestOptions { ProjectName = "platform", StackName = "dev", IsPreview = false });

        var stack = Assert.Single(resources.OfType<DevStack>());
        string? url = null;
        stack.Url.Apply(value => url = value);
        Assert.Equal("https://dev.shop.example.com", url);
    }
}
