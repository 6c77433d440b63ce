using System.Collections.Immutable;
using System.Text.Json;
using Platform.Components.Clusters;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Scheduling;
using Platform.Tests.Identity;

namespace Platform.Tests.Clusters.Nodes;

public class KarpenterTests
{
    private static readonly ManagedNodes Nodes = new()
    {
        InstanceTypes = ["m7g.large"], Min = 2, Max = 6, Release = "1.35.2-20260310", Karpenter = new Karpenter { MaxCpus = 64 },
    };

    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() => Golden.Check("KubernetesCluster.karpenter", Golden.Full(await Run(Nodes)));

    [Fact]
    public async Task Installs_the_definitions_before_the_controller_by_the_same_version()
    {
        var plan = await Run(Nodes);

        var (definitions, controller) = (plan.Named("Release", "apps-karpenter-crd"), plan.Named("Release", "apps-karpenter"));
        Assert.Equal(
            ("oci://public.ecr.aws/karpenter/karpenter-crd", "oci://public.ecr.aws/karpenter/karpenter", true),
            (definitions["chart"], controller["chart"], controller["skipCrds"]));
        Assert.Equal(definitions["version"], controller["version"]);
        Assert.Equal(("platform-dev-apps", "name-of-Queue:apps-interruptions"), (controller["values.settings.clusterName"], controller["values.settings.interruptionQueue"]));
        Assert.Equal(("AWS_REGION", "eu-west-1"), (controller["values.controller.env.0.name"], controller["values.controller.env.0.value"]));
    }

    [Theory]
    [InlineData(false, "1.35.2-20260310", "al2023@v20260310", 1)]
    [InlineData(true, "1.52.0-0a1b2c3d", "bottlerocket@v1.52.0", 2)]
    public async Task Starts_nodes_as_hardened_as_those_of_the_group(bool bottlerocket, string release, string image, int disks)
    {
        var nodeClass = (await Run(Nodes with { Bottlerocket = bottlerocket, Release = release })).Only("EC2NodeClass");

        Assert.Equal(image, nodeClass["spec.amiSelectorTerms.0.alias"]);
        Assert.Equal(("required", 1.0), (nodeClass["spec.metadataOptions.httpTokens"], nodeClass["spec.metadataOptions.httpPutResponseHopLimit"]));
        var devices = (ImmutableArray<object>)nodeClass["spec.blockDeviceMappings"]!;
        Assert.Equal(disks, devices.Length);
        for (var disk = 0; disk < disks; disk++)
        {
            Assert.Equal(
                (true, "arn:key/data", "gp3"),
                (nodeClass[$"spec.blockDeviceMappings.{disk}.ebs.encrypted"], nodeClass[$"spec.blockDeviceMappings.{disk}.ebs.kmsKeyID"], nodeClass[$"spec.blockDeviceMappings.{disk}.ebs.volumeType"]));
        }

        Assert.Equal(("sg-of-apps", "sg-orders-clients"), (nodeClass["spec.securityGroupSelectorTerms.0.id"], nodeClass["spec.securityGroupSelectorTerms.1.id"]));
        Assert.Equal("name-of-InstanceProfile:apps-nodes", nodeClass["spec.instanceProfile"]);
    }

    [Theory]
    [InlineData(false, "on-demand"), InlineData(true, "spot,on-demand")]
    public async Task Grows_no_further_than_it_may_and_on_spot_only_when_told(bool spot, string capacity)
    {
        var pool = (await Run(Nodes with { Karpenter = new Karpenter { MaxCpus = 64, Spot = spot } })).Only("NodePool");

        Assert.Equal("64", pool["spec.limits.cpu"]);
        Assert.Equal(capacity, string.Join(',', (ImmutableArray<object>)pool["spec.template.spec.requirements.0.values"]!));
        Assert.Equal(("karpenter.k8s.aws", "platform"), (pool["spec.template.spec.nodeClassRef.group"], pool["spec.template.spec.nodeClassRef.name"]));
    }

