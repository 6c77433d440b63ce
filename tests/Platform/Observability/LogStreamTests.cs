using Platform.Components.Observability;

namespace Platform.Tests.Observability;

public class LogStreamTests
{
    [Fact]
    public async Task Encrypts_and_forgets()
    {
        var group = (await Sandbox.Run(() => new LogStream("shop", new() { KeyArn = "arn:key", RetentionDays = 30 }))).Only("LogGroup");

        Assert.Equal("/platform/dev/shop", group["name"]);
        Assert.Equal("arn:key", group["kmsKeyId"]);
        Assert.Equal(30.0, group["retentionInDays"]);
    }

    [Theory]
    [InlineData(0), InlineData(10), InlineData(4000)]
    public async Task Refuses_a_retention_cloudwatch_does_not_have(int days)
    {
        var message = await Sandbox.Refusal(() => new LogStream("shop", new() { KeyArn = "arn:key", RetentionDays = days }));

        Assert.Contains($"LogStream 'shop': retentionDays is {days}, but must be one of 1, 3, 5, 7, 14,", message, StringComparison.Ordinal);
    }
}
