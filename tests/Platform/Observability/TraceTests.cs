using System.Text.Json;
using Platform.Components.Compute;
using Platform.Components.Observability.Kubernetes;
using Platform.Components.Observability.Traces;
using Platform.Infra;
using Platform.Infra.Settings;

using Platform.Tests.Identity;
using Platform.Tests.Infra;
using Platform.Tests.Stacks;

namespace Platform.Tests.Observability;

public class TraceTests
{
    private const string Image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/adot@sha256:0000000000000000000000000000000000000000000000000000000000000000";

    [Theory, InlineData("staging"), InlineData("prod")]
    public async Task The_collector_of_a_cluster_counts_every_trace_and_sends_a_share_to_X_Ray(string environment)
    {
        var plan = await RealStack.Run(environment);

        var config = (string)((System.Collections.Immutable.ImmutableDictionary<string, object>)plan.Named("ConfigMap", "prometheus-collector")["data"]!)["config.yaml"];
        Assert.Contains("  awsxray:\n    region: eu-west-1\n", config, StringComparison.Ordinal);
        Assert.Contains("sampling_percentage: 5\n", config, StringComparison.Ordinal);
        Assert.Contains("    traces:\n      receivers: [otlp]\n      processors: [memory_limiter]\n      exporters: [spanmetrics]\n", config, StringComparison.Ordinal);
        Assert.Contains("    traces/sent:\n      receivers: [otlp]\n      processors: [memory_limiter, probabilistic_sampler, batch]\n      exporters: [awsxray]\n", config, StringComparison.Ordinal);
        Assert.Equal("prometheus-collector", plan.Named("Deployment", "prometheus-collector")["spec.template.spec.serviceAccountName"]);
        Assert.Equal("prometheus-collector", plan.Named("PodIdentityAssociation", "prometheus-traces")["serviceAccount"]);
        Assert.Empty(plan.Of("SamplingRule"));       // nobody asks: a request that is not counted would be missing from the objectives
    }

    [Fact]
    public async Task It_may_write_traces_in_its_region_and_nothing_else()
    {
        var plan = await RealStack.Run("prod");

        var right = Assert.Single(JsonElement.Parse((string)plan.Named("RolePolicy", "prometheus-traces")["policy"]!).GetProperty("Statement").EnumerateArray());
        Assert.Equal(["xray:PutTelemetryRecords", "xray:PutTraceSegments"], right.GetProperty("Action").EnumerateArray().Select(action => action.GetString()));
        Assert.True(right.GetProperty("Condition").GetProperty("StringEquals").TryGetProperty("aws:RequestedRegion", out JsonElement _));
    }

