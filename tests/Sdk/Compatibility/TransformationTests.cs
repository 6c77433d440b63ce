using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Testing;

namespace Platform.Tests.Sdk.Compatibility;

/// <summary>A component whose children are changed from outside.</summary>
public class TransformationTests
{
    [Fact]
    public async Task A_component_passes_its_transformations_to_its_children()
    {
        var made = await MadeBy(() => new Archive("files", new ComponentResourceOptions { ResourceTransformations = { Tag("owner", "team-a") } }));

        Assert.Equal("team-a", Tags(made["files-data"])["owner"]);
        Assert.Equal("team-a", Tags(made["files-logs"])["owner"]);
        Assert.Equal("data", Tags(made["files-data"])["kind"]);
    }

    [Fact]
    public async Task The_childs_own_comes_first_then_the_parents()
    {
        var made = await MadeBy(() =>
        {
            var parent = new Archive("files", new ComponentResourceOptions { ResourceTransformations = { Tag("who", "parent") } });
            new Bucket("own", new BucketArgs(), new CustomResourceOptions { Parent = parent, ResourceTransformations = { Tag("who", "child") } });
        });

        Assert.Equal("parent", Tags(made["own"])["who"]);
    }

    [Fact]
    public async Task A_transformation_that_returns_null_changes_nothing()
    {
        var seen = new List<string>();
        ResourceTransformation look = args =>
        {
            seen.Add(args.Resource.GetResourceType());
            return null;
        };

        var made = await MadeBy(() => new Archive("files", new ComponentResourceOptions { ResourceTransformations = { look } }));

        Assert.Equal(["acme:storage:Archive", "aws:s3/bucket:Bucket", "aws:s3/bucket:Bucket"], seen);
        Assert.Equal(["kind"], Tags(made["files-data"]).Keys);
    }

    [Fact]
    public async Task A_stack_transforms_everything_in_it()
    {
        var mocks = Testing.NewMocks();
        var made = Record(mocks);

        await Testing.RunAsync<TaggedStack>(mocks.Object);

        Assert.All(["files-data", "files-logs", "plain"], name => Assert.Equal("tagged", Tags(made[name])["cost-centre"]));
        Assert.DoesNotContain("tags", made["files"].Inputs.Keys);
    }

    [Fact]
    public async Task Options_can_be_replaced_as_well()
    {
        ResourceTransformation adopt = args => args.Resource is Bucket && args.Options is CustomResourceOptions options
            ? new ResourceTransformationResult(args.Args, CustomResourceOptions.Merge(options, new CustomResourceOptions { ImportId = $"old-{args.Resource.GetResourceName()}" }))
            : null;

        var made = await MadeBy(() => new Archive("files", new ComponentResourceOptions { ResourceTransformations = { adopt } }));

        Assert.Equal(("old-files-data", "old-files-logs", ""), (made["files-data"].Id, made["files-logs"].Id, made["files"].Id));
    }

    private static ResourceTransformation Tag(string name, string value) => args =>
    {
        if (args.Args is not BucketArgs bucket)
        {
            return null;
        }

        bucket.Tags[name] = value;
        return new ResourceTransformationResult(bucket, args.Options);
    };

    private static async Task<Dictionary<string, MockResourceArgs>> MadeBy(Action program)
    {
        var mocks = Testing.NewMocks();
        var made = Record(mocks);
        await Deployment.TestAsync(mocks.Object, new TestOptions { IsPreview = false }, program);
        return made;
    }

    private static Dictionary<string, MockResourceArgs> Record(Mock<IMocks> mocks)
    {
        var made = new Dictionary<string, MockResourceArgs>();
        mocks.Setup(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync((MockResourceArgs args) =>
        {
            lock (made)
            {
                made.Add(args.Name!, args);
            }

            return ($"{args.Name}_id", (object)args.Inputs);
        });
        return made;
    }

    private static ImmutableDictionary<string, object> Tags(MockResourceArgs resource) => (ImmutableDictionary<string, object>)resource.Inputs["tags"];

    private sealed class TaggedStack : Stack
    {
        public TaggedStack()
            : base(new StackOptions { ResourceTransformations = { Tag("cost-centre", "tagged") } })
        {
            new Archive("files");
            new Bucket("plain");
        }
    }

    private sealed class Archive : ComponentResource
    {
        public Archive(string name, ComponentResourceOptions? options = null)
            : base("acme:storage:Archive", name, options)
        {
            var logs = new Bucket($"{name}-logs", new BucketArgs(), new CustomResourceOptions { Parent = this });
            var data = new Bucket($"{name}-data", new BucketArgs { Tags = { ["kind"] = "data" } }, new CustomResourceOptions { Parent = this, DependsOn = { logs } });
            DataArn = data.Arn;
            RegisterOutputs(new Dictionary<string, object?> { ["dataArn"] = DataArn });
        }

        public Output<string> DataArn { get; }
    }
}
