using System.Text.Json;
using Platform.Components.Compute;
using Platform.Components.Compute.Images;

namespace Platform.Tests.Compute.Images;

public class ContainerPlaceTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() => Golden.Check("containers", Golden.Full(await Sandbox.Run(() =>
    {
        new ContainerCluster("cluster", new() { KeyArn = "arn:key/logs", LogRetentionDays = 14 });
        new ContainerRepository("app", new() { KeyArn = "arn:key/data", DestroyWithContent = true });
    })));

    [Fact]
    public async Task Never_lets_a_tag_name_another_image()
    {
        var repository = (await Sandbox.Run(() => new ContainerRepository("app", new() { KeyArn = "arn:key" }))).Only("Repository");

        Assert.Equal("IMMUTABLE", repository["imageTagMutability"]);
        Assert.Equal(true, repository["imageScanningConfiguration.scanOnPush"]);
        Assert.Equal(false, repository["forceDelete"]);
    }

    [Fact]
    public async Task Lets_the_next_environment_copy_an_image_by_its_digest()
    {
        var plan = await Sandbox.Run(() => new ContainerRepository(
            "app", new() { KeyArn = "arn:key", ReaderAccountIds = ["333344445555", "222233334444"] }));

        var statements = JsonElement.Parse((string)plan.Only("RepositoryPolicy")["policy"]!).GetProperty("Statement").EnumerateArray().ToList();
        Assert.Equal(
            ["arn:aws:iam::222233334444:root", "arn:aws:iam::333344445555:root"],
            statements.Select(statement => statement.GetProperty("Principal").GetProperty("AWS").GetString()));
        Assert.All(statements, statement => Assert.Equal(
            ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer"],
            statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString())));
        Assert.Empty((await Sandbox.Run(() => new ContainerRepository("app", new() { KeyArn = "arn:key" }))).Of("RepositoryPolicy"));
    }

    [Fact]
    public async Task Refuses_a_reader_that_is_no_account() => Assert.Contains(
        "ContainerRepository 'app': readerAccountIds has 'everybody', but must name accounts by their 12 digits.",
        await Sandbox.Refusal(() => new ContainerRepository("app", new() { KeyArn = "arn:key", ReaderAccountIds = ["everybody"] })), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, "enabled"), InlineData(true, "enhanced")]
    public async Task Measures_as_closely_as_asked(bool detailed, string insights)
    {
        var plan = await Sandbox.Run(() => new ContainerCluster(
            "cluster", new() { KeyArn = "arn:key", LogRetentionDays = 14, DetailedInsights = detailed }));

        Assert.Equal(insights, plan.Only("Cluster")["settings.0.value"]);
    }
}
