using Platform.Protocol;
using Pulumi;

namespace Platform.Tests.Sdk.Runtime;

/// <summary>Programs that need a certain version of the CLI and do not look at the answer.</summary>
public class VersionRequirementTests
{
    [Fact]
    public async Task Fails_the_program_even_when_nobody_waits_for_the_answer()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnVersion = request => throw new GrpcException(GrpcStatusCode.Unknown, "not " + request.PulumiVersionRange);

        var result = await engine.RunAsync(() => { _ = Deployment.RequirePulumiVersionAsync(">=99.0.0"); });

        Assert.Equal(32, result.ExitCode);
        Assert.Equal("not >=99.0.0", Assert.Single(engine.Errors));
    }

    [Fact]
    public async Task Is_for_programs_only() => await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RequirePulumiVersionAsync(">=3.0.0"));
}
