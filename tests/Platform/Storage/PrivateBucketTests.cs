using Platform.Components.Storage;

namespace Platform.Tests.Storage;

public class PrivateBucketTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() => Golden.Check("bucket", Golden.Full(await Sandbox.Run(() =>
    {
        new PrivateBucket("uploads", new() { KeyArn = "arn:key" });
        new PrivateBucket("logs", new() { LogWriter = "logs.example", ExpireDays = 14, KeepVersionsDays = 1, DestroyWithContent = true });
    })));

    [Fact]
    public async Task Blocks_every_kind_of_public_access()
    {
        var block = (await Sandbox.Run(() => new PrivateBucket("uploads", new()))).Only("BucketPublicAccessBlock");

        Assert.Equal(4, block.Inputs.Remove("bucket").Values.Count(value => value.Equals(true)));
    }

    [Fact]
    public async Task Refuses_plain_http_old_tls_and_other_keys()
    {
        var policy = (string)(await Sandbox.Run(() => new PrivateBucket("uploads", new() { KeyArn = "arn:key" }))).Only("BucketPolicy")["policy"]!;

        Assert.Contains("""{"Bool":{"aws:SecureTransport":"false"}}""", policy, StringComparison.Ordinal);
        Assert.Contains("""{"NumericLessThan":{"s3:TlsVersion":"1.2"}}""", policy, StringComparison.Ordinal);
        Assert.Contains(
            """{"Null":{"s3:x-amz-server-side-encryption-aws-kms-key-id":"false"},"StringNotEquals":{"s3:x-amz-server-side-encryption-aws-kms-key-id":"arn:key"}}""",
            policy,
            StringComparison.Ordinal);
        Assert.DoesNotContain("\"Allow\"", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0), InlineData(3651)]
    public async Task Refuses_a_retention_it_cannot_keep(int days)
    {
        Assert.Contains(
            $"PrivateBucket 'uploads': keepVersionsDays is {days}, but must be 1 to 3650.",
            await Sandbox.Refusal(() => new PrivateBucket("uploads", new() { KeepVersionsDays = days })), StringComparison.Ordinal);
        Assert.Contains(
            $"expireDays is {days}, but must be 1 to 3650.",
            await Sandbox.Refusal(() => new PrivateBucket("uploads", new() { ExpireDays = days })), StringComparison.Ordinal);
    }
}
