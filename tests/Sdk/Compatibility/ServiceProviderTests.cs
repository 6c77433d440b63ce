using Moq;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Testing;

namespace Platform.Tests.Sdk.Compatibility;

/// <summary>A stack that takes what it needs from a container.</summary>
public class ServiceProviderTests
{
    [Fact]
    public async Task A_stack_gets_what_its_constructor_asks_for()
    {
        var naming = new Mock<INaming>();
        naming.Setup(n => n.For("uploads")).Returns("acme-dev-uploads");

        var resources = await Deployment.TestWithServiceProviderAsync<UploadStack>(
            Testing.NewMocks().Object, new Container(naming.Object), new TestOptions { IsPreview = false, StackName = "dev" });

        var bucket = resources.OfType<Bucket>().Single();
        Assert.Equal("acme-dev-uploads", await bucket.BucketName.GetValueAsync());
        Assert.Equal("uploads_id", await resources.OfType<UploadStack>().Single().BucketId.GetValueAsync());
        Assert.Equal(["project-dev", "uploads"], resources.Select(resource => resource.GetResourceName()));
        naming.Verify(n => n.For(It.IsAny<string>()), Times.Once);
    }

    [Fact]
    public async Task Each_run_makes_a_stack_of_its_own()
    {
        var container = new Container(Mock.Of<INaming>(n => n.For(It.IsAny<string>()) == "any"));
        var options = new TestOptions { IsPreview = false };

        var first = await Deployment.TestWithServiceProviderAsync<UploadStack>(Testing.NewMocks().Object, container, options);
        var second = await Deployment.TestWithServiceProviderAsync<UploadStack>(Testing.NewMocks().Object, container, options);

        Assert.NotSame(first.OfType<UploadStack>().Single(), second.OfType<UploadStack>().Single());
    }

    [Fact]
    public async Task A_failure_while_the_stack_is_made_fails_the_test()
    {
        var naming = new Mock<INaming>();
        naming.Setup(n => n.For("uploads")).Throws(new InvalidOperationException("no name is left"));

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => Deployment.TestWithServiceProviderAsync<UploadStack>(Testing.NewMocks().Object, new Container(naming.Object)));

        Assert.Contains("no name is left", failure.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Public, so that Moq can stand in for it.</summary>
    public interface INaming
    {
        string For(string purpose);
    }

    private sealed class Container(INaming naming) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(UploadStack) ? new UploadStack(naming) : null;
    }

    private sealed class UploadStack : Stack
    {
        public UploadStack(INaming naming)
        {
            var bucket = new Bucket("uploads", new BucketArgs { BucketName = naming.For("uploads") });
            BucketId = bucket.Id;
        }

        [Output]
        public Output<string> BucketId { get; private set; }
    }
}
