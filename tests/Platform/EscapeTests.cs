using System.Collections.Immutable;
using Platform.Components;
using Platform.Components.Storage;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.S3;

namespace Platform.Tests;

public class EscapeTests
{
    [Fact]
    public async Task Changes_a_child_and_leaves_a_trace_with_the_reason()
    {
        ImmutableDictionary<string, object> about = ImmutableDictionary<string, object>.Empty;
        var plan = await Sandbox.Run(() => new PrivateBucket(
            "uploads", new(), new ComponentResourceOptions().Override<BucketVersioningArgs>("drill of 12 May", args => args.Mfa = "123"))
            .About.Apply(told => about = told));

        Assert.Equal("123", plan.Only("BucketVersioning")["mfa"]);
        var use = Assert.IsType<ImmutableDictionary<string, object>>(Assert.Single((ImmutableArray<object>)about["overrides"]));
        Assert.Equal("BucketVersioningArgs", use["args"]);
        Assert.Equal("drill of 12 May", use["because"]);
        Assert.Equal("aws:s3/bucketVersioning:BucketVersioning::uploads", Assert.Single((ImmutableArray<object>)use["resources"]));
    }

    [Fact]
    public async Task Refuses_a_change_that_meets_no_child()
    {
        var message = await Sandbox.Refusal(() => new PrivateBucket(
            "uploads", new(), new ComponentResourceOptions().Override<VpcArgs>("drill", args => args.CidrBlock = "10.0.0.0/16")));

        Assert.Contains("PrivateBucket 'uploads': Override<VpcArgs> met no child; remove it or name the arguments of a child.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_without_overrides_says_so()
    {
        ImmutableDictionary<string, object> about = ImmutableDictionary<string, object>.Empty;
        await Sandbox.Run(() => new PrivateBucket("uploads", new()).About.Apply(told => about = told));

        Assert.Equal(1, about["version"]);
        Assert.Equal("storage", about["tier"]);
        Assert.Empty((ImmutableArray<object>)about["overrides"]);
    }
}
