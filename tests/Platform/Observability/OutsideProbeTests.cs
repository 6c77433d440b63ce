using System.Text.Json;
using Platform.Components.Observability.Probes;
using Platform.Components.Observability.Signals;
using Platform.Tests.Identity;
using Platform.Tests.Stacks;

namespace Platform.Tests.Observability;

public class OutsideProbeTests
{
    private const string KeyArn = "arn:aws:kms:eu-west-1:123456789012:key/logs";

    private static readonly string[] Two = ["eu-central-1", "eu-west-1"];

    [Fact]
    public async Task Asks_every_minute_and_reports_to_the_region_that_pages()
    {
        var plan = await Sandbox.Run(() => Probe("eu-central-1", "eu-west-1", Two));

        var canary = plan.Only("Canary");
        Assert.Equal(("rate(1 minute)", "probe.handler"), (canary["schedule.expression"], canary["handler"]));
        Assert.Equal(("eu-central-1", "eu-west-1"), (canary["runConfig.environmentVariables.FROM"], canary["runConfig.environmentVariables.HOME_REGION"]));
        Assert.InRange(((string)canary["name"]!).Length, 1, 21);
    }

    [Fact]
    public async Task Only_the_probe_at_home_tells_and_does_so_for_all()
    {
        IReadOnlyList<Signal> home = [], other = [];
        await Sandbox.Run(() => home = Probe("eu-west-1", "eu-west-1", Two).Signals);
        await Sandbox.Run(() => other = Probe("eu-central-1", "eu-west-1", Two).Signals);

        Assert.Empty(other);
        var down = home.Single(signal => signal.Key == "unreachable");
        Assert.Equal((Severity.Critical, MissingData.Bad), (down.Severity, down.Evaluation.Missing));
        Assert.Equal("MAX([u1, u2])", Assert.IsType<Formula>(down.Measure).Expression);
        Assert.Equal(Severity.Medium, home.Single(signal => signal.Key == "unreachable-from-somewhere").Severity);
    }

    [Fact]
    public async Task May_leave_what_it_saw_and_report_and_do_nothing_else()
    {
        var plan = await Sandbox.Run(() => Probe("eu-west-1", "eu-west-1", ["eu-west-1"]));

        Assert.Empty(IamActions.Unknown(plan));
        Assert.Empty(IamActions.Boundless(plan));
        Assert.All(
            IamActions.Statements(plan).Select(entry => entry.Statement).Where(right => right.TryGetProperty("Condition", out _) && right.GetProperty("Action").ToString().Contains("PutMetricData", StringComparison.Ordinal)),
            right => Assert.True(right.GetProperty("Condition").GetProperty("StringEquals").TryGetProperty("cloudwatch:namespace", out JsonElement _)));
    }

    [Fact]
    public async Task Encrypts_what_it_saw_with_the_key_it_is_given()
    {
        var plan = await Sandbox.Run(() => Probe("eu-west-1", "eu-west-1", ["eu-west-1"]));

        var canary = plan.Only("Canary");
        Assert.Equal(("SSE_KMS", KeyArn), (canary["artifactConfig.s3Encryption.encryptionMode"], canary["artifactConfig.s3Encryption.kmsKeyArn"]));
        Assert.Contains(IamActions.Statements(plan), entry => entry.Statement.ToString().Contains(KeyArn, StringComparison.Ordinal) && entry.Statement.ToString().Contains("kms:GenerateDataKey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refuses_to_report_where_nobody_listens() => Assert.Contains(
        "OutsideProbe 'probe': regions is eu-west-1, but must name from (eu-central-1) and homeRegion (eu-west-1).",
        await Sandbox.Refusal(() => Probe("eu-central-1", "eu-west-1", ["eu-west-1"])), StringComparison.Ordinal);

    [Fact]
    public async Task Prod_is_asked_for_from_outside_and_an_environment_that_rests_is_not()
    {
        Assert.NotEmpty((await RealStack.Run("prod")).Of("Canary"));
        Assert.Empty((await RealStack.Run("staging")).Of("Canary"));
        Assert.Empty((await RealStack.Run("dev")).Of("Canary"));
    }

    private static OutsideProbe Probe(string from, string home, IReadOnlyList<string> regions) => new(
        "probe", new() { Url = "https://shop.example.com/", From = from, HomeRegion = home, Regions = regions, KeyArn = KeyArn });
}
