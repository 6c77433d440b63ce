using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Platform.Components.Storage;

/// <summary>
/// Copies every object, deletion and change of metadata of a bucket to a bucket of another region, within 15 minutes by contract of AWS
/// (replication time control). Two of them, one for each direction, make a pair in which either side may be written to: S3 never copies
/// a copy back.
/// </summary>
/// <example><code>new BucketReplication("uploads", new() { From = uploads, To = standbyUploads }, account.Here);</code></example>
public sealed class BucketReplication : ComponentResource, IObserved
{
    // The only time S3 offers. Source: Amazon S3 user guide, replication time control.
    private const int Minutes = 15;

    /// <summary>Registers the role and the rule.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options; the provider is that of the source.</param>
    public BucketReplication(string name, BucketReplicationArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:BucketReplication", name, args, options)
    {
        this.Require(
            args.From.KeyArn is null == args.To.KeyArn is null,
            "one bucket has a key of its own and the other has none; give both one, or neither: a copy is to be as safe as what was copied.");
        var child = new CustomResourceOptions { Parent = this };
        var role = new ServiceRole(
            $"{name}-replication", "s3.amazonaws.com", "Copies objects to another region", CallerAccount.Of(this), child, Rights(args));

        new BucketReplicationConfig(name, new()
        {
            Bucket = args.From.VersionedName,
            Role = role.Arn,
            Rules = new BucketReplicationConfigRuleArgs
            {
                Id = ReplicationSignals.Rule,
                Status = "Enabled",
                Priority = 0,
                Filter = new BucketReplicationConfigRuleFilterArgs { Prefix = "" },
                DeleteMarkerReplication = new BucketReplicationConfigRuleDeleteMarkerReplicationArgs { Status = "Enabled" },
                SourceSelectionCriteria = Selection(args),
                Destination = Destination(args),
            },
        }, child);

        Signals = ReplicationSignals.Of(args);
        About = this.Declare(ServiceTier.Storage, options, new Dictionary<string, object>
        {
            ["recoveryPointMinutes"] = ServiceTargets.RecoveryPointMinutes,
        }, signals: Signals);
        RegisterOutputs();
    }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private static BucketReplicationConfigRuleSourceSelectionCriteriaArgs Selection(BucketReplicationArgs args)
    {
        var selection = new BucketReplicationConfigRuleSourceSelectionCriteriaArgs
        {
            ReplicaModifications = new BucketReplicationConfigRuleSourceSelectionCriteriaReplicaModificationsArgs { Status = "Enabled" },
        };
        if (args.From.KeyArn is not null)
        {
            selection.SseKmsEncryptedObjects = new BucketReplicationConfigRuleSourceSelectionCriteriaSseKmsEncryptedObjectsArgs { Status = "Enabled" };
        }

        return selection;
    }

    private static BucketReplicationConfigRuleDestinationArgs Destination(BucketReplicationArgs args)
    {
        var destination = new BucketReplicationConfigRuleDestinationArgs
        {
            // The name waits until the bucket keeps versions, without which S3 takes no copies.
            Bucket = Output.Tuple(args.To.Arn, args.To.VersionedName).Apply(both => both.Item1),
            StorageClass = "STANDARD",
            ReplicationTime = new BucketReplicationConfigRuleDestinationReplicationTimeArgs
            {
                Status = "Enabled",
                Time = new BucketReplicationConfigRuleDestinationReplicationTimeTimeArgs { Minutes = Minutes },
            },
            Metrics = new BucketReplicationConfigRuleDestinationMetricsArgs
            {
                Status = "Enabled",
                EventThreshold = new BucketReplicationConfigRuleDestinationMetricsEventThresholdArgs { Minutes = Minutes },
            },
        };
        if (args.To.KeyArn is { } key)
        {
            destination.EncryptionConfiguration = new BucketReplicationConfigRuleDestinationEncryptionConfigurationArgs { ReplicaKmsKeyId = key };
        }

        return destination;
    }

    private static Statement[] Rights(BucketReplicationArgs args)
    {
        var rights = new List<Statement>
        {
            new("ReadConfiguration", "s3:GetReplicationConfiguration", "s3:ListBucket") { Resources = [args.From.Arn] },
            new("ReadVersions", "s3:GetObjectLegalHold", "s3:GetObjectRetention", "s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging")
            {
                Resources = [Output.Format($"{args.From.Arn}/*")],
            },
            new("WriteCopies", "s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags")
            {
                Resources = [Output.Format($"{args.To.Arn}/*")],
            },
        };
        if (args is { From.KeyArn: { } read, To.KeyArn: { } write })
        {
            rights.Add(new("Decrypt", "kms:Decrypt") { Resources = [read] });
            rights.Add(new("Encrypt", "kms:Encrypt", "kms:GenerateDataKey") { Resources = [write] });
        }

        return [.. rights];
    }
}

/// <summary>What a caller may choose; <see cref="BucketReplication"/> decides the rest.</summary>
public sealed class BucketReplicationArgs : ResourceArgs
{
    /// <summary>Bucket that is copied.</summary>
    public required PrivateBucket From { get; init; }

    /// <summary>Bucket of another region that takes the copies.</summary>
    public required PrivateBucket To { get; init; }

    /// <summary>
    /// Whether <see cref="To"/> is copied to <see cref="From"/> as well, by a replication of its own. How late those copies are is measured
    /// where they arrive, and so told here. Default: false.
    /// </summary>
    [Input("bothWays")] public bool? BothWays { get; init; }
}
