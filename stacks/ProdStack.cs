using System.Collections.Immutable;
using Platform.Components;
using Platform.Components.Accounts;
using Platform.Components.Data.Cache;
using Platform.Components.Data.Postgres;
using Platform.Components.Dns.Certificates;
using Platform.Components.Dns.HostedZones;
using Platform.Components.Edge.Delivery;
using Platform.Components.Edge.Firewalls;
using Platform.Components.Entry;
using Platform.Components.Network;
using Platform.Components.Observability.Signals;
using Platform.Components.Security;
using Platform.Stacks.Parts;
using Platform.Stacks.Parts.Apps;
using Platform.Stacks.Settings;

namespace Platform.Stacks;

/// <summary>Live customers: a zone may be lost without anybody noticing, and nothing that holds data can be deleted by accident.</summary>
public sealed class ProdStack : EnvironmentStack
{
    private readonly ClusteredSettings _settings;
    private readonly Site _site;
    private readonly TwoRegions _regions;

    /// <summary>Registers the environment.</summary>
    /// <param name="settings">Its numbers.</param>
    public ProdStack(ClusteredSettings settings)
        : base(settings.Platform)
    {
        var (platform, tags) = (settings.Platform, settings.Platform.Ownership.TagsOf("prod"));
        var account = new CloudAccount("account", platform.Account.Args(tags));
        var keys = new KeyRing("keys", new() { DeletionWindowDays = 30, MultiRegion = true, BackupAccounts = settings.Backup?.Accounts ?? [] }, account.Here);
        var network = new PrivateNetwork("network", new()
        {
            Cidr = platform.Network.Cidr,
            Zones = platform.Network.Zones,
            Nat = platform.Network.Nat,
            NatImageId = platform.Network.NatImageId,
            LogKeyArn = keys.Logs,
            FlowLogSeconds = 60,
            FlowLogRetentionDays = 365,
            InterfaceEndpoints = ["ecr.api", "ecr.dkr", "kms", "logs", "secretsmanager", "ssm", "ssmmessages", "sts"],
        }, account.Here);
        (_settings, _site) = (settings, new Site(account, keys, network)
        {
            LogDays = 90, Protected = true, Tags = tags, WorkingHours = settings.WorkingHours, Subscribers = platform.Monitoring.Subscribers,
            Traces = platform.Monitoring.Traces,
        });
        _site.Baseline(platform.Baseline, closely: true, GlobalRegion.Name, settings.Recovery?.Regions.Second);
        _site.Cost(platform, keepSnapshotsDays: 365);

        // What a request reaches last is made first, as each part is given what it uses. Below, they stand in the order of its way.
        _regions = new TwoRegions(_site, settings);
        var app = App(_regions.Cache, _regions.Database);
        var zone = _site.Zone(platform.Domain);
        var certificate = _site.CertificateForCdn(zone, _regions, Domain, OtherName, OriginName);
        var entry = Entry(certificate, app);
        var tier = app.Run(entry.Target);
        var cdn = Edge(zone, certificate, entry);
        _regions.PlanFailover();

        (DistributionId, NameServers) = (cdn.DistributionId, zone.NameServers);
        _site.Watch(MonitoringLevel.Full, _settings.Cluster);
        Tell(Domain, _regions.Images, tier, _regions.Database);
    }

    /// <summary>Name servers for the registrar; empty when the zone was there already.</summary>
    [Output("nameServers")] public Output<ImmutableArray<string>> NameServers { get; private set; }

    /// <summary>The CDN, to empty its cache.</summary>
    [Output("distributionId")] public Output<string> DistributionId { get; private set; }

    private string Domain => _settings.Platform.Domain.Name;
    private string OtherName => $"www.{Domain}";
    private string OriginName => $"origin.{Domain}";

    private ContentDelivery Edge(DnsZone zone, Certificate certificate, WebLoadBalancer entry) => _site.Delivery(zone, certificate, entry, new()
    {
        Domain = Domain,
        Regions = _regions,
        Standby = _regions.Standby(certificate),
        OriginName = OriginName,
        RedirectDomains = [OtherName],
        PriceClass = PriceClass.All,
        ExtraMetrics = true,
        Firewall = FirewallMode.Block,
    });

    private WebLoadBalancer Entry(Certificate certificate, PodsApp app) => _site.EntryBehindCdn(certificate, app, FirewallMode.Block);

    private PodsApp App(ValkeyCache cache, IPostgres database) =>
        new(_site, _settings.Cluster, _settings.DeployRole, _settings.App, cache.Connection, database.Connection);
}
