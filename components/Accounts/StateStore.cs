using System.Collections.Immutable;
using Platform.Components.Security;
using Platform.Components.Storage;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Platform.Components.Accounts;

/// <summary>
/// Where Pulumi keeps the state of an environment: a bucket whose versions nobody can delete for a month, and a key for what is secret in
/// it. Two deployments at a time are kept apart by Pulumi's own lock, a file in the same bucket.
/// </summary>
/// <example><code>var state = new StateStore("state", new());</code></example>
public sealed class StateStore : ComponentResource
{
    /// <summary>What the key is for.</summary>
    internal const string Purpose = "the state of deployments";

    private const int LockedDays = 30;

    /// <summary>Registers what is not there already.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public StateStore(string name, StateStoreArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:StateStore", name, args, options)
    {
        this.Require(
            args.ExistingBucket is null == args.ExistingKeyArn is null,
            "existingBucket and existingKeyArn belong together: a bucket that is there already has a key that is.");
        if (args is { ExistingBucket: { } existing, ExistingKeyArn: { } existingKey })
        {
            (BucketName, BucketArn, KeyArn) = (Output.Create(existing), Output.Create($"arn:aws:s3:::{existing}"), Output.Create(existingKey));
        }
        else
        {
            KeyArn = new EncryptionKey($"{name}-key", new() { Purpose = Purpose, MultiRegion = args.Copied }, new() { Parent = this }).Arn;
            Bucket = Locked(name, KeyArn, new() { Parent = this });
            (BucketName, BucketArn) = (Bucket.BucketName, Bucket.Arn);
        }

        IsCopied = args.Copied == true;
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>Name of the bucket, for <c>pulumi login</c>.</summary>
    [Output("bucketName")] public Output<string> BucketName { get; private set; }

    /// <summary>ARN of the bucket, to hand to an IAM policy.</summary>
    [Output("bucketArn")] public Output<string> BucketArn { get; private set; }

    /// <summary>ARN of the key that encrypts the bucket and the secrets in the state.</summary>
    [Output("keyArn")] public Output<string> KeyArn { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <summary>The bucket; null where it was there already.</summary>
    internal PrivateBucket? Bucket { get; }

    /// <summary>Whether the key can be shared with another region.</summary>
    internal bool IsCopied { get; }

    /// <summary>A bucket whose versions cannot be deleted for a while.</summary>
    internal static PrivateBucket Locked(string name, Input<string> keyArn, ComponentResourceOptions options)
    {
        var bucket = new PrivateBucket(name, new() { KeyArn = keyArn, KeepVersionsDays = 365 }, options);

        // Governance, not compliance: who may bypass it can still close an account down.
        new BucketObjectLockConfiguration(name, new()
        {
            Bucket = bucket.BucketName,
            Rule = new BucketObjectLockConfigurationRuleArgs
            {
                DefaultRetention = new BucketObjectLockConfigurationRuleDefaultRetentionArgs { Mode = "GOVERNANCE", Days = LockedDays },
            },
        }, new() { Parent = options.Parent, Provider = options.Providers.FirstOrDefault(), DependsOn = { bucket } });
        return bucket;
    }
}

/// <summary>What a caller may choose; <see cref="StateStore"/> decides the rest.</summary>
public sealed class StateStoreArgs : ResourceArgs
{
    /// <summary>Bucket that is there already; it is left alone. Default: one is made.</summary>
    [Input("existingBucket")] public string? ExistingBucket { get; init; }

    /// <summary>Key of that bucket. Default: one is made.</summary>
    [Input("existingKeyArn")] public string? ExistingKeyArn { get; init; }

    /// <summary>
    /// Whether a <see cref="StateCopy"/> is made of it. Its key must then be one that regions can share, which is decided once, with the key.
    /// Default: false.
    /// </summary>
    [Input("copied")] public bool? Copied { get; init; }
}
