using System.Collections.Immutable;
using Platform.Components.Identity;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Platform.Components.Storage;

/// <summary>A bucket the internet cannot reach: public access blocked, encrypted, versioned, TLS 1.2 or nothing.</summary>
/// <example><code>var uploads = new PrivateBucket("uploads", new() { KeyArn = key.Arn });</code></example>
public sealed class PrivateBucket : ComponentResource
{
    /// <summary>Registers the bucket and what guards it.</summary>
    /// <param name="name">Logical name; the bucket's own name starts with it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public PrivateBucket(string name, PrivateBucketArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:PrivateBucket", name, args, options)
    {
        var keepDays = this.InRange("keepVersionsDays", args.KeepVersionsDays ?? 90, min: 1, max: 3650);
        var expireDays = args.ExpireDays is { } days ? this.InRange("expireDays", days, min: 1, max: 3650) : (int?)null;
        var archiveDays = args.ArchiveDays is { } later ? this.InRange("archiveDays", later, min: 1, max: (expireDays ?? 3651) - 1) : (int?)null;
        this.Require(BucketProblems.Of(args));
        var child = new CustomResourceOptions { Parent = this };

        var bucket = new Bucket(name, new() { ForceDestroy = args.DestroyWithContent, ObjectLockEnabled = args.LockDays is null ? (Input<bool>?)null : true },
            CustomResourceOptions.Merge(child, Stateful.Options(!args.DestroyWithContent)));

        new BucketPublicAccessBlock(name, new()
        {
            Bucket = bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, child);

        new BucketOwnershipControls(name, new()
        {
            Bucket = bucket.Id,
            Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, child);

        new BucketServerSideEncryptionConfiguration(name, new()
        {
            Bucket = bucket.Id,
            Rules = BucketRules.Encryption(args.KeyArn),
        }, child);

        var versions = new BucketVersioning(name, new()
        {
            Bucket = bucket.Id,
            VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, child);

        BucketLock.Register(name, args, versions, child);
        BucketAccessLog.Register(name, args, bucket, this);
        new BucketLifecycleConfiguration(name, new()
        {
            Bucket = versions.Id,       // S3 refuses rules for versions on a bucket without versions
            Rules = BucketRules.Lifecycle(keepDays, archiveDays, expireDays),
        }, child);

        var policy = new BucketPolicy(name, new()
        {
            Bucket = bucket.Id,
            Policy = BucketRules.Policy(bucket.Arn, args, CallerAccount.Of(this)),
        }, child);

        (Arn, RegionalDomainName, IsCdnOrigin, KeyArn, VersionedName) = (bucket.Arn, bucket.BucketRegionalDomainName, args.CdnOrigin == true, args.KeyArn, versions.Bucket);
        BucketName = Output.Tuple(bucket.Id, policy.Id).Apply(both => both.Item1);     // whoever writes waits for the right to
        About = this.Declare(ServiceTier.Storage, options);
        RegisterOutputs();
    }

    /// <summary>Name to hand to whatever reads or writes objects.</summary>
    [Output("bucketName")] public Output<string> BucketName { get; private set; }

    /// <summary>ARN to hand to an IAM policy.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>Name a CDN reads it under.</summary>
    [Output("regionalDomainName")] public Output<string> RegionalDomainName { get; private set; }

    /// <summary>Whether a CDN may read it.</summary>
    public bool IsCdnOrigin { get; }

    /// <summary>Key that encrypts the objects; null for S3's own.</summary>
    internal Input<string>? KeyArn { get; }

    /// <summary>Its name, once it keeps versions: S3 replicates no bucket that does not.</summary>
    internal Output<string> VersionedName { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}
