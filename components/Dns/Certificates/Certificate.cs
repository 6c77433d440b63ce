using System.Collections.Immutable;
using Platform.Components.Dns.HostedZones;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Acm.Inputs;
using Pulumi.Aws.Route53;
using Acm = Pulumi.Aws.Acm;

namespace Platform.Components.Dns.Certificates;

/// <summary>A TLS certificate in every region that serves the names: proven by DNS, renewed by ACM, watched for its end.</summary>
/// <remarks>
/// One component for all regions, because ACM asks for the same DNS record in each of them: two components would fight over it, and
/// the first one deleted would end the renewal of the other.
/// </remarks>
/// <example><code>var tls = new Certificate("tls", new() { Zone = zone, Names = ["example.com"], Regions = [GlobalRegion.Name] });</code></example>
public sealed class Certificate : ComponentResource, IObserved
{
    private const int ProofSeconds = 300;

    /// <summary>Requests the certificates, proves them and waits until they are issued.</summary>
    /// <param name="name">The unique name of the component.</param>
    /// <param name="args">What the caller chose.</param>
    /// <param name="options">Options of the component.</param>
    public Certificate(string name, CertificateArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:Certificate", name, args, options)
    {
        this.Require(CertificateProblems.Of(args));
        var regions = args.Regions.Order(StringComparer.Ordinal).ToArray();

        var requests = regions.ToDictionary(region => region, region => new Acm.Certificate($"{name}-{region}", new()
        {
            DomainName = args.Names[0],
            SubjectAlternativeNames = args.Names.Skip(1).ToArray(),
            ValidationMethod = "DNS",
            KeyAlgorithm = "EC_prime256v1",
            Options = new CertificateOptionsArgs { CertificateTransparencyLoggingPreference = "ENABLED", Export = "DISABLED" },
            Region = region,
        }, Child));

        var proofs = args.Names.Select(DomainName.Bare).Distinct()
            .Select(host => Proof(name, host, requests[regions[0]], args.Zone))
            .ToArray();

        foreach (var region in regions)
        {
            var issued = new Acm.CertificateValidation($"{name}-{region}-issued", new()
            {
                CertificateArn = requests[region].Arn,
                ValidationRecordFqdns = proofs.Select(proof => proof.Fqdn).ToArray(),
                Region = region,
            }, Child);
            Arns = Arns.Add(region, issued.CertificateArn);
        }

        Signals = [.. regions.Select(region => DnsSignals.Expiry(args.Names[0], region, requests[region].Arn))];
        About = this.Declare(ServiceTier.Entry, options, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>ARNs of the issued certificates, by region.</summary>
    [Output("arns")] public ImmutableDictionary<string, Output<string>> Arns { get; private set; } = ImmutableDictionary<string, Output<string>>.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private CustomResourceOptions Child => new() { Parent = this };

    /// <summary>ARN of the issued certificate of a region.</summary>
    /// <param name="region">The region of whatever will serve it.</param>
    /// <exception cref="ResourceException">The certificate was not asked for there.</exception>
    public Output<string> ArnIn(string region) => Arns.TryGetValue(region, out var arn)
        ? arn
        : throw new ResourceException($"Certificate '{GetResourceName()}': there is none in {region}, only in "
            + $"{string.Join(", ", Arns.Keys.Order(StringComparer.Ordinal))}. Add the region to regions.", this);

    private Record Proof(string name, string host, Acm.Certificate request, DnsZone zone)
    {
        // A wildcard and its bare name are two options with one and the same record.
        var option = request.DomainValidationOptions.Apply(all => all.First(each => DomainName.Bare(each.DomainName) == host));
        return new($"{name}-proof-{host}", new()
        {
            ZoneId = zone.ZoneId,
            Name = option.Apply(proof => proof.ResourceRecordName),
            Type = option.Apply(proof => proof.ResourceRecordType),
            Records = { option.Apply(proof => proof.ResourceRecordValue) },
            Ttl = ProofSeconds,
        }, Child);
    }
}
