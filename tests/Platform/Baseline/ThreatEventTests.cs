using Platform.Components.Baseline;
using Platform.Components.Observability;

namespace Platform.Tests.Baseline;

/// <summary>What GuardDuty finds reaches somebody, once for each account.</summary>
public class ThreatEventTests
{
    [Theory, InlineData("critical"), InlineData("high"), InlineData("medium")]
    public async Task What_GuardDuty_finds_calls_by_how_bad_it_is(string severity)
    {
        var plan = await Watched(new() { Region = "eu-west-1" });

        Assert.Equal(
            """{"source":["aws.securityhub"],"detail-type":["Security Hub Findings - Imported"],"detail":{"findings":{"ProductName":["GuardDuty"],"Severity":{"Label":["LABEL"]},"RecordState":["ACTIVE"],"Workflow":{"Status":["NEW"]}}}}"""
                .Replace("LABEL", severity.ToUpperInvariant(), StringComparison.Ordinal),
            plan.Named("EventRule", $"baseline-threat-{severity}")["eventPattern"]);
        var target = plan.Named("EventTarget", $"baseline-threat-{severity}");
        Assert.Equal($"arn:Topic:watch-{severity}", target["arn"]);
        Assert.Contains("Runbook: docs/runbooks/threat-found.md", (string)target["inputTransformer.inputTemplate"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("critical", """[">=",9]"""), InlineData("high", """[">=",7,"<",9]"""), InlineData("medium", """[">=",4,"<",7]""")]
    public async Task Without_a_hub_GuardDuty_tells_by_itself(string severity, string bounds) => Assert.Contains(
        $$"""{"severity":[{"numeric":{{bounds}}}]}""",
        (string)(await Watched(new() { Region = "eu-west-1", Hub = AccountPiece.Skip("one for the organisation") })).Named("EventRule", $"baseline-threat-{severity}")["eventPattern"]!,
        StringComparison.Ordinal);

    [Fact]
    public async Task Who_uses_the_pieces_of_another_stack_leaves_the_calling_to_it() => Assert.Empty((await Watched(new()
    {
        Region = "eu-west-1",
        Hub = AccountPiece.Adopt("prod"),
        Detector = AccountPiece.Adopt("prod"),
    })).Of("EventRule"));

    private static Task<Sandbox> Watched(SecurityBaselineArgs args) => Sandbox.Run(() => new Monitoring("watch", new()
    {
        Watches = [new SecurityBaseline("baseline", args)],
        Region = "eu-west-1",
        Owner = "shop-team",
    }));
}
