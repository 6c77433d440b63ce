using System.Collections.Immutable;
using Moq;
using Pulumi.Aws.Ec2;
using Pulumi.Testing;

namespace Platform.Tests.Sdk.Compatibility;

/// <summary>A stack class, mocks made by Moq, and values read from the resources that come back.</summary>
public class StackTests
{
    [Fact]
    public async Task Every_server_has_a_name()
    {
        var resources = await Testing.RunAsync<WebServerStack>(Cloud().Object);

        var tags = await resources.OfType<Instance>().Single().Tags.GetValueAsync();

        Assert.Equal(("web", "stack"), (tags?["Name"], tags?["Stack"]));
    }

    [Fact]
    public async Task The_server_stands_behind_the_firewall()
    {
        var resources = await Testing.RunAsync<WebServerStack>(Cloud().Object);

        var groups = await resources.OfType<Instance>().Single().VpcSecurityGroupIds.GetValueAsync();

        Assert.Equal(await resources.OfType<SecurityGroup>().Single().Id.GetValueAsync(), Assert.Single(groups));
    }

    [Fact]
    public async Task The_firewall_is_closed_to_the_internet()
    {
        var resources = await Testing.RunAsync<WebServerStack>(Cloud().Object);

        var rules = await resources.OfType<SecurityGroup>().Single().Ingress.GetValueAsync();

        Assert.DoesNotContain(rules.SelectMany(rule => rule.CidrBlocks), range => range == "0.0.0.0/0");
        Assert.Equal((443, 443), (rules.Single().FromPort, rules.Single().ToPort));
    }

    [Fact]
    public async Task The_image_is_the_one_that_the_cloud_names()
    {
        var cloud = Cloud();

        var resources = await Testing.RunAsync<WebServerStack>(cloud.Object);

        Assert.Equal("ami-42", await resources.OfType<Instance>().Single().Ami.GetValueAsync());
        cloud.Verify(
            m => m.CallAsync(It.Is<MockCallArgs>(call => call.Token == "aws:ec2/getAmi:getAmi" && (bool)call.Args["mostRecent"])), Times.Once);
    }

    [Fact]
    public async Task The_outputs_come_from_the_server_and_are_told_to_the_engine()
    {
        var cloud = Cloud();
        var told = new List<MockRegisterResourceOutputsRequest>();
        cloud.Setup(m => m.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>()))
            .Callback((MockRegisterResourceOutputsRequest request) => told.Add(request))
            .Returns(Task.CompletedTask);

        var resources = await Testing.RunAsync<WebServerStack>(cloud.Object);

        var stack = resources.OfType<WebServerStack>().Single();
        Assert.Equal("https://10.1.2.3/", await stack.Address.GetValueAsync());
        Assert.Equal("arn:web-server", await stack.ServerArn.GetValueAsync());
        Assert.Equal(["Address", "arn"], Assert.Single(told).Outputs.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>Mocks that also answer what only the cloud knows.</summary>
    private static Mock<IMocks> Cloud()
    {
        var mocks = Testing.NewMocks();
        mocks.Setup(m => m.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Type == "aws:ec2/instance:Instance")))
            .ReturnsAsync((MockResourceArgs args) =>
            {
                var outputs = ImmutableDictionary.CreateBuilder<string, object>();
                outputs.AddRange(args.Inputs);
                outputs.Add("privateIp", "10.1.2.3");
                outputs.Add("arn", $"arn:{args.Name}");
                return ($"{args.Name}_id", outputs.ToImmutable());
            });
        mocks.Setup(m => m.CallAsync(It.Is<MockCallArgs>(args => args.Token == "aws:ec2/getAmi:getAmi")))
            .ReturnsAsync(new Dictionary<string, object> { ["id"] = "ami-42", ["architecture"] = "arm64" });
        return mocks;
    }
}
