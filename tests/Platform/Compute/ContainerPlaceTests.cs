using Platform.Components.Compute;

namespace Platform.Tests.Compute;

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

    [Theory]
    [InlineData(false, "enabled"), InlineData(true, "enhanced")]
    public async Task Measures_as_closely_as_asked(bool detailed, string insights)
    {
        var plan = await Sandbox.Run(() => new ContainerCluster(
            "cluster", new() { KeyArn = "arn:key", LogRetentionDays = 14, DetailedInsights = detailed }));

        Assert.Equal(insights, plan.Only("Cluster")["settings.0.value"]);
    }
}
