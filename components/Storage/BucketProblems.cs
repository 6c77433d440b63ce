namespace Platform.Components.Storage;

/// <summary>Why S3 would refuse a <see cref="PrivateBucket"/>, said before anything is registered.</summary>
internal static class BucketProblems
{
    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    public static IReadOnlyList<string> Of(PrivateBucketArgs args)
    {
        var problems = new List<string>();
        if (args.CdnOrigin == true && args.KeyArn is not null)
        {
            problems.Add(
                "keyArn is set for a cdnOrigin, but CloudFront could not decrypt with it. Leave it out: S3's own key encrypts what the CDN publishes.");
        }

        if (args.LockDays is < 1 or > 3650)
        {
            problems.Add($"lockDays is {args.LockDays}, but must be 1 to 3650.");
        }

        if (args.AccessLogDays is < 1 or > 3650)
        {
            problems.Add($"accessLogDays is {args.AccessLogDays}, but must be 1 to 3650.");
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
}
