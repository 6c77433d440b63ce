using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Platform.Components.Storage;

/// <summary>The time in which objects of a <see cref="PrivateBucket"/> can be neither deleted nor overwritten.</summary>
internal static class BucketLock
{
    public static IReadOnlyList<string> Problems(PrivateBucketArgs args)
    {
        var problems = new List<string>();
        if (args.LockDays is < 1 or > 3650)
        {
            problems.Add($"lockDays is {args.LockDays}, but must be 1 to 3650.");
        }

        if (args.LockDays is null && args.LockIrreversibly == true)
        {
            problems.Add("lockIrreversibly is set without lockDays; say for how many days, or leave it out.");
        }

        if (args.LockDays is not null && args.DestroyWithContent)
        {
            problems.Add("lockDays is set for a bucket that may be destroyed with its content, which S3 refuses for locked objects; choose one of the two.");
        }

        if (args.LockDays is { } locked && args.ExpireDays is { } expire && expire < locked)
        {
            problems.Add($"expireDays is {expire}, but objects are locked for {locked} days; let them live as long.");
        }

        return problems;
    }

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
