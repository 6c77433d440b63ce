using System.Collections.Immutable;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Scheduling;

namespace Platform.Tests.Workloads.Pods;

public class OffHoursTests
{
    private const string Kubectl = "registry.example/kubectl@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string Pod = "spec.jobTemplate.spec.template.spec.";

    private static readonly WorkingHours Day = new(new TimeOnly(6, 30), new TimeOnly(19, 0));

    [Fact]
    public async Task Registers_under_the_names_the_golden_file_says() => Golden.Check("KubernetesWorkload.resting", Golden.Outline(await Resting()));

    [Theory]
    [InlineData("orders-begin", "30 6 * * MON-FRI", "--replicas=3")]
    [InlineData("orders-end", "0 19 * * *", "--replicas=0")]
    public async Task Has_no_pods_when_nobody_works(string name, string when, string replicas)
    {
        var job = (await Resting()).Named("CronJob", name);

        Assert.Equal((when, "Etc/UTC", "Forbid"), (job["spec.schedule"], job["spec.timeZone"], job["spec.concurrencyPolicy"]));
        Assert.Equal(
            ["kubectl", "scale", "deployment/orders", "--namespace=shop", replicas], (IEnumerable<object>)job[Pod + "containers.0.command"]!);
        Assert.Equal(Kubectl, job[Pod + "containers.0.image"]);
    }

    [Fact]
    public async Task Leaves_the_number_to_the_autoscaler_between_the_two()
    {
        var plan = await Resting();

        Assert.Equal((3.0, 30.0), (plan.Only("HorizontalPodAutoscaler")["spec.minReplicas"], plan.Only("HorizontalPodAutoscaler")["spec.maxReplicas"]));
        Assert.Null(plan.Only("Deployment")["spec.replicas"]);
    }

    [Fact]
    public async Task May_set_the_number_of_these_pods_and_nothing_else()
    {
        var plan = await Resting();

        var rules = (ImmutableArray<object>)Assert.Single(plan.Of("Role"), role => role.Type.StartsWith("kubernetes:", StringComparison.Ordinal))["rules"]!;
        Assert.Equal(
            ["apps deployments orders get", "apps deployments/scale orders get,patch,update"],
            rules.Cast<ImmutableDictionary<string, object>>().Select(rule => string.Join(' ', ((string[])["apiGroups", "resources", "resourceNames", "verbs"])
                .Select(member => string.Join(',', (ImmutableArray<object>)rule[member])))));
        Assert.Equal(
            ("orders-hours", "orders-hours"),
            (plan.Only("RoleBinding")["roleRef.name"], plan.Only("RoleBinding")["subjects.0.name"]));
        Assert.Equal(("orders-hours", true), (plan.Named("CronJob", "orders-end")[Pod + "serviceAccountName"], plan.Named("CronJob", "orders-end")[Pod + "automountServiceAccountToken"]));
    }

    [Fact]
    public async Task Reaches_the_Kubernetes_API_and_has_nothing_of_the_workloads_own()
    {
        var plan = await Resting();

        var policy = plan.Named("NetworkPolicy", "orders-hours");
        Assert.Equal(["172.20.0.1/32", "10.99.128.0/17"], ((ImmutableArray<object>)policy["spec.egress.0.to"]!).Cast<ImmutableDictionary<string, object>>()
            .Select(peer => ((ImmutableDictionary<string, object>)peer["ipBlock"])["cidr"]));
        Assert.Equal(443.0, policy["spec.egress.0.ports.0.port"]);

        var job = plan.Named("CronJob", "orders-end");
        Assert.Equal("orders-hours", job["spec.jobTemplate.spec.template.metadata.labels"] is ImmutableDictionary<string, object> labels ? labels["app.kubernetes.io/instance"] : null);
        Assert.Single((ImmutableArray<object>)job[Pod + "volumes"]!);
        Assert.Equal(true, job[Pod + "securityContext.runAsNonRoot"]);
        Assert.Equal(true, job[Pod + "containers.0.securityContext.readOnlyRootFilesystem"]);
    }

    [Fact]
    public async Task Consists_of_objects_the_Kubernetes_API_knows()
    {
        var plan = await Resting();

        string[] kinds = ["CronJob", "Role", "RoleBinding", "ServiceAccount", "NetworkPolicy"];
        var objects = plan.Registered.Where(r => r.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && kinds.Contains(r.Type.Split(':')[^1])).ToList();
        Assert.True(objects.Count >= 7);
        Assert.Empty(objects.SelectMany(r => KubernetesObjects.Problems(r.Type, r.Inputs)));
    }

    [Fact]
    public async Task Runs_around_the_clock_unless_told() => Assert.Empty((await GivenWorkload.Run()).Of("CronJob"));

    [Fact]
    public async Task Refuses_hours_without_the_image_that_keeps_them()
    {
        Assert.Contains(
            "KubernetesWorkload 'orders': workingHours are set without kubectlImage, with which a job takes the pods away; name an image that has kubectl, by digest.",
            await GivenWorkload.Refusal(settings => settings.WorkingHours = Day), StringComparison.Ordinal);
        Assert.Contains(
            "kubectlImage is set without workingHours, so nothing would run it; set both or neither.",
            await GivenWorkload.Refusal(settings => settings.KubectlImage = Kubectl), StringComparison.Ordinal);
        Assert.Contains(
            "kubectlImage is 'registry.example/kubectl:1.35', but must end in a digest",
            await GivenWorkload.Refusal(settings => (settings.WorkingHours, settings.KubectlImage) = (Day, "registry.example/kubectl:1.35")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_hours_where_the_nodes_have_some() => Assert.Contains(
        "workingHours are set, but the nodes of its cluster have working hours already, and take the pods with them; leave them out here.",
        await GivenWorkload.Refusal(settings => (settings.WorkingHours, settings.KubectlImage, settings.Compute) =
            (Day, Kubectl, new ManagedNodes { InstanceTypes = ["m7g.large"], Min = 2, Max = 6, WorkingHours = Day })), StringComparison.Ordinal);

    private static Task<Sandbox> Resting() => GivenWorkload.Run(settings => (settings.WorkingHours, settings.KubectlImage) = (Day, Kubectl));
}
