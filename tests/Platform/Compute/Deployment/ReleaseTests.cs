using System.Collections.Immutable;
using System.Text.Json;
using Platform.Components.Compute.Deployment;
using Platform.Components.Compute.Scaling;
using Platform.Components.Compute.Tasks;
using static Platform.Tests.Compute.Deployment.GivenRelease;

namespace Platform.Tests.Compute.Deployment;

public class ReleaseTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() =>
        Golden.Check("release-canary", Golden.Outline(await Sandbox.Run(() => Service(new TrafficShift.Canary(10, 5, 15), Migrate))));

    [Fact]
    public async Task Tries_a_release_on_a_tenth_of_the_traffic_first()
    {
        var service = (await Sandbox.Run(() => Service(new TrafficShift.Canary(10, 5, 15)))).Only("Service");

        Assert.Equal("CANARY", service["deploymentConfiguration.strategy"]);
        Assert.Equal(10.0, service["deploymentConfiguration.canaryConfiguration.canaryPercent"]);
        Assert.Equal("5", service["deploymentConfiguration.canaryConfiguration.canaryBakeTimeInMinutes"]);
        Assert.Equal("15", service["deploymentConfiguration.bakeTimeInMinutes"]);
    }

    [Fact]
    public async Task Moves_traffic_in_steps()
    {
        var service = (await Sandbox.Run(() => Service(new TrafficShift.Linear(20, 3, 10)))).Only("Service");

        Assert.Equal("LINEAR", service["deploymentConfiguration.strategy"]);
        Assert.Equal(20.0, service["deploymentConfiguration.linearConfiguration.stepPercent"]);
        Assert.Equal("3", service["deploymentConfiguration.linearConfiguration.stepBakeTimeInMinutes"]);
    }

    [Fact]
    public async Task Shifts_between_two_groups_behind_one_rule_with_a_role_for_nothing_else()
    {
        var plan = await Sandbox.Run(() => Service(new TrafficShift.BlueGreen(15)));
        var service = plan.Only("Service");

        Assert.Equal("arn:target", service["loadBalancers.0.targetGroupArn"]);
        Assert.Equal("arn:TargetGroup:shop-second", service["loadBalancers.0.advancedConfiguration.alternateTargetGroupArn"]);
        Assert.Equal("arn:ListenerRule:shop", service["loadBalancers.0.advancedConfiguration.productionListenerRule"]);
        Assert.Equal("arn:Role:shop-shift", service["loadBalancers.0.advancedConfiguration.roleArn"]);
        Assert.Equal(100.0, plan.Only("ListenerRule")["actions.0.forward.targetGroups.0.weight"]);
        Assert.Equal(0.0, plan.Only("ListenerRule")["actions.0.forward.targetGroups.1.weight"]);
        using var policy = JsonDocument.Parse((string)plan.Named("RolePolicy", "shop-shift")["policy"]!);
        var shift = policy.RootElement.GetProperty("Statement").EnumerateArray().Single(s => s.GetProperty("Sid").GetString() == "Shift");
        Assert.Equal("""{"Sid":"Shift","Effect":"Allow","Action":["elasticloadbalancing:ModifyRule"],"Resource":["arn:ListenerRule:shop"]}""", shift.GetRawText());
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Goes_back_when_an_alarm_of_either_group_goes_off(bool canary, int groups)
    {
        var plan = await Sandbox.Run(() => Service(canary ? new TrafficShift.Canary(10, 5, 15) : new TrafficShift.Rolling()));
        var service = plan.Only("Service");

        Assert.Equal(true, service["alarms.rollback"]);
        Assert.Equal(1 + groups, ((ImmutableArray<object>)service["alarms.alarmNames"]!).Length);
        Assert.Equal(groups, plan.Of("MetricAlarm").Count(alarm => (string?)alarm["metricName"] == "UnHealthyHostCount"));
        Assert.Equal(canary ? null : true, service["deploymentCircuitBreaker.rollback"]);
    }

    [Fact]
    public async Task Counts_the_requests_of_both_groups_since_either_may_serve()
    {
        var policy = (await Sandbox.Run(() => Service(new TrafficShift.BlueGreen(15)))).Named("Policy", "shop-requests");
        const string metrics = "targetTrackingScalingPolicyConfiguration.customizedMetricSpecification.metrics";

        Assert.Equal("targetgroup/entry/1", policy[$"{metrics}.0.metricStat.metric.dimensions.0.value"]);
        Assert.Equal("targetgroup/shop-second/1", policy[$"{metrics}.1.metricStat.metric.dimensions.0.value"]);
        Assert.Equal("FILL(group0, 0) + FILL(group1, 0)", policy[$"{metrics}.2.expression"]);
    }

    [Fact]
    public async Task Grows_the_task_by_what_its_sidecars_need()
    {
        var plan = await Sandbox.Run(() => Service(sidecars: [Collector]));
        var task = plan.Only("TaskDefinition");

        Assert.Equal(("512", "1024"), ((string)task["cpu"]!, (string)task["memory"]!));
        using var containers = JsonDocument.Parse((string)task["containerDefinitions"]!);
        var sidecar = containers.RootElement[1];
        Assert.Equal("traces", sidecar.GetProperty("name").GetString());
        Assert.False(sidecar.GetProperty("essential").GetBoolean());
        Assert.True(sidecar.GetProperty("readonlyRootFilesystem").GetBoolean());
        Assert.Equal("10001:10001", sidecar.GetProperty("user").GetString());
    }

    [Fact]
    public async Task Starts_tasks_for_messages_that_wait()
    {
        var policy = (await Sandbox.Run(() => Service(queue: new QueueLoad("orders", 50)))).Named("Policy", "shop-queue");
        const string metric = "targetTrackingScalingPolicyConfiguration";

        Assert.Equal(50.0, policy[$"{metric}.targetValue"]);
        Assert.Equal("orders", policy[$"{metric}.customizedMetricSpecification.metrics.0.metricStat.metric.dimensions.0.value"]);
        Assert.Equal(
            "FILL(waiting, 0) / IF(FILL(tasks, 0) > 0, tasks, 1)", policy[$"{metric}.customizedMetricSpecification.metrics.2.expression"]);
    }

    [Fact]
    public async Task Starts_ahead_of_the_load_when_asked_to()
    {
        var policy = (await Sandbox.Run(() => Service(forecast: true))).Named("Policy", "shop-forecast");

        Assert.Equal("ForecastAndScale", policy["predictiveScalingPolicyConfiguration.mode"]);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "rolling migration", "choose TrafficShift.BlueGreen, Linear or Canary." },
        { "canary", "release.percent is 100, but must be 1 to 99." },
        { "instances", "make the load balancer with Targets = TargetKind.Address." },
        { "sidecar tag", "sidecar 'traces' has image 'collector:latest', but must end in a digest" },
        { "sidecar name", "two containers are named 'shop'; rename the sidecar." },
        { "too large", "make sidecars services of their own." },
        { "queue", "queue.messagesPerTask is 0, but must be 1 to 10000." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_cannot_be_and_names_the_way_out(string what, string message)
    {
        var refusal = await Sandbox.Refusal(() => _ = what switch
        {
            "rolling migration" => Service(migration: Migrate),
            "canary" => Service(new TrafficShift.Canary(100, 5, 15)),
            "instances" => Service(target: Given.InstanceTarget),
            "sidecar tag" => Service(sidecars: [Collector with { Image = "collector:latest" }]),
            "sidecar name" => Service(sidecars: [Collector with { Name = "shop" }]),
            "too large" => Service(sidecars: [Collector with { Cpu = 16384 }]),
            _ => Service(queue: new QueueLoad("orders", 0)),
        });

        Assert.Contains("FargateService 'shop': ", refusal, StringComparison.Ordinal);
        Assert.Contains(message, refusal, StringComparison.Ordinal);
    }

    private static Sidecar Collector { get; } = new() { Name = "traces", Image = Given.Image, Cpu = 64, Memory = 256 };
}
