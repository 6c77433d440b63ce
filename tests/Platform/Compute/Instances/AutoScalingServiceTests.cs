using System.Collections.Immutable;
using Platform.Components.Compute.Instances;
using Platform.Components.Compute.Instances.Fleets;
using static Platform.Tests.Compute.Instances.Fleet;

namespace Platform.Tests.Compute.Instances;

public class AutoScalingServiceTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() =>
        Golden.Check("auto-scaling-service", Golden.Outline(await Sandbox.Run(() => Service(hours: Office))));

    [Fact]
    public async Task Gives_metadata_only_to_whoever_asks_with_a_token_from_the_machine_itself()
    {
        var template = (await Sandbox.Run(() => Service())).Only("LaunchTemplate");

        Assert.Equal("required", template["metadataOptions.httpTokens"]);
        Assert.Equal(1.0, template["metadataOptions.httpPutResponseHopLimit"]);
    }

    [Fact]
    public async Task Encrypts_the_disk_with_a_key_of_its_own_that_EC2_Auto_Scaling_may_use()
    {
        var plan = await Sandbox.Run(() => Service());
        var disk = plan.Only("LaunchTemplate");

        Assert.Equal("gp3", disk["blockDeviceMappings.0.ebs.volumeType"]);
        Assert.Equal("true", disk["blockDeviceMappings.0.ebs.encrypted"]);
        Assert.Equal("arn:Key:shop-volumes", disk["blockDeviceMappings.0.ebs.kmsKeyId"]);
        var policy = (string)plan.Only("Key")["policy"]!;
        Assert.Contains("role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling*", policy, StringComparison.Ordinal);
        Assert.Contains("\"kms:CallerAccount\":\"111122223333\"", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starts_the_pinned_machine_image_without_a_key_pair_or_a_public_address()
    {
        var template = (await Sandbox.Run(() => Service())).Only("LaunchTemplate");

        Assert.Equal("ami-0123456789abcdef0", template["imageId"]);
        Assert.Null(template["keyName"]);
        Assert.Equal("false", template["networkInterfaces.0.associatePublicIpAddress"]);
        Assert.Equal(true, template["monitoring.enabled"]);
    }

    [Fact]
    public async Task Tags_machines_volumes_and_interfaces()
    {
        var plan = await Sandbox.Run(() => Service());

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("team-shop", plan.Only("LaunchTemplate")[$"tagSpecifications.{i}.tags.Owner"]);
        }

        Assert.Equal(true, plan.Only("Group")["tags.0.propagateAtLaunch"]);
    }

    [Theory]
    [InlineData(2, 0, 0, 20, 0, 88)]
    [InlineData(2, 0, 50, 20, 44, 44)]
    [InlineData(3, 2, 50, 30, 72, 60)]
    public async Task Buys_as_each_environment_says_and_names_the_quota_for_ten_times_the_load(
        int min, int onDemandBase, int onDemandPercentage, int max, int onDemandVcpus, int spotVcpus)
    {
        AutoScalingService service = null!;
        var plan = await Sandbox.Run(() => service = Service(min: min, purchase: new PurchaseMix(onDemandBase, onDemandPercentage)));
        var group = plan.Only("Group");

        Assert.Equal((double)min, group["minSize"]);
        Assert.Equal((double)max, group["maxSize"]);
        Assert.Equal((double)onDemandBase, group["mixedInstancesPolicy.instancesDistribution.onDemandBaseCapacity"]);
        Assert.Equal((double)onDemandPercentage, group["mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity"]);
        Assert.Equal("price-capacity-optimized", group["mixedInstancesPolicy.instancesDistribution.spotAllocationStrategy"]);
        Assert.Equal(true, group["capacityRebalance"]);
        var quotas = await ValueOf(service.VcpuQuotas);
        Assert.Equal([onDemandVcpus, spotVcpus], [quotas["L-1216C47A"], quotas["L-34B43A08"]]);
    }

    [Fact]
    public async Task Chooses_machines_by_what_they_offer_within_the_families_its_quota_covers()
    {
        var group = (await Sandbox.Run(() => Service())).Only("Group");
        const string needs = "mixedInstancesPolicy.launchTemplate.overrides.0.instanceRequirements";

        Assert.Equal(2.0, group[$"{needs}.vcpuCount.min"]);
        Assert.Equal(4096.0, group[$"{needs}.memoryMib.min"]);
        Assert.Equal("amazon-web-services", group[$"{needs}.cpuManufacturers.0"]);
        Assert.Equal(ImmutableArray.Create<object>("c*", "m*", "r*"), group[$"{needs}.allowedInstanceTypes"]);
        Assert.Equal("excluded", group[$"{needs}.burstablePerformance"]);
    }

    [Fact]
    public async Task Replaces_machines_a_tenth_at_a_time_and_goes_back_when_an_alarm_says_so()
    {
        var plan = await Sandbox.Run(() => Service());
        var group = plan.Only("Group");

        Assert.Equal("1", group["mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version"]);
        Assert.Equal(90.0, group["instanceRefresh.preferences.minHealthyPercentage"]);
        Assert.Equal(110.0, group["instanceRefresh.preferences.maxHealthyPercentage"]);
        Assert.Equal(true, group["instanceRefresh.preferences.autoRollback"]);
        Assert.Equal(
            ImmutableArray.Create<object>(
                "name-of-MetricAlarm:shop-release-errors", "name-of-MetricAlarm:shop-release-unhealthy-targets"),
            group["instanceRefresh.preferences.alarmSpecification.alarms"]);
        Assert.Equal(2_592_000.0, group["maxInstanceLifetime"]);
    }

    [Fact]
    public async Task Believes_the_load_balancer_about_health_and_waits_two_minutes_for_it()
    {
        var group = (await Sandbox.Run(() => Service())).Only("Group");

        Assert.Equal("ELB", group["healthCheckType"]);
        Assert.Equal(120.0, group["healthCheckGracePeriod"]);
        Assert.Equal(120.0, group["defaultInstanceWarmup"]);
        Assert.Null(group["desiredCapacity"]);
    }

    [Fact]
    public async Task Scales_by_CPU_and_by_requests_per_target()
    {
        var plan = await Sandbox.Run(() => Service());

        Assert.Equal(60.0, plan.Named("Policy", "shop-cpu")["targetTrackingConfiguration.targetValue"]);
        const string metric = "targetTrackingConfiguration.predefinedMetricSpecification";
        Assert.Equal("ALBRequestCountPerTarget", plan.Named("Policy", "shop-requests")[$"{metric}.predefinedMetricType"]);
        Assert.Equal("app/entry/1/targetgroup/entry/1", plan.Named("Policy", "shop-requests")[$"{metric}.resourceLabel"]);
        Assert.DoesNotContain(plan.Of("Policy"), policy => policy.Name == "shop-forecast");
    }

    [Fact]
    public async Task Starts_ahead_of_the_load_when_asked_to()
    {
        var forecast = (await Sandbox.Run(() => Service(forecast: true))).Named("Policy", "shop-forecast");

        Assert.Equal("PredictiveScaling", forecast["policyType"]);
        Assert.Equal("ForecastAndScale", forecast["predictiveScalingConfiguration.mode"]);
    }

    [Fact]
    public async Task Is_gone_at_night()
    {
        var plan = await Sandbox.Run(() => Service(hours: Office));

        Assert.Equal("0 7 * * MON-FRI", plan.Named("Schedule", "shop-begin")["recurrence"]);
        Assert.Equal(2.0, plan.Named("Schedule", "shop-begin")["desiredCapacity"]);
        Assert.Equal("30 18 * * *", plan.Named("Schedule", "shop-end")["recurrence"]);
        Assert.Equal(0.0, plan.Named("Schedule", "shop-end")["maxSize"]);
    }

    [Fact]
    public async Task Keeps_stopped_instances_ready_when_everything_is_bought_on_demand()
    {
        var group = (await Sandbox.Run(() => Service(purchase: new PurchaseMix(0, 100), warm: 2))).Only("Group");

        Assert.Equal("Stopped", group["warmPool.poolState"]);
        Assert.Equal(2.0, group["warmPool.minSize"]);
        Assert.Equal(false, group["capacityRebalance"]);
    }

    [Fact]
    public async Task Is_reached_by_its_load_balancer_only()
    {
        var rule = Assert.Single((await Sandbox.Run(() => Service())).Of("SecurityGroupIngressRule"));

        Assert.Equal("sg-entry", rule["referencedSecurityGroupId"]);
        Assert.Equal(8080.0, rule["fromPort"]);
    }

    private static Task<T> ValueOf<T>(Output<T> output)
    {
        var value = new TaskCompletionSource<T>();
        output.Apply(known =>
        {
            value.SetResult(known);
            return known;
        });
        return value.Task;
    }
}
