using System.Collections.Immutable;
using Platform.Components;
using Platform.Components.Accounts;
using Platform.Components.Data;
using Platform.Components.Dns;
using Platform.Components.Edge;
using Platform.Components.Entry;
using Platform.Components.Network;
using Platform.Components.Observability.Signals;
using Platform.Components.Security;
using Platform.Stacks.Parts;
using Platform.Stacks.Settings;

namespace Platform.Stacks;

/// <summary>Live customers: a zone may be lost without anybody noticing, and nothing that holds data can be deleted by accident.</summary>
public sealed class ProdStack : EnvironmentStack
{
    private readonly ClusteredSettings _settings;
    private readonly Site _site;

    /// <summary>Registers the environment.</summary>
    /// <param name="settings">Its numbers.</param>
    public ProdStack(ClusteredSettings settings)
        : base(settings.Platform)
    {
        var (platform, tags) = (settings.Platform, settings.Platform.Ownership.TagsOf("prod"));
        var account = new CloudAccount("account", platform.Account.Args(tags));
        var keys = new KeyRing("keys", new() { DeletionWindowDays = 30 }, account.Here);
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
            LogDays = 90, Protected = true, Tags = tags, WorkingHours = settings.WorkingHours,
        });
        _site.Baseline(platform.Baseline, closely: true, GlobalRegion.Name);

        // What a request reaches last is made first, as each part is given what it uses. Below, they stand in the order of its way.
        var images = _site.Images();
        var database = Database();
        var cache = Cache();
        var app = App(cache, database);
        var zone = _site.Zone(platform.Domain);
        var certificate = _site.CertificateForCdn(zone, Domain, OtherName, OriginName);
        var entry = Entry(certificate, app);
        var tier = app.Run(entry.Target);
        var cdn = Edge(zone, certificate, entry);

        (DistributionId, NameServers) = (cdn.DistributionId, zone.NameServers);
        _site.Watch(MonitoringLevel.Full);
        Tell(Domain, images, tier, database);
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
        OriginName = OriginName,
        RedirectDomains = [OtherName],
        PriceClass = PriceClass.All,
        ExtraMetrics = true,
        Firewall = FirewallMode.Block,
    });

    private WebLoadBalancer Entry(Certificate certificate, PodsApp app) => _site.EntryBehindCdn(certificate, app, FirewallMode.Block);

    private PodsApp App(ValkeyCache cache, PostgresDatabase database) =>
        new(_site, _settings.Cluster, _settings.DeployRole, _settings.App, cache.Connection, database.Connection);

    private ValkeyCache Cache() => _site.Cache(_settings.Platform.Cache, nodes: 3, snapshotDays: 35);

    private PostgresDatabase Database() => _site.Database(_settings.Platform.Database, backupDays: 35, DatabaseLevel.Critical);
}
