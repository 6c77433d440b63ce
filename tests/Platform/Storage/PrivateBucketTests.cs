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

    [Fact]
    public async Task Refuses_an_upload_that_asks_for_the_keys_of_S3()
    {
        var policy = (string)(await Sandbox.Run(() => new PrivateBucket("uploads", new() { KeyArn = "arn:key" }))).Only("BucketPolicy")["policy"]!;

        Assert.Contains(
            """Condition":{"Null":{"s3:x-amz-server-side-encryption":"false"},"StringNotEquals":{"s3:x-amz-server-side-encryption":"aws:kms"}}""",
            policy,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_logs_of_the_own_account_only()
    {
        var policy = (string)(await Sandbox.Run(() => new PrivateBucket("logs", new() { LogWriter = "delivery.logs.amazonaws.com" }))).Only("BucketPolicy")["policy"]!;

        Assert.Contains(
            """Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"},"ArnLike":{"aws:SourceArn":"arn:aws:logs:*:111122223333:delivery-source:*"}}""",
            policy,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "GOVERNANCE"), InlineData(true, "COMPLIANCE")]
    public async Task Locks_what_is_written_and_for_everybody_only_when_told_twice(bool? irreversibly, string mode)
    {
        var plan = await Sandbox.Run(() => new PrivateBucket("audit", new() { LockDays = 400, LockIrreversibly = irreversibly }));

        Assert.Equal(true, plan.Only("Bucket")["objectLockEnabled"]);
        var rule = plan.Only("BucketObjectLockConfiguration");
        Assert.Equal((mode, 400.0), (rule["rule.defaultRetention.mode"], rule["rule.defaultRetention.days"]));
    }

    [Theory]
    [InlineData(0, null, false, null, "lockDays is 0, but must be 1 to 3650.")]
    [InlineData(null, true, false, null, "lockIrreversibly is set without lockDays; say for how many days, or leave it out.")]
    [InlineData(30, null, true, null, "lockDays is set for a bucket that may be destroyed with its content")]
    [InlineData(30, null, false, 7, "expireDays is 7, but objects are locked for 30 days; let them live as long.")]
    public async Task Refuses_a_lock_that_cannot_be(int? days, bool? irreversibly, bool destroy, int? expire, string message) => Assert.Contains(
        message,
        await Sandbox.Refusal(() => new PrivateBucket("audit", new() { LockDays = days, LockIrreversibly = irreversibly, DestroyWithContent = destroy, ExpireDays = expire })),
        StringComparison.Ordinal);

    [Fact]
    public async Task Keeps_a_record_of_every_request_in_a_bucket_that_takes_it_from_this_one_only_and_keeps_none_itself()
    {
        var plan = await Sandbox.Run(() => new PrivateBucket("uploads", new() { AccessLogDays = 90 }));

        var logging = plan.Only("BucketLogging");
        Assert.Equal(("Bucket:uploads", "Bucket:uploads-access"), (End(logging["bucket"]), End(logging["targetBucket"])));
        Assert.Equal("EventTime", logging["targetObjectKeyFormat.partitionedPrefix.partitionDateSource"]);
        Assert.Equal(90.0, plan.Named("BucketLifecycleConfiguration", "uploads-access")["rules.0.expiration.days"]);
        Assert.Contains(
            """{"Service":"logging.s3.amazonaws.com"},"Action":["s3:PutObject"]""", (string)plan.Named("BucketPolicy", "uploads-access")["policy"]!, StringComparison.Ordinal);
        Assert.Contains(
            """{"aws:SourceArn":"arn:Bucket:uploads"}""", (string)plan.Named("BucketPolicy", "uploads-access")["policy"]!, StringComparison.Ordinal);
        Assert.Empty((await Sandbox.Run(() => new PrivateBucket("uploads", new()))).Of("BucketLogging"));

        static string End(object? value) => ((string)value!).Split("arn:")[^1];
    }

    [Fact]
    public async Task Copies_everything_within_a_quarter_of_an_hour_under_the_key_of_the_other_side()
    {
        var plan = await Sandbox.Run(() => new BucketReplication("uploads", new()
        {
            From = new PrivateBucket("uploads", new() { KeyArn = "arn:key/home" }),
            To = new PrivateBucket("copies", new() { KeyArn = "arn:key/second" }),
        }));

        var rule = plan.Only("BucketReplicationConfig");
        Assert.Equal(("BucketVersioning:uploads", "arn:Bucket:copies"), ($"BucketVersioning:{((string)rule["bucket"]!).Split(':')[^1]}", rule["rules.0.destination.bucket"]));
        Assert.Equal((15.0, 15.0), (rule["rules.0.destination.replicationTime.time.minutes"], rule["rules.0.destination.metrics.eventThreshold.minutes"]));
        Assert.Equal("arn:key/second", rule["rules.0.destination.encryptionConfiguration.replicaKmsKeyId"]);
        Assert.Equal(("Enabled", "Enabled", "Enabled"), (
            rule["rules.0.deleteMarkerReplication.status"],
            rule["rules.0.sourceSelectionCriteria.replicaModifications.status"],
            rule["rules.0.sourceSelectionCriteria.sseKmsEncryptedObjects.status"]));
        var rights = (string)plan.Only("RolePolicy")["policy"]!;
        Assert.Contains("""{"Sid":"Decrypt","Effect":"Allow","Action":["kms:Decrypt"],"Resource":["arn:key/home"]}""", rights, StringComparison.Ordinal);
        Assert.Contains("""Action":["kms:Encrypt","kms:GenerateDataKey"],"Resource":["arn:key/second"]""", rights, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_copies_that_are_less_safe_than_what_was_copied() => Assert.Contains(
        "BucketReplication 'uploads': one bucket has a key of its own and the other has none",
        await Sandbox.Refusal(() => new BucketReplication("uploads", new()
        {
            From = new PrivateBucket("uploads", new() { KeyArn = "arn:key/home" }),
            To = new PrivateBucket("copies", new()),
        })),
        StringComparison.Ordinal);

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
