using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Pulumi.Aws.Kms;

namespace Platform.Components.Security;

/// <summary>A key of our own for one domain of data: rotated every year, usable in this account only, slow to be deleted.</summary>
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

        var key = new Key(name, new()
        {
            Description = $"Encrypts {args.Purpose}",
            Region = args.Region!,
            EnableKeyRotation = true,
            DeletionWindowInDays = this.InRange("deletionWindowDays", args.DeletionWindowDays ?? 30, min: 7, max: 30),
            Policy = PolicyText.Of([
                .. KeyPolicy.ForAccount(account),
                .. args.Services.Distinct().Order().SelectMany(service => KeyPolicy.ForService(service, account)),
            ]),
        }, child);

        new Pulumi.Aws.Kms.Alias(name, new()
        {
            Name = $"alias/{AwsName.Of(name, NameRule.KeyAlias)}",
            TargetKeyId = key.KeyId,
            Region = args.Region!,
        }, child);

        Arn = key.Arn;
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>ARN to hand to whatever is to be encrypted.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}
