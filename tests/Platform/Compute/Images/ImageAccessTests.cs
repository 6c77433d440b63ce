using System.Text.Json;
using Platform.Components.Compute;
using Platform.Components.Compute.Tasks;
using Platform.Tests.Compute.Instances;

namespace Platform.Tests.Compute.Images;

public class ImageAccessTests
{
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string Shop = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop" + Digest;
    private const string Collector = "444455556666.dkr.ecr.us-east-1.amazonaws.com/tools/otel" + Digest;

    [Fact]
    public async Task A_task_may_pull_every_image_it_is_made_of() => Assert.Equal(
        ["arn:aws:ecr:eu-west-1:111122223333:repository/shop", "arn:aws:ecr:us-east-1:444455556666:repository/tools/otel"],
        Pulled(await Sandbox.Run(() => Service(Shop, null, Collector)), "app-start"));

    [Fact]
    public async Task A_repository_of_the_stack_stands_for_the_services_own_image() => Assert.Equal(
        ["arn:repository", "arn:aws:ecr:us-east-1:444455556666:repository/tools/otel"],
        Pulled(await Sandbox.Run(() => Service(Shop, "arn:repository", Collector, Shop)), "app-start"));

    [Fact]
    public async Task Public_images_need_no_right()
    {
        var policy = (string)(await Sandbox.Run(() => Service(Given.Image, null, "public.ecr.aws/otel/collector" + Digest))).Named("RolePolicy", "app-start")["policy"]!;

        Assert.DoesNotContain("ecr:", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_may_pull_what_its_image_names_and_logs_in_there()
    {
        var plan = await Sandbox.Run(() => Fleet.Service(image: Shop, repository: null));

        Assert.Equal(["arn:aws:ecr:eu-west-1:111122223333:repository/shop"], Pulled(plan, "shop"));
        Assert.Contains(
            "111122223333.dkr.ecr.eu-west-1.amazonaws.com",
            System.Text.Encoding.UTF8.GetString(Convert.FromBase64String((string)plan.Only("LaunchTemplate")["userData"]!)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/shop")]
    [InlineData("111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/shop")]
    [InlineData("111122223333.dkr-ecr.eu-west-1.on.aws/shop")]
    public async Task Knows_every_name_a_registry_has(string repository) =>
        Assert.EndsWith(":111122223333:repository/shop", Assert.Single(Pulled(await Sandbox.Run(() => Service(repository + Digest, null)), "app-start")), StringComparison.Ordinal);

    private static IEnumerable<string> Pulled(Sandbox plan, string role) => JsonElement
        .Parse((string)plan.Named("RolePolicy", role)["policy"]!).GetProperty("Statement").EnumerateArray()
        .Single(statement => statement.GetProperty("Sid").GetString() == "PullImage")
        .GetProperty("Resource").EnumerateArray().Select(resource => resource.GetString()!);

    private static FargateService Service(string image, string? repository, params string[] sidecars) => new("app", new()
    {
        Network = Given.Network,
        ClusterName = "cluster",
        Target = Given.Target,
        Image = image,
        RepositoryArn = repository is null ? null : (Input<string>)repository,
        Cpu = 256,
        Memory = 512,
        MinTasks = 1,
        MaxTasks = 3,
        Sidecars = [.. sidecars.Select((sidecar, index) => new Sidecar { Name = $"beside-{index}", Image = sidecar, Cpu = 64, Memory = 128 })],
        LogKeyArn = "arn:key/logs",
        LogRetentionDays = 14,
    });
}
