using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Testing;

namespace Platform.Tests.Sdk.Generator;

/// <summary>What the generated classes send to the engine.</summary>
public class ConsumerTests
{
    [Fact]
    public async Task Sends_inputs_by_their_wire_names()
    {
        var sent = await Run(Consumer.Network);

        var vpc = sent.Only("aws:ec2/vpc:Vpc");
        Assert.Equal("10.0.0.0/16", vpc["cidrBlock"]);
        Assert.Equal(true, vpc["enableDnsHostnames"]);
        Assert.Equal("network", Map(vpc["tags"])["Tier"]);
        Assert.Equal("zone-a", sent.Only("aws:ec2/subnet:Subnet")["availabilityZone"]);
        Assert.Equal("a-id", Assert.Single(List(sent.Only("aws:lb/loadBalancer:LoadBalancer")["subnets"])));
    }

    [Fact]
    public async Task Reads_a_resource_by_its_id_and_sends_no_inputs()
    {
        var sent = await Run(Consumer.Network);

        var known = Assert.Single(sent.Registered("aws:ec2/vpc:Vpc"), resource => resource.Name == "known");
        Assert.Equal("vpc-1", known.Id);
        Assert.Empty(known.Inputs);
    }

    [Fact]
    public async Task Sends_nested_objects_and_leaves_out_what_is_not_set()
    {
        var sent = await Run(Consumer.Network);

        var rule = Map(Assert.Single(List(sent.Only("aws:ec2/securityGroup:SecurityGroup")["ingress"])));
        Assert.Equal(["cidrBlocks", "fromPort", "protocol", "toPort"], rule.Keys.Order());
        Assert.Equal(443.0, Convert.ToDouble(rule["fromPort"], null));
    }

    [Fact]
    public async Task Sends_enumerations_as_their_text_and_archives_as_archives()
    {
        var sent = await Run(Consumer.Compute);

        Assert.Equal("t3.micro", sent.Only("aws:ec2/instance:Instance")["instanceType"]);
        Assert.Equal("ami-1", sent.Only("aws:ec2/instance:Instance")["ami"]);
        Assert.Equal("dotnet8", sent.Only("aws:lambda/function:Function")["runtime"]);
        Assert.IsAssignableFrom<Archive>(sent.Only("aws:lambda/function:Function")["code"]);
    }

    [Fact]
    public async Task Applies_the_defaults_of_the_official_package()
    {
        var sent = await Run(Consumer.Network);

        Assert.Equal("Managed by Pulumi", sent.Only("aws:ec2/securityGroup:SecurityGroup")["description"]);
    }

    [Fact]
    public async Task Reads_the_result_of_a_function_and_sends_a_document_made_of_it()
    {
        var sent = await Run(Consumer.Data);

        Assert.Equal("{}", sent.Only("aws:s3/bucketPolicy:BucketPolicy")["policy"]);
        Assert.Equal("logs", sent.Only("aws:s3/bucket:Bucket")["bucket"]);
        var statement = Map(Assert.Single(List(sent.Calls["aws:iam/getPolicyDocument:getPolicyDocument"]["statements"])));
        Assert.Equal("arn:logs/*", Assert.Single(List(statement["resources"])));
    }

    [Fact]
    public async Task Sends_a_provider_its_settings_as_json()
    {
        var sent = await Run(Consumer.Edge);

        var provider = sent.Only("pulumi:providers:aws");
        Assert.Equal("eu-central-1", provider["region"]);
        using var tags = JsonDocument.Parse((string)provider["defaultTags"]);
        Assert.Equal("test", tags.RootElement.GetProperty("tags").GetProperty("env").GetString());
        Assert.Equal("false", provider["skipCredentialsValidation"]);
        Assert.Equal("2012-10-17", Map(sent.Only("aws:iam/policy:Policy")["policy"])["Version"]);
    }

    [Fact]
    public async Task Sends_the_kind_of_every_kubernetes_object()
    {
        var sent = await Run(Consumer.Cluster);

        var deployment = sent.Only("kubernetes:apps/v1:Deployment");
        Assert.Equal(("apps/v1", "Deployment"), (deployment["apiVersion"], deployment["kind"]));
        Assert.Equal("Namespace", sent.Only("kubernetes:core/v1:Namespace")["kind"]);
        Assert.Equal("http", Map(Assert.Single(List(Map(sent.Only("kubernetes:core/v1:Service")["spec"])["ports"])))["targetPort"]);
    }

    [Fact]
    public async Task Sends_a_custom_resource_as_the_type_its_arguments_name()
    {
        var sent = await Run(Consumer.Cluster);

        var application = sent.Only("kubernetes:argoproj.io/v1alpha1:Application");
        Assert.Equal(("argoproj.io/v1alpha1", "Application", "default"), (application["apiVersion"], application["kind"], application["project"]));
    }

    [Fact]
    public async Task Keeps_a_secret_input_secret_however_it_is_filled()
    {
        var arguments = new Pulumi.Kubernetes.Types.Inputs.Core.V1.SecretArgs { Data = { ["a"] = "1" }, StringData = new() { ["b"] = "2" } };
        var instance = new Pulumi.Aws.Rds.InstanceArgs { InstanceClass = "db.t4g.small", Password = "3" };

        Assert.True(await Output.IsSecretAsync(arguments.Data.ToOutput()));
        Assert.True(await Output.IsSecretAsync(arguments.StringData.ToOutput()));
        Assert.True(await Output.IsSecretAsync(instance.Password!.ToOutput()));
    }

    private static ImmutableDictionary<string, object> Map(object value) => Assert.IsType<ImmutableDictionary<string, object>>(value);

    private static ImmutableArray<object> List(object value) => Assert.IsType<ImmutableArray<object>>(value);

    private static async Task<Recorder> Run(Action program)
    {
        var recorder = new Recorder();
        await Deployment.TestAsync(recorder, new TestOptions { IsPreview = false }, program);
        return recorder;
    }

    private sealed class Recorder : IMocks
    {
        private readonly List<MockResourceArgs> _registered = [];

        public Dictionary<string, ImmutableDictionary<string, object>> Calls { get; } = [];

        public ImmutableDictionary<string, object> Only(string type) => Registered(type).Single(resource => string.IsNullOrEmpty(resource.Id)).Inputs;

        public IEnumerable<MockResourceArgs> Registered(string type) => _registered.Where(resource => resource.Type == type);

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            lock (_registered)
            {
                _registered.Add(args);
            }

            return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItem("arn", $"arn:{args.Name}")));
        }

        public Task<object> CallAsync(MockCallArgs args)
        {
            lock (_registered)
            {
                Calls[args.Token!] = args.Args;
            }

            return Task.FromResult<object>(args.Token switch
            {
                "aws:index/getAvailabilityZones:getAvailabilityZones" => Answer("names", ImmutableArray.Create<object>("zone-a")),
                "aws:ec2/getAmi:getAmi" => Answer("id", "ami-1"),
                _ => Answer("json", "{}"),
            });
        }

        private static ImmutableDictionary<string, object> Answer(string name, object value) =>
            ImmutableDictionary<string, object>.Empty.Add(name, value);
    }
}