    [Fact]
    public async Task Without_it_nothing_of_X_Ray_is_made_as_in_dev()
    {
        var plan = await RealStack.Run("dev");

        Assert.DoesNotContain(plan.Registered, resource => resource.Type.StartsWith("aws:xray/", StringComparison.Ordinal));
        Assert.DoesNotContain(IamActions.Statements(plan).SelectMany(entry => IamActions.Actions(entry.Statement)), action => action.StartsWith("xray:", StringComparison.Ordinal));
        Assert.DoesNotContain("traces/sent", Collector.Config(null, "eu-west-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task X_Ray_groups_what_failed_or_was_slow_and_answers_whom_to_trace()
    {
        var plan = await Sandbox.Run(() => new TraceSampling("traces", new() { Export = new() { Percent = 20 }, ServiceName = "app", AppsAsk = true }));

        Assert.Equal("(fault = true OR error = true OR responsetime > 1)", plan.Only("Group")["filterExpression"]);
        var rule = plan.Only("SamplingRule");
        Assert.Equal((0.2, 1.0, "app"), (rule["fixedRate"], rule["reservoirSize"], rule["serviceName"]));
        Assert.InRange(((string)rule["ruleName"]!).Length, 1, 32);
        Assert.InRange(((string)plan.Only("Group")["groupName"]!).Length, 1, 32);
    }

    [Fact]
    public async Task A_task_has_a_collector_of_its_own_that_asks_X_Ray_whom_to_trace()
    {
        var plan = await Sandbox.Run(() => Service(new TraceSidecar(Image, new TraceExport.XRay())));

        var containers = JsonElement.Parse((string)plan.Only("TaskDefinition")["containerDefinitions"]!).EnumerateArray().ToList();
        Assert.Equal(["shop", "traces"], containers.Select(container => container.GetProperty("name").GetString()));
        Assert.Equal("http://127.0.0.1:4317", Variable(containers[0], "OTEL_EXPORTER_OTLP_ENDPOINT"));
        Assert.Equal("xray", Variable(containers[0], "OTEL_TRACES_SAMPLER"));
        Assert.Contains("endpoint: 127.0.0.1:2000", Variable(containers[1], "AOT_CONFIG_CONTENT"), StringComparison.Ordinal);
        Assert.DoesNotContain("0.0.0.0", Variable(containers[1], "AOT_CONFIG_CONTENT"), StringComparison.Ordinal);
        Assert.Contains("xray:GetSamplingRules", (string)plan.Named("RolePolicy", "shop-run")["policy"]!, StringComparison.Ordinal);
        Assert.Empty(IamActions.Unknown(plan));
        Assert.DoesNotContain(IamActions.Boundless(plan), right => right.StartsWith("shop-run", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_goes_elsewhere_needs_no_right_and_is_chosen_by_the_application()
    {
        var plan = await Sandbox.Run(() => Service(new TraceSidecar(Image, new TraceExport.Otlp("https://traces.example.com") { Percent = 10 })));

        var containers = JsonElement.Parse((string)plan.Only("TaskDefinition")["containerDefinitions"]!).EnumerateArray().ToList();
        Assert.Equal("0.1", Variable(containers[0], "OTEL_TRACES_SAMPLER_ARG"));
        Assert.Contains("endpoint: \"https://traces.example.com\"", Variable(containers[1], "AOT_CONFIG_CONTENT"), StringComparison.Ordinal);
        Assert.DoesNotContain("xray", RealToolText(plan), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://traces.example.com", true), InlineData("https://traces.example.com:4318/v1", true)]
    [InlineData("http://traces.example.com", false), InlineData("https://user:word@traces.example.com", false), InlineData("https://traces.example.com/?key=1", false)]
    [InlineData("https://traces.example.com/\"\n  evil: 1", false), InlineData("traces.example.com", false), InlineData("", false)]
    public void Sends_only_where_it_is_encrypted_and_no_key_is_in_the_address(string endpoint, bool isRight) =>
        Assert.Equal(isRight, TraceExport.IsEndpoint(endpoint));

    [Theory]
    [InlineData("""{"traces":{"export":"xray"}}""", "monitoring.traces.samplePercent is missing")]
    [InlineData("""{"traces":{"export":"jaeger","samplePercent":5}}""", "monitoring.traces.export is 'jaeger'")]
    [InlineData("""{"traces":{"export":"xray","samplePercent":0}}""", "monitoring.traces.samplePercent is 0")]
    [InlineData("""{"traces":{"export":"otlp","samplePercent":5,"endpoint":"http://a.example.com"}}""", "monitoring.traces.endpoint is 'http://a.example.com'")]
    [InlineData("""{"traces":{"export":"xray","samplePercent":5,"image":"adot"}}""", "monitoring.traces.image is not a setting")]
    public void Tells_what_is_wrong_with_its_settings(string block, string problem) => Assert.Contains(
        $"Pulumi.staging.yaml, platform:{problem}",
        Assert.Throws<RunException>(() => SettingsReader.Clustered(With("staging", block))).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_to_send_what_nobody_takes()
    {
        var call = With("staging", """{"traces":{"export":"xray","samplePercent":5}}""");
        var config = call.Config.ToDictionary();
        config["platform:cluster"] = """{"version":"1.35","maxCpus":32,"kubectlImage":"r/k@sha256:4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c"}""";

        Assert.Contains(
            "Pulumi.staging.yaml, platform:monitoring.traces is set, but the cluster has no collector that takes traces; set cluster.collectorImage",
            Assert.Throws<RunException>(() => SettingsReader.Clustered(call with { Config = config })).Message, StringComparison.Ordinal);
    }

    private static EngineCall With(string stack, string block)
    {
        var call = StackFile.Read(stack);
        return call with { Config = new Dictionary<string, string>(call.Config) { ["platform:monitoring"] = block } };
    }

    private static string RealToolText(Sandbox plan) => string.Join('\n', plan.Of("RolePolicy").Select(policy => (string)policy["policy"]!));

    private static string? Variable(JsonElement container, string name) => container.GetProperty("environment").EnumerateArray()
        .Single(pair => pair.GetProperty("name").GetString() == name).GetProperty("value").GetString();

    private static void Service(TraceSidecar traces) => new FargateService("shop", new()
    {
        Network = Given.Network,
        ClusterName = "cluster",
        Image = "registry/shop@sha256:9f2c6c1f0a3d5b7e8c4a1d0e6b5f3c2a7d8e9f0b1c2d3e4f5a6b7c8d9e0f1a2b",
        Cpu = 256,
        Memory = 512,
        MinTasks = 1,
        MaxTasks = 2,
        LogKeyArn = "arn:key",
        LogRetentionDays = 14,
        Traces = traces,
    });
}
