using Moq;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Platform.Tests.Sdk.Compatibility;

/// <summary>Programs that are a function, run as a preview, where what the cloud would answer is unknown, and run for real.</summary>
public class PreviewTests
{
    [Fact]
    public async Task What_the_mocks_do_not_answer_is_unknown_in_a_preview()
    {
        var (resources, outputs) = await Deployment.TestAsync(Inputs().Object, new TestOptions(), Program);

        var bucket = resources.OfType<Bucket>().Single();
        Assert.True(await OutputUtilities.GetIsKnownAsync(bucket.BucketName));
        Assert.False(await OutputUtilities.GetIsKnownAsync(bucket.Arn));
        Assert.False(await OutputUtilities.GetIsKnownAsync(bucket.Id));
        Assert.False(await OutputUtilities.GetIsKnownAsync((Output<string>)outputs["text"]!));
        Assert.False(await OutputUtilities.GetIsKnownAsync((Output<string>)outputs["both"]!));
        Assert.True((bool)outputs["preview"]!);
    }

    [Fact]
    public async Task It_is_empty_otherwise()
    {
        var (resources, outputs) = await Deployment.TestAsync(Inputs().Object, new TestOptions { IsPreview = false }, Program);

        var bucket = resources.OfType<Bucket>().Single();
        Assert.True(await OutputUtilities.GetIsKnownAsync(bucket.Arn));
        Assert.Null(await bucket.Arn.GetValueAsync());
        Assert.Equal("to ", await ((Output<string>)outputs["text"]!).GetValueAsync());
        Assert.False((bool)outputs["preview"]!);
    }

    [Fact]
    public async Task What_is_unknown_is_not_given_to_an_apply_or_to_another_resource()
    {
        var applied = 0;
        var mocks = Inputs();

        await Deployment.TestAsync(mocks.Object, new TestOptions { IsPreview = true }, () =>
        {
            var first = new Bucket("first");
            first.Arn.Apply(arn => applied++);
            new Bucket("second", new BucketArgs { BucketPrefix = first.Arn, BucketName = "second" });
        });

        Assert.Equal(0, applied);
        mocks.Verify(m => m.NewResourceAsync(It.Is<MockResourceArgs>(
            args => args.Name == "second" && !args.Inputs.ContainsKey("bucketPrefix") && (string)args.Inputs["bucket"] == "second")));
    }

    [Fact]
    public async Task The_deployment_tells_what_the_test_calls_it()
    {
        var options = new TestOptions { ProjectName = "shop", StackName = "dev", OrganizationName = "acme", IsPreview = false };

        var (_, outputs) = await Deployment.TestAsync(Inputs().Object, options, async () =>
        {
            await Task.Yield();
            var deployment = Deployment.Instance;
            return (IDictionary<string, object?>)new Dictionary<string, object?>
            {
                ["name"] = $"{deployment.OrganizationName}/{deployment.ProjectName}/{deployment.StackName}",
            };
        });

        Assert.Equal("acme/shop/dev", outputs["name"]);
    }

    [Fact]
    public async Task An_exception_in_the_program_fails_the_test()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Deployment.TestAsync(
            Inputs().Object, new TestOptions(), () => { Output.Create(1).Apply(Break); }));

        Assert.Contains("it broke", failure.ToString(), StringComparison.Ordinal);
    }

    private static int Break(int value) => throw new InvalidOperationException($"it broke at {value}");

    private static Dictionary<string, object?> Program()
    {
        var bucket = new Bucket("data", new BucketArgs { BucketName = "acme-data" });
        return new Dictionary<string, object?>
        {
            ["text"] = Output.Format($"to {bucket.Arn}"),
            ["both"] = Output.Tuple(bucket.BucketName, bucket.Arn).Apply(pair => pair.Item1 + pair.Item2),
            ["preview"] = Deployment.Instance.IsDryRun,
        };
    }

    /// <summary>Mocks that have only the inputs to answer with, and no id.</summary>
    private static Mock<IMocks> Inputs()
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync((MockResourceArgs args) => (null, args.Inputs));
        return mocks;
    }
}
