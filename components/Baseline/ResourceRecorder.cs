using Platform.Components.Identity;
using Pulumi.Aws.Cfg;
using Pulumi.Aws.Cfg.Inputs;
using Pulumi.Aws.Iam;

namespace Platform.Components.Baseline;

/// <summary>How every resource was set and when that changed, in every region; what belongs to no region is recorded in the first one.</summary>
internal static class ResourceRecorder
{
    public static void Build(BaselineSite site, AccountRecords records)
    {
        // A role of ours instead of the one AWS keeps for Config: an account has that one once, and making it twice fails.
        var role = new ServiceRole(
            $"{site.Name}-recorder", "config.amazonaws.com", "Records how resources are set", site.Account, site.Child,
            new Statement("Look", "s3:GetBucketAcl", "s3:ListBucket") { Resources = [records.Bucket.Arn] },
            new Statement("Write", "s3:PutObject")
            {
                Resources = [Output.Format($"{records.Bucket.Arn}/AWSLogs/{site.Account.Id}/*")],
            },
            new Statement("Encrypt", "kms:Decrypt", "kms:GenerateDataKey") { Resources = [records.KeyArn] });
        var read = new RolePolicyAttachment($"{site.Name}-recorder", new()
        {
            Role = role.Name,
            PolicyArn = Output.Format($"arn:{site.Account.Partition}:iam::aws:policy/service-role/AWS_ConfigRole"),
        }, site.Child);

        foreach (var region in site.Regions)
        {
            var recorder = new Recorder(site.In("recorder", region), new()
            {
                Name = "default",                // an account has one per region, by whatever name
                Region = region,
                RoleArn = role.Arn,
                RecordingGroup = new RecorderRecordingGroupArgs
                {
                    AllSupported = true,
                    IncludeGlobalResourceTypes = region == site.Args.Region,
                },
                RecordingMode = new RecorderRecordingModeArgs { RecordingFrequency = site.Args.Closely ? "CONTINUOUS" : "DAILY" },
            }, site.After(read));
            var channel = new DeliveryChannel(site.In("recorder", region), new()
            {
                Name = "default",
                Region = region,
                S3BucketName = records.Bucket.BucketName,
                S3KmsKeyArn = records.KeyArn,
                SnapshotDeliveryProperties = new DeliveryChannelSnapshotDeliveryPropertiesArgs { DeliveryFrequency = "TwentyFour_Hours" },
            }, site.After(recorder));
            new RecorderStatus(site.In("recorder", region), new()
            {
                Name = recorder.Name,
                Region = region,
                IsEnabled = true,
            }, site.After(channel));
        }
    }
}
