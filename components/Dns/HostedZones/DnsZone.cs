using System.Collections.Immutable;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;

namespace Platform.Components.Dns.HostedZones;

/// <summary>A hosted zone in which only the named authorities may issue certificates.</summary>
/// <example><code>var zone = new DnsZone("zone", new() { Domain = "example.com", Source = ZoneSource.Adopt("Z0123456789") });</code></example>
public sealed class DnsZone : ComponentResource, IObserved
{
    private const int CaaSeconds = 3_600;
    private static readonly string[] Acm = ["amazon.com"];

    /// <summary>Creates or adopts the zone.</summary>
    /// <param name="name">The unique name of the component.</param>
    /// <param name="args">What the caller chose.</param>
    /// <param name="options">Options of the component.</param>
    public DnsZone(string name, DnsZoneArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:DnsZone", name, args, options)
    {
        this.Require(ZoneProblems.Of(args));
        var source = args.Source ?? ZoneSource.Create;
        (Domain, IsPrivate) = (args.Domain, source.IsPrivate);
        DsRecord = Output.Create("");

        if (source.ZoneId is { } existing)
        {
            (ZoneId, NameServers) = (existing, Output.Create(ImmutableArray<string>.Empty));
        }
        else
        {
            var zone = new Zone(name, new()
            {
                Name = args.Domain,
                Comment = $"Made by the component {name}.",
                EnableAcceleratedRecovery = source.IsPrivate ? null! : args.AcceleratedRecovery ?? true,
                Vpcs = source.Networks.Select(network => new ZoneVpcArgs { VpcId = network.VpcId, VpcRegion = network.Region! }).ToArray(),
            }, Child);
            (ZoneId, NameServers) = (zone.ZoneId, zone.NameServers);

            if (args.QueryLog is { } queries)
            {
                QueryLogging.Register(name, args.Domain, queries, zone, Child);
            }

            if (args.Dnssec == true)
            {
                DsRecord = ZoneSigning.Register(name, args.Domain, zone, Child).DsRecord;
            }
        }

        if (!source.IsPrivate)
        {
            RestrictIssuers(name, args.CertificateAuthorities ?? (source.ZoneId is null ? Acm : []), args.SecurityContact);
        }

        Signals = args.Dnssec == true ? DnsSignals.Signing(ZoneId) : [];
        About = this.Declare(ServiceTier.Foundation, options, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>The domain.</summary>
    [Output("domain")] public string Domain { get; private set; }

    /// <summary>Whether only networks resolve the zone.</summary>
    [Output("isPrivate")] public bool IsPrivate { get; private set; }

    /// <summary>Id to hand to whatever adds records.</summary>
    [Output("zoneId")] public Output<string> ZoneId { get; private set; }

    /// <summary>Name servers for the registrar; empty for an adopted zone.</summary>
    [Output("nameServers")] public Output<ImmutableArray<string>> NameServers { get; private set; }

    /// <summary>The DS record for the registrar; empty for an unsigned zone.</summary>
    [Output("dsRecord")] public Output<string> DsRecord { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private CustomResourceOptions Child => new() { Parent = this };

    private void RestrictIssuers(string name, IReadOnlyList<string> authorities, string? contact)
    {
        string[] values =
        [
            .. authorities.Order(StringComparer.Ordinal).Select(authority => $"0 issue \"{authority}\""),
            .. contact is null ? Array.Empty<string>() : [$"0 iodef \"mailto:{contact}\""],
        ];
        if (values.Length > 0)
        {
            new Record($"{name}-caa", new()
            {
                ZoneId = ZoneId,
                Name = Domain,
                Type = RecordType.CAA,
                Ttl = CaaSeconds,
                Records = values,
            }, Child);
        }
    }
}
