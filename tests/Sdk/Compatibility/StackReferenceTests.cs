using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Testing;

namespace Platform.Tests.Sdk.Compatibility;

/// <summary>A program that builds on the outputs of another stack, some of them secret.</summary>
public class StackReferenceTests
{
    private static readonly TestOptions Deployed = new() { IsPreview = false };

    [Fact]
    public async Task Outputs_of_the_other_stack_reach_resources()
    {
        var (resources, outputs) = await Deployment.TestAsync(Network().Object, Deployed, () =>
        {
            var network = new StackReference("acme/network/prod");
            var zone = network.RequireOutput("zones").Apply(zones => (string)((ImmutableArray<object>)zones)[1]);
            var bucket = new Bucket("per-zone", new BucketArgs { BucketPrefix = zone });
            return new Dictionary<string, object?> { ["prefix"] = bucket.BucketPrefix, ["cidr"] = network.GetOutput("cidr") };
        });

        Assert.Equal("eu-west-1b", await resources.OfType<Bucket>().Single().BucketPrefix.GetValueAsync());
        Assert.Equal("10.0.0.0/16", await ((Output<object?>)outputs["cidr"]!).GetValueAsync());
        Assert.Equal("eu-west-1b", await ((Output<string>)outputs["prefix"]!).GetValueAsync());
    }

    [Fact]
    public async Task Only_what_the_other_stack_keeps_secret_is_secret_here()
    {
        var (_, outputs) = await Deployment.TestAsync(Network().Object, Deployed, () =>
        {
            var network = new StackReference("net", new StackReferenceArgs { Name = "acme/network/prod" });
            return new Dictionary<string, object?> { ["cidr"] = network.GetOutput("cidr"), ["token"] = network.GetOutput("token") };
        });

        var (cidr, token) = ((Output<object?>)outputs["cidr"]!, (Output<object?>)outputs["token"]!);
        Assert.False(await Output.IsSecretAsync(cidr));
        Assert.True(await Output.IsSecretAsync(token));
        Assert.Equal("hush", await token.GetValueAsync());
    }

    [Fact]
    public async Task Details_tell_plain_values_and_secrets_apart()
    {
        await Deployment.TestAsync(Network().Object, Deployed, async () =>
        {
            var network = new StackReference("acme/network/prod");

            var (cidr, token, none) = (
                await network.GetOutputDetailsAsync("cidr"), await network.GetOutputDetailsAsync("token"), await network.GetOutputDetailsAsync("none"));

            Assert.Equal(("10.0.0.0/16", null), (cidr.Value, cidr.SecretValue));
            Assert.Equal((null, "hush"), (token.Value, token.SecretValue));
            Assert.Equal((null, null), (none.Value, none.SecretValue));
        });
    }

    [Fact]
    public async Task An_output_that_is_missing_is_null_or_an_error_that_names_it()
    {
        var (_, outputs) = await Deployment.TestAsync(
            Network().Object, Deployed, () => new Dictionary<string, object?> { ["none"] = new StackReference("acme/network/prod").GetOutput("none") });
        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => Deployment.TestAsync(Network().Object, Deployed, () => { new StackReference("acme/network/prod").RequireOutput("none"); }));

        Assert.Null(await ((Output<object?>)outputs["none"]!).GetValueAsync());
        Assert.Contains("'none'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("acme/network/prod", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mocks_see_which_stack_is_read()
    {
        var mocks = Network();

        await Deployment.TestAsync(mocks.Object, Deployed, () => { new StackReference("net", new StackReferenceArgs { Name = "acme/network/prod" }); });

        mocks.Verify(m => m.NewResourceAsync(It.Is<MockResourceArgs>(
            args => args.Type == "pulumi:pulumi:StackReference" && args.Name == "net" && args.Id == "acme/network/prod")));
    }

    private static Mock<IMocks> Network()
    {
        var mocks = Testing.NewMocks();
        mocks.Setup(m => m.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Type == "pulumi:pulumi:StackReference")))
            .ReturnsAsync((MockResourceArgs args) => (args.Id, new Dictionary<string, object>
            {
                ["name"] = args.Inputs["name"],
                ["secretOutputNames"] = ImmutableArray.Create("token"),
                ["outputs"] = new Dictionary<string, object>
                {
                    ["cidr"] = "10.0.0.0/16",
                    ["zones"] = ImmutableArray.Create("eu-west-1a", "eu-west-1b"),
                    ["token"] = "hush",
                },
            }));
        return mocks;
    }
}
