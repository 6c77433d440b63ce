using Platform.Components.Identity;

namespace Platform.Components.Storage;

/// <summary>What a caller may choose; <see cref="PrivateBucket"/> decides the rest.</summary>
public sealed class PrivateBucketArgs : ResourceArgs
{
    /// <summary>
    /// Key that encrypts the objects; writes with another are refused. Default: the keys of S3 itself, the only ones with which a load
    /// balancer can write its logs.
    /// </summary>
    [Input("keyArn")] public Input<string>? KeyArn { get; init; }

    /// <summary>Days an overwritten or deleted object is kept, 1 to 3650. Default: 90.</summary>
    [Input("keepVersionsDays")] public int? KeepVersionsDays { get; init; }

    /// <summary>Days after which objects are deleted, 1 to 3650. Default: never.</summary>
    [Input("expireDays")] public int? ExpireDays { get; init; }

    /// <summary>
    /// Days in which no version of an object can be deleted or overwritten, 1 to 3650. Who has the right to
    /// <c>s3:BypassGovernanceRetention</c> still can, unless <see cref="LockIrreversibly"/>. It is decided once, with the bucket. Default: none.
    /// </summary>
    [Input("lockDays")] public int? LockDays { get; init; }

    /// <summary>
    /// Whether the lock holds against everybody, the root of the account and AWS included, until <see cref="LockDays"/> are over for
    /// each object. It cannot be undone: the bucket is paid for until then. Default: false.
    /// </summary>
    [Input("lockIrreversibly")] public bool? LockIrreversibly { get; init; }

    /// <summary>Whether the bucket may be destroyed with objects in it. Default: false, and then it stays when it leaves the program.</summary>
    [Input("destroyWithContent")] public bool DestroyWithContent { get; init; }

    /// <summary>
    /// Service of AWS that delivers logs into the bucket, such as <c>logdelivery.elasticloadbalancing.amazonaws.com</c>. Default: none.
    /// </summary>
    [Input("logWriter")] public string? LogWriter { get; init; }

    /// <summary>Days after which objects move to the archive (S3 Glacier Flexible Retrieval), fewer than <see cref="ExpireDays"/>. Default: never.</summary>
    [Input("archiveDays")] public int? ArchiveDays { get; init; }

    /// <summary>
    /// Days a record of every request is kept, in a bucket of its own that ends in <c>-access</c>, 1 to 3650. A bucket of logs needs none.
    /// Default: no record is kept.
    /// </summary>
    [Input("accessLogDays")] public int? AccessLogDays { get; init; }

    /// <summary>What services of AWS may do with the bucket beyond that, by its ARN. Default: nothing.</summary>
    internal Func<Output<string>, IEnumerable<Statement>>? Grants { get; init; }

    /// <summary>
    /// Whether the CloudFront distributions of the account may read the objects, in their own name. The key must then be S3's own, as
    /// CloudFront could not decrypt with another. Default: false.
    /// </summary>
    [Input("cdnOrigin")] public bool? CdnOrigin { get; init; }
}
