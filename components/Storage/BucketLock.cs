using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Platform.Components.Storage;

/// <summary>The time in which objects of a <see cref="PrivateBucket"/> can be neither deleted nor overwritten.</summary>
internal static class BucketLock
{
    public static void Register(string name, PrivateBucketArgs args, BucketVersioning versions, CustomResourceOptions child)
    {
        if (args.LockDays is not { } days)
        {
            return;
        }

        new BucketObjectLockConfiguration(name, new()
        {
            Bucket = versions.Bucket,       // S3 locks versions
            Rule = new BucketObjectLockConfigurationRuleArgs
            {
                DefaultRetention = new BucketObjectLockConfigurationRuleDefaultRetentionArgs
                {
                    Mode = args.LockIrreversibly == true ? "COMPLIANCE" : "GOVERNANCE",
                    Days = days,
                },
            },
        }, child);
    }
}
