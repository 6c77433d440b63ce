using Platform.Components.Identity;
using Pulumi.Aws.Kms;
using Pulumi.Aws.Route53;

namespace Platform.Components.Dns.HostedZones;

/// <summary>DNSSEC: answers of a zone carry a signature resolvers can check.</summary>
internal static class ZoneSigning
{
    private const string Signer = "dnssec-route53.amazonaws.com";

    // Named one by one: the account administers the key, but nobody in it signs with it.
    private static readonly string[] Administration =
    [
        "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey", "kms:EnableKey",
        "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:GetPublicKey", "kms:ListGrants", "kms:ListKeyPolicies",
        "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:ScheduleKeyDeletion", "kms:TagResource",
        "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription",
    ];

    /// <summary>Registers the signing key and turns signing on; the key lives where Route 53 looks for it, in us-east-1.</summary>
    /// <returns>The key-signing key, with the DS record for the registrar.</returns>
    public static KeySigningKey Register(string name, string domain, Zone zone, CustomResourceOptions child)
    {
        var account = CallerAccount.Of((ComponentResource)child.Parent!);
        var key = new Key($"{name}-signing", new()
        {
            Description = $"Signs the DNS zone {domain}",
            Region = GlobalRegion.Name,
            CustomerMasterKeySpec = "ECC_NIST_P256",
            KeyUsage = "SIGN_VERIFY",
            DeletionWindowInDays = 30,
            Policy = PolicyText.Of(
                new Statement("Administration", Administration) { Principal = Principal.Aws(account.Root), Resources = ["*"] },
                new Statement("Sign", "kms:DescribeKey", "kms:GetPublicKey", "kms:Sign")
                {
                    Principal = Principal.Service(Signer),
                    Resources = ["*"],
                    Conditions =
                    [
                        new Condition("StringEquals", "aws:SourceAccount", account.Id),
                        new Condition("ArnEquals", "aws:SourceArn", zone.Arn),
                    ],
                },
                new Statement("GrantsForServices", "kms:CreateGrant")
                {
                    Principal = Principal.Service(Signer),
                    Resources = ["*"],
                    Conditions = [new Condition("Bool", "kms:GrantIsForAWSResource", "true")],
                }),
        }, child);

        var signing = new KeySigningKey(name, new()
        {
            HostedZoneId = zone.ZoneId,
            KeyManagementServiceArn = key.Arn,
            Name = "platform",
        }, child);

        new HostedZoneDnsSec(name, new() { HostedZoneId = zone.ZoneId },
            CustomResourceOptions.Merge(child, new() { DependsOn = { signing } }));
        return signing;
    }
}
