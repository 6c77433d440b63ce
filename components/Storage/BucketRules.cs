using Platform.Components.Identity;
using Pulumi.Aws.S3.Inputs;

namespace Platform.Components.Storage;

/// <summary>The rules a <see cref="PrivateBucket"/> lives by.</summary>
internal static class BucketRules
{
    public static InputList<BucketServerSideEncryptionConfigurationRuleArgs> Encryption(Input<string>? keyArn) =>
        new BucketServerSideEncryptionConfigurationRuleArgs
        {
            BucketKeyEnabled = keyArn is not null,
            ApplyServerSideEncryptionByDefault = new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
            {
                SseAlgorithm = keyArn is null ? "AES256" : "aws:kms",
                KmsMasterKeyId = keyArn,
            },
        };

    public static InputList<BucketLifecycleConfigurationRuleArgs> Lifecycle(int keepVersionsDays, int? archiveDays, int? expireDays) =>
        new BucketLifecycleConfigurationRuleArgs
        {
            Id = "tidy",
            Status = "Enabled",
            Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
            AbortIncompleteMultipartUpload =
                new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = 7 },
            NoncurrentVersionExpiration =
                new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = keepVersionsDays },
            Transitions = archiveDays is { } archive
                ? [new BucketLifecycleConfigurationRuleTransitionArgs { Days = archive, StorageClass = "GLACIER" }]
                : null!,
            Expiration = expireDays is { } days
                ? new BucketLifecycleConfigurationRuleExpirationArgs { Days = days }
                : (Input<BucketLifecycleConfigurationRuleExpirationArgs>?)null,
        };

    public static Output<string> Policy(Output<string> bucketArn, PrivateBucketArgs args, CallerAccount account)
    {
        Input<string> everything = Output.Format($"{bucketArn}/*");
        var statements = new List<Statement>
        {
            new("DenyPlainHttp", "s3:*")
            {
                Deny = true,
                Principal = Principal.Anyone,
                Resources = [bucketArn, everything],
                Conditions = [new Condition("Bool", "aws:SecureTransport", "false")],
            },
            new("DenyOldTls", "s3:*")
            {
                Deny = true,
                Principal = Principal.Anyone,
                Resources = [bucketArn, everything],
                Conditions = [new Condition("NumericLessThan", "s3:TlsVersion", "1.2")],
            },
        };

        if (args.KeyArn is { } keyArn)
        {
            statements.Add(new Statement("DenyOtherKeys", "s3:PutObject")
            {
                Deny = true,
                Principal = Principal.Anyone,
                Resources = [everything],

                // Another key by name. Who names none gets the bucket's own, and S3 looks at what was said before it fills that in:
                // a negated condition alone would refuse every such upload.
                Conditions =
                [
                    new Condition("Null", "s3:x-amz-server-side-encryption-aws-kms-key-id", "false"),
                    new Condition("StringNotEquals", "s3:x-amz-server-side-encryption-aws-kms-key-id", keyArn),
                ],
            });
            statements.Add(new Statement("DenyKeysOfS3", "s3:PutObject")
            {
                Deny = true,
                Principal = Principal.Anyone,
                Resources = [everything],

                // Whoever asks for S3's own key names no key, and would pass the statement above.
                Conditions =
                [
                    new Condition("Null", "s3:x-amz-server-side-encryption", "false"),
                    new Condition("StringNotEquals", "s3:x-amz-server-side-encryption", "aws:kms"),
                ],
            });
        }

        if (args.LogWriter is { } writer)
        {
            statements.Add(new Statement("DeliverLogs", "s3:PutObject")
            {
                Principal = Principal.Service(writer),
                Resources = [Output.Format($"{bucketArn}/*/AWSLogs/{account.Id}/*")],
                Conditions = DeliveriesOf(writer, account),
            });
        }

        statements.AddRange(args.Grants?.Invoke(bucketArn) ?? []);
        if (args.CdnOrigin == true)
        {
            // Any distribution of the account: one of its own would have to exist before the bucket it reads from.
            statements.Add(new Statement("ReadByCdn", "s3:GetObject")
            {
                Principal = Principal.Service("cloudfront.amazonaws.com"),
                Resources = [everything],
                // CloudFront says for which distribution it asks, and that names the account; it is not known to say the account besides.
                Conditions =
                [
                    new Condition("ArnLike", "aws:SourceArn", Output.Format($"arn:{account.Partition}:cloudfront::{account.Id}:distribution/*")),
                ],
            });
        }

        return PolicyText.Of([.. statements]);
    }

    /// <summary>
    /// The delivery service of CloudWatch writes for any account that asks it to, and says for which; the one of load balancers does not
    /// say, and is held by the account in the path alone.
    /// </summary>
    private static Condition[] DeliveriesOf(string writer, CallerAccount account) => writer == "delivery.logs.amazonaws.com"
        ?
        [
            new Condition("StringEquals", "aws:SourceAccount", account.Id),
            new Condition("ArnLike", "aws:SourceArn", Output.Format($"arn:{account.Partition}:logs:*:{account.Id}:delivery-source:*")),
        ]
        : [];
}
