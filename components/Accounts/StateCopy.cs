using System.Collections.Immutable;
using Platform.Components.Security;
using Platform.Components.Storage;

namespace Platform.Components.Accounts;

/// <summary>
/// The state of an environment in another region: who takes over there can deploy while the bucket at home does not answer. Whatever is
/// written to either bucket reaches the other one, so that there is no way back to walk; two people must not write to both at once, since
/// Pulumi's lock arrives minutes later.
/// </summary>
/// <example><code>var copy = new StateCopy("state-copy", new() { Of = state, There = second }, account.Here);</code></example>
public sealed class StateCopy : ComponentResource
{
    /// <summary>Registers the bucket, the key that shares the material of the one at home, and the way between the buckets.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options; the provider is that of the region the state is at home in.</param>
    /// <exception cref="ResourceException">The state is in a bucket of somebody else, or was not made to be copied.</exception>
    public StateCopy(string name, StateCopyArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:StateCopy", name, args, options)
    {
        this.Require(
            args.Of is { Bucket: not null, IsCopied: true },
            "the state is in a bucket that is not made here, or was made without copied; whoever made the bucket copies it.");
        ComponentResourceOptions here = new() { Parent = this }, there = new() { Parent = this, Providers = args.There.Here.Providers };

        KeyArn = new EncryptionKey($"{name}-key", new() { Purpose = StateStore.Purpose, ReplicaOf = args.Of.KeyArn }, there).Arn;
        var bucket = StateStore.Locked(name, KeyArn, there);
        new BucketReplication(name, new() { From = args.Of.Bucket!, To = bucket, BothWays = true }, here);
        new BucketReplication($"{name}-back", new() { From = bucket, To = args.Of.Bucket!, BothWays = true }, there);

        (BucketName, BucketArn) = (bucket.BucketName, bucket.Arn);
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>Name of the bucket, for <c>pulumi login</c> on the day.</summary>
    [Output("bucketName")] public Output<string> BucketName { get; private set; }

    /// <summary>ARN of the bucket, to hand to an IAM policy.</summary>
    [Output("bucketArn")] public Output<string> BucketArn { get; private set; }

    /// <summary>ARN of the key there, which reads what the one at home encrypted.</summary>
    [Output("keyArn")] public Output<string> KeyArn { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}

/// <summary>What a caller may choose; <see cref="StateCopy"/> decides the rest.</summary>
public sealed class StateCopyArgs : ResourceArgs
{
    /// <summary>The state that is copied; made with <see cref="StateStoreArgs.Copied"/>.</summary>
    public required StateStore Of { get; init; }

    /// <summary>Account and region of the copy.</summary>
    public required CloudAccount There { get; init; }
}
