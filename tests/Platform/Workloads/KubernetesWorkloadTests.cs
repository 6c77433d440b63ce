using System.Collections.Immutable;
using Platform.Components.Workloads;
using Platform.Tests.Clusters.Nodes;

namespace Platform.Tests.Workloads;

public class KubernetesWorkloadTests
{
    private const string Pod = "spec.template.spec.";
    private const string App = Pod + "containers.0.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Consists_of_objects_the_Kubernetes_API_knows(bool prod)
    {
        var sandbox = await GivenWorkload.Run(settings => settings.ScaleBy =
            [new ScalingSignal.PerPod("requests_per_second", "50"), new ScalingSignal.External("queue_depth", "30") { Labels = ImmutableDictionary<string, string>.Empty.Add("queue", "orders") }], prod);

        var known = sandbox.Registered.Where(resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && !CustomKinds.Contains(resource.Type.Split(':')[^1])).ToList();
        Assert.Contains(known, resource => resource.Type == "kubernetes:apps/v1:Deployment");
        Assert.Empty(known.SelectMany(resource => KubernetesObjects.Problems(resource.Type, resource.Inputs)));
    }

    [Theory]
    [InlineData("Deployment")]
    [InlineData("Job")]
    public async Task Has_no_privilege_a_pod_can_do_without(string kind)
    {
        var workload = (await GivenWorkload.Run()).Only(kind);

        Assert.Equal(true, workload[Pod + "securityContext.runAsNonRoot"]);
        Assert.Equal(10001.0, workload[Pod + "securityContext.runAsUser"]);
        Assert.Equal("RuntimeDefault", workload[Pod + "securityContext.seccompProfile.type"]);
        Assert.Equal(false, workload[Pod + "automountServiceAccountToken"]);
        Assert.Equal(false, workload[App + "securityContext.allowPrivilegeEscalation"]);
        Assert.Equal(false, workload[App + "securityContext.privileged"]);
        Assert.Equal(true, workload[App + "securityContext.readOnlyRootFilesystem"]);
        Assert.Equal("ALL", workload[App + "securityContext.capabilities.drop.0"]);
        foreach (var shared in (string[])["hostNetwork", "hostPID", "hostIPC"])
        {
            Assert.Null(workload[Pod + shared]);
        }
    }

    [Fact]
    public async Task Runs_the_very_image_that_was_tested()
    {
        Assert.Equal(Given.Image, (await GivenWorkload.Run()).Only("Deployment")[App + "image"]);

        Assert.Contains(
            "KubernetesWorkload 'orders': image is 'registry.example/shop:latest', but must end in a digest",
            await GivenWorkload.Refusal(settings => settings.Image = "registry.example/shop:latest"));
    }

    [Theory]
    [InlineData("startupProbe", "/healthz", 5, 24)]
    [InlineData("livenessProbe", "/healthz", 10, 3)]
    [InlineData("readinessProbe", "/ready", 5, 2)]
    public async Task Is_asked_whether_it_started_lives_and_can_serve(string probe, string path, int period, int failures)
    {
        var deployment = (await GivenWorkload.Run()).Only("Deployment");

        Assert.Equal(path, deployment[$"{App}{probe}.httpGet.path"]);
        Assert.Equal(deployment[$"{App}ports.0.name"], deployment[$"{App}{probe}.httpGet.port"]);
        Assert.Equal((double)period, deployment[$"{App}{probe}.periodSeconds"]);
        Assert.Equal((double)failures, deployment[$"{App}{probe}.failureThreshold"]);
    }

    [Fact]
    public async Task Asks_for_what_it_needs_and_takes_no_memory_from_others()
    {
        var deployment = (await GivenWorkload.Run()).Only("Deployment");

        Assert.Equal("250m", deployment[App + "resources.requests.cpu"]);
        Assert.Equal("512Mi", deployment[App + "resources.requests.memory"]);
        Assert.Equal("512Mi", deployment[App + "resources.limits.memory"]);
        Assert.Equal("500m", deployment[App + "resources.limits.cpu"]);
    }

    [Fact]
    public async Task Spreads_over_zones_always_and_over_nodes_if_it_can()
    {
        var deployment = (await GivenWorkload.Run()).Only("Deployment");

        Assert.Equal("topology.kubernetes.io/zone", deployment[Pod + "topologySpreadConstraints.0.topologyKey"]);
        Assert.Equal("DoNotSchedule", deployment[Pod + "topologySpreadConstraints.0.whenUnsatisfiable"]);
        Assert.Equal("kubernetes.io/hostname", deployment[Pod + "topologySpreadConstraints.1.topologyKey"]);
        Assert.Equal("ScheduleAnyway", deployment[Pod + "topologySpreadConstraints.1.whenUnsatisfiable"]);
    }

    [Fact]
    public async Task Loses_no_request_when_a_pod_ends()
    {
        var deployment = (await GivenWorkload.Run()).Only("Deployment");

        var drain = (double)deployment[App + "lifecycle.preStop.sleep.seconds"]!;
        Assert.Equal(20, drain);
        Assert.True((double)deployment[Pod + "terminationGracePeriodSeconds"]! >= drain + 30, "Requests already taken have as long as the load balancer gives them.");
        Assert.Equal(0.0, deployment["spec.strategy.rollingUpdate.maxUnavailable"]);
        Assert.Null(deployment["spec.replicas"]);
    }

