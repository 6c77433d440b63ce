using System.Collections.Immutable;
using Pulumi.Aws.Acm;
using Pulumi.Aws.Route53;

namespace Platform.Components.Entry;

/// <summary>A certificate that proves itself through DNS and renews itself for as long as the proof stays published.</summary>
/// <example><code>
/// var certificate = new DomainCertificate("shop", new() { DomainName = "dev.shop.example.com", HostedZoneId = "Z0123456789ABCDEFGHIJ" });
/// </code></example>
public sealed class DomainCertificate : ComponentResource
{
    /// <summary>Registers the certificate and its proof.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public DomainCertificate(string name, DomainCertificateArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:DomainCertificate", name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var certificate = new Certificate(name, new()
        {
            DomainName = args.DomainName,
            ValidationMethod = "DNS",
            KeyAlgorithm = "EC_prime256v1",
        }, child);

        var proof = certificate.DomainValidationOptions.Apply(asked => asked[0]);
        var record = new Record($"{name}-proof", new()
        {
            ZoneId = args.HostedZoneId,
            Name = proof.Apply(asked => asked.ResourceRecordName),
            Type = proof.Apply(asked => asked.ResourceRecordType),
            Records = proof.Apply(asked => asked.ResourceRecordValue),
            Ttl = 300,
        }, child);

        var proven = new CertificateValidation(name, new()
        {
            CertificateArn = certificate.Arn,
            ValidationRecordFqdns = record.Fqdn,
        }, child);

        Arn = proven.CertificateArn;
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>ARN of the proven certificate, to hand to a listener.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}

/// <summary>What a caller may choose; <see cref="DomainCertificate"/> decides the rest.</summary>
public sealed class DomainCertificateArgs : ResourceArgs
{
    /// <summary>Fully qualified name to certify.</summary>
    [Input("domainName", required: true)] public required string DomainName { get; init; }

    /// <summary>Route 53 zone that answers for the name.</summary>
    [Input("hostedZoneId", required: true)] public required Input<string> HostedZoneId { get; init; }
}
