using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Pulumi.Aws.Kms;

namespace Platform.Components.Security;

/// <summary>A key of our own for one domain of data: rotated every year, usable in this account only unless another is named, slow to be deleted.</summary>
/// <example><code>var key = new EncryptionKey("logs", new() { Purpose = "log groups", Services = [KeyService.Logs] });</code></example>
public sealed class EncryptionKey : ComponentResource
{
    /// <summary>Registers the key and its alias.</summary>
    /// <param name="name">Logical name; the alias ends in it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public EncryptionKey(string name, EncryptionKeyArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:EncryptionKey", name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var account = CallerAccount.Of(this).In(args.Region);

        var days = this.InRange("deletionWindowDays", args.DeletionWindowDays ?? 30, min: 7, max: 30);
        this.Require(
            args.ReplicaOf is null || args.MultiRegion != true,
            "replicaOf is set together with multiRegion: a replica is multi-region by nature, and only its primary can say so. Leave multiRegion out.");
        var policy = PolicyText.Of([
            .. KeyPolicy.ForAccount(account),
            .. args.Accounts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(other => KeyPolicy.ForOtherAccount(other, account)),
            .. args.Services.Distinct().Order().SelectMany(service => KeyPolicy.ForService(service, account)),
        ]);
        var kept = CustomResourceOptions.Merge(child, Stateful.Options(args.Protected));

        (Arn, var keyId) = args.ReplicaOf is { } primary ? Replica(primary) : Own();
        new Pulumi.Aws.Kms.Alias(name, new()
        {
            Name = $"alias/{AwsName.Of(name, NameRule.KeyAlias)}",
            TargetKeyId = keyId,
            Region = args.Region!,
        }, child);

        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();

        (Output<string> Arn, Output<string> Id) Own()
        {
            var key = new Key(name, new()
            {
                Description = $"Encrypts {args.Purpose}",
                Region = args.Region!,
                EnableKeyRotation = true,
                MultiRegion = args.MultiRegion == true ? true : (Input<bool>?)null,
                DeletionWindowInDays = days,
                Policy = policy,
            }, kept);
            return (key.Arn, key.KeyId);
        }

        // Rotation is its primary's; the policy is not.
        (Output<string> Arn, Output<string> Id) Replica(Input<string> primaryArn)
        {
            var key = new ReplicaKey(name, new()
            {
                Description = $"Encrypts {args.Purpose}",
                Region = args.Region!,
                PrimaryKeyArn = primaryArn,
                DeletionWindowInDays = days,
                Policy = policy,
            }, kept);
            return (key.Arn, key.KeyId);
        }
    }

    /// <summary>ARN to hand to whatever is to be encrypted.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}