    [Theory]
    [InlineData(null, "platform-serving")]
    [InlineData(true, "platform-batch")]
    public async Task Goes_before_what_can_wait(bool? canWait, string priority)
    {
        var sandbox = await GivenWorkload.Run(settings => settings.CanWait = canWait);

        Assert.Equal(priority, sandbox.Only("Deployment")[Pod + "priorityClassName"]);
        Assert.Contains(sandbox.Of("PriorityClass"), known => (string?)known["metadata.name"] == priority);
    }

    [Fact]
    public async Task Finds_its_pods_by_the_labels_they_have()
    {
        var sandbox = await GivenWorkload.Run();

        var labels = Map(sandbox.Only("Deployment")["spec.template.metadata.labels"]);
        foreach (var selector in (ImmutableDictionary<string, object>[])
            [
                Map(sandbox.Only("Deployment")["spec.selector.matchLabels"]),
                Map(sandbox.Only("Service")["spec.selector"]),
                Map(sandbox.Only("PodDisruptionBudget")["spec.selector.matchLabels"]),
                Map(sandbox.Named("NetworkPolicy", "orders-requests")["spec.podSelector.matchLabels"]),
                Map(sandbox.Named("NetworkPolicy", "orders-connections")["spec.podSelector.matchLabels"]),
            ])
        {
            Assert.NotEmpty(selector);
            Assert.All(selector, label => Assert.Equal(label.Value, labels.GetValueOrDefault(label.Key)));
        }

        // The migration must not answer requests.
        var migration = Map(sandbox.Only("Job")["spec.template.metadata.labels"]);
        Assert.Contains(Map(sandbox.Only("Service")["spec.selector"]), label => !label.Value.Equals(migration.GetValueOrDefault(label.Key)));
    }

    [Fact]
    public async Task Scales_by_its_own_load_and_by_what_waits_for_it()
    {
        var scaler = (await GivenWorkload.Run(settings => settings.ScaleBy = [new ScalingSignal.External("queue_depth", "30")])).Only("HorizontalPodAutoscaler");

        Assert.Equal(3.0, scaler["spec.minReplicas"]);
        Assert.Equal(30.0, scaler["spec.maxReplicas"]);
        Assert.Equal("orders", scaler["spec.scaleTargetRef.name"]);
        Assert.Equal(("cpu", 70.0), (scaler["spec.metrics.0.resource.name"], scaler["spec.metrics.0.resource.target.averageUtilization"]));
        Assert.Equal(("memory", 75.0), (scaler["spec.metrics.1.resource.name"], scaler["spec.metrics.1.resource.target.averageUtilization"]));
        Assert.Equal(("queue_depth", "30"), (scaler["spec.metrics.2.external.metric.name"], scaler["spec.metrics.2.external.target.averageValue"]));
        Assert.Equal(0.0, scaler["spec.behavior.scaleUp.stabilizationWindowSeconds"]);
        Assert.Equal(300.0, scaler["spec.behavior.scaleDown.stabilizationWindowSeconds"]);
    }

    [Fact]
    public async Task Keeps_most_of_its_pods_while_nodes_are_replaced()
    {
        var budget = (await GivenWorkload.Run()).Only("PodDisruptionBudget");

        Assert.Equal("25%", budget["spec.maxUnavailable"]);
        Assert.Equal("AlwaysAllow", budget["spec.unhealthyPodEvictionPolicy"]);
    }

    [Theory]
    [InlineData("orders-migration", "kubernetes:apps/v1:Deployment")]
    [InlineData("orders-secrets", "kubernetes:apps/v1:Deployment")]
    [InlineData("orders-connections", "kubernetes:batch/v1:Job")]
    [InlineData("apps-aws-secrets-store-csi-driver-provider", "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass")]
    [InlineData("apps-metrics-server", "kubernetes:apps/v1:Deployment")]
    [InlineData("shop", "kubernetes:apps/v1:Deployment")]
    public async Task Waits_for_what_its_pods_need(string first, string then)
    {
        var interrupted = await Interrupted.At(first, () => GivenWorkload.Build(change: null, prod: true));

        Assert.Contains(first, interrupted.Registered);
        Assert.DoesNotContain(then, interrupted.RegisteredTypes);
    }

    [Theory]
    [InlineData("Orders")]
    [InlineData("orders-")]
    [InlineData("1orders")]
    public async Task Refuses_names_Kubernetes_does_not_take(string name) => Assert.Contains(
        $"name is '{name}', but must be 1 to 40 lower-case letters", await GivenWorkload.Refusal(settings => settings.Name = name));

    [Fact]
    public async Task Refuses_to_shrink_below_its_least() => Assert.Contains(
        "maxPods is 2, but must be 3 to 1000.", await GivenWorkload.Refusal(settings => settings.MaxPods = 2));

    [Fact]
    public async Task Never_renames_what_it_is_made_of() => Golden.Check("KubernetesWorkload", Golden.Outline(await GivenWorkload.Run()));

    private static readonly string[] CustomKinds = ["TargetGroupBinding", "SecretProviderClass", "NodeClass", "NodePool"];

    private static ImmutableDictionary<string, object> Map(object? value) => (ImmutableDictionary<string, object>)value!;
}
