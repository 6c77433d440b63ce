using Platform.Components.Identity;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Platform.Components.Storage;

/// <summary>The record of every request for a <see cref="PrivateBucket"/>, in a bucket beside it that keeps no record of its own.</summary>
internal static class BucketAccessLog
{
    public static void Register(string name, PrivateBucketArgs args, Bucket bucket, PrivateBucket owner)
    {
        if (args.AccessLogDays is not { } days)
        {
            return;
        }

        var account = CallerAccount.Of(owner);
        var log = new PrivateBucket($"{name}-access", new()
        {
            // No key of ours: S3 delivers its records to buckets under keys of its own only.
            ExpireDays = days,
            KeepVersionsDays = 1,
            DestroyWithContent = args.DestroyWithContent,
            Grants = arn =>
            [
                new Statement("TakeRecords", "s3:PutObject")
                {
                    Principal = Principal.Service("logging.s3.amazonaws.com"),
                    Resources = [Output.Format($"{arn}/*")],
                    Conditions =
                    [
                        new Condition("StringEquals", "aws:SourceAccount", account.Id),
                        new Condition("ArnEquals", "aws:SourceArn", bucket.Arn),
                    ],
                },
            ],
        }, new ComponentResourceOptions { Parent = owner });

        new BucketLogging(name, new()
        {
            Bucket = bucket.Id,
            TargetBucket = log.BucketName,
            TargetPrefix = "requests/",

            // By day, so that a question about one day reads that day.
            TargetObjectKeyFormat = new BucketLoggingTargetObjectKeyFormatArgs
            {
                PartitionedPrefix = new BucketLoggingTargetObjectKeyFormatPartitionedPrefixArgs { PartitionDateSource = "EventTime" },
            },
        }, new CustomResourceOptions { Parent = owner });
    }
}
