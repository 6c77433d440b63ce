using Pulumi.Aws.SecretsManager;
using Pulumi.Aws.SecretsManager.Inputs;

namespace Platform.Components.Security;

/// <summary>Copies of a secret in other regions, which Secrets Manager keeps up to date.</summary>
public static class SecretCopies
{
    /// <summary>
    /// ARN of the copy of a secret: the same in every region but for the region itself.
    /// Source: Secrets Manager user guide, replicate secrets across regions.
    /// </summary>
    /// <param name="secretArn">ARN of the secret.</param>
    /// <param name="region">Region of the copy.</param>
    public static Output<string> ArnIn(Output<string> secretArn, string region) => secretArn.Apply(arn =>
    {
        var parts = arn.Split(':');
        if (parts.Length > 3)
        {
            parts[3] = region;
        }

        return string.Join(':', parts);
    });

    /// <summary>Asks for copies of a secret in the regions of some keys.</summary>
    internal static SecretArgs With(SecretArgs secret, IReadOnlyDictionary<string, Input<string>> keysByRegion)
    {
        foreach (var (region, key) in keysByRegion.OrderBy(copy => copy.Key, StringComparer.Ordinal))
        {
            secret.Replicas.Add(new SecretReplicaArgs { Region = region, KmsKeyId = key });
        }

        return secret;
    }
}