    [Fact]
    public async Task Hears_of_every_way_AWS_takes_a_machine_and_of_nothing_else()
    {
        var plan = await Run(Nodes);

        var pattern = JsonElement.Parse((string)plan.Only("EventRule")["eventPattern"]!);
        Assert.Equal(["aws.ec2", "aws.health"], Texts(pattern, "source"));
        Assert.Equal(
            ["AWS Health Event", "EC2 Spot Instance Interruption Warning", "EC2 Instance Rebalance Recommendation", "EC2 Instance State-change Notification"],
            Texts(pattern, "detail-type"));
        Assert.Equal(("arn:Queue:apps-interruptions", "name-of-EventRule:apps-interruptions"), (plan.Only("EventTarget")["arn"], plan.Only("EventTarget")["rule"]));
        Assert.Equal((true, 300.0), (plan.Only("Queue")["sqsManagedSseEnabled"], plan.Only("Queue")["messageRetentionSeconds"]));
        var policy = JsonElement.Parse((string)plan.Only("QueuePolicy")["policy"]!).GetProperty("Statement");
        Assert.Equal("arn:EventRule:apps-interruptions", policy[0].GetProperty("Condition").GetProperty("ArnEquals").GetProperty("aws:SourceArn").GetString());
        Assert.Equal("Deny", policy[1].GetProperty("Effect").GetString());
    }

    [Fact]
    public async Task May_start_and_stop_machines_of_its_own_cluster_only()
    {
        var plan = await Run(Nodes);

        Assert.Empty(IamActions.Unknown(plan));
        Assert.Empty(IamActions.Wildcards(plan));
        var statements = JsonElement.Parse((string)plan.Named("RolePolicy", "apps-karpenter")["policy"]!).GetProperty("Statement").EnumerateArray()
            .ToDictionary(statement => statement.GetProperty("Sid").GetString()!);
        foreach (var (sid, kind) in new[] { ("Start", "Request"), ("TagWhatStarts", "Request"), ("TagWhatRuns", "Resource"), ("Stop", "Resource"), ("StartByTemplate", "Resource") })
        {
            Assert.Equal("owned", statements[sid].GetProperty("Condition").GetProperty("StringEquals").GetProperty($"aws:{kind}Tag/kubernetes.io/cluster/platform-dev-apps").GetString());
        }

        Assert.Equal(["RunInstances", "CreateFleet", "CreateLaunchTemplate"], Texts(statements["TagWhatStarts"].GetProperty("Condition").GetProperty("StringEquals"), "ec2:CreateAction"));
        Assert.Equal(["arn:Role:apps-node"], Texts(statements["HandOverNodeRole"], "Resource"));
        Assert.DoesNotContain(statements.Values, statement => Texts(statement, "Action").Any(action => action.StartsWith("iam:", StringComparison.Ordinal) && action != "iam:PassRole"));
    }

    [Fact]
    public async Task Is_not_there_unless_asked_for() =>
        Assert.Empty((await Run(Nodes with { Karpenter = null })).Of("EC2NodeClass"));

    [Fact]
    public async Task Refuses_what_would_run_away()
    {
        Assert.Contains(
            "compute.release is '', but Karpenter needs one such as 1.35.2-20260310: nodes of a moving image would be replaced on AWS's day.",
            await Refusal(Nodes with { Release = null }), StringComparison.Ordinal);
        Assert.Contains("compute.release is 'latest', but Karpenter needs one", await Refusal(Nodes with { Release = "latest" }), StringComparison.Ordinal);
        Assert.Contains(
            "compute.workingHours would take Karpenter away before its nodes, which nobody would stop then; set the working hours of the workloads instead.",
            await Refusal(Nodes with { WorkingHours = new WorkingHours(new TimeOnly(6, 0), new TimeOnly(19, 0)) }), StringComparison.Ordinal);
        Assert.Contains(
            "compute.karpenter.maxCpus is 1, but must be 2 to 10000.",
            await Refusal(Nodes with { Karpenter = new Karpenter { MaxCpus = 1 } }), StringComparison.Ordinal);
    }

    private static Task<Sandbox> Run(ManagedNodes nodes) => Sandbox.Run(() => Build(nodes));

    private static Task<string> Refusal(ManagedNodes nodes) => Sandbox.Refusal(() => Build(nodes));

    private static void Build(ManagedNodes nodes) => _ = new KubernetesCluster("apps", GivenCluster.Staging(settings => settings.Compute = nodes));

    private static IEnumerable<string> Texts(JsonElement parent, string member) => parent.GetProperty(member).EnumerateArray().Select(text => text.GetString()!);
}
