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
using Platform.Components.Storage;
using Platform.Stacks.Parts;
using Platform.Stacks.Parts.Apps;
using Platform.Stacks.Settings;

namespace Platform.Stacks;

/// <summary>
/// What production will be, with the same parts, smaller: a release that fails there should have failed here. It holds data that
/// took work to prepare, so it is protected like production.
/// </summary>
/// <remarks>The firewalls count, so that tests and load are not stopped by rules that have yet to prove themselves.</remarks>
public sealed class StagingStack : EnvironmentStack
{
    private readonly ClusteredSettings _settings;
    private readonly Site _site;

    /// <summary>Registers the environment.</summary>
    /// <param name="settings">Its numbers.</param>
    public StagingStack(ClusteredSettings settings)
        : base(settings.Platform)
    {
        var (platform, tags) = (settings.Platform, settings.Platform.Ownership.TagsOf("staging"));
        var account = new CloudAccount("account", platform.Account.Args(tags));
        var keys = new KeyRing("keys", new() { DeletionWindowDays = 30, BackupAccounts = settings.Backup?.Accounts ?? [] }, account.Here);
        var network = new PrivateNetwork("network", new()
        {
            Cidr = platform.Network.Cidr,
            Zones = platform.Network.Zones,
            Nat = platform.Network.Nat,
            NatImageId = platform.Network.NatImageId,
            LogKeyArn = keys.Logs,
            FlowLogSeconds = 600,
            FlowLogRetentionDays = 30,
        }, account.Here);
        (_settings, _site) = (settings, new Site(account, keys, network)
        {
            LogDays = 30, Protected = true, Tags = tags, WorkingHours = settings.WorkingHours, Subscribers = platform.Monitoring.Subscribers,
            Traces = platform.Monitoring.Traces,
        });
        _site.Baseline(platform.Baseline, closely: false, GlobalRegion.Name);
        _site.Cost(platform, keepSnapshotsDays: 30);

        // What a request reaches last is made first, as each part is given what it uses. Below, they stand in the order of its way.
        var images = _site.Images();
        var database = Database();
        var assets = _site.Assets();
        _site.BackUp(BackupParts.Vault("", _site.Keys.DeletionWindowDays, _site.Here, accounts: settings.Backup?.Accounts), database, assets, others: settings.Backup);
        var cache = Cache();
        var app = App(cache, database);
        var zone = _site.Zone(platform.Domain);
        var certificate = _site.CertificateForCdn(zone, null, Domain, OriginName);
        var entry = Entry(certificate, app);
        var tier = app.Run(entry.Target);
        var cdn = Edge(zone, certificate, entry, assets);

        DistributionId = cdn.DistributionId;
        _site.Watch(MonitoringLevel.Full, _settings.Cluster);
        Tell(Domain, images, tier, database);
    }

    /// <summary>The CDN, to empty its cache.</summary>
    [Output("distributionId")] public Output<string> DistributionId { get; private set; }

    private string Domain => _settings.Platform.Domain.Name;
    private string OriginName => $"origin.{Domain}";

    private ContentDelivery Edge(DnsZone zone, Certificate certificate, WebLoadBalancer entry, PrivateBucket assets) => _site.Delivery(zone, certificate, entry, new()
    {
        Domain = Domain,
        Assets = assets,
        OriginName = OriginName,
        PriceClass = PriceClass.Basic,
        Firewall = FirewallMode.Count,
    });

    private WebLoadBalancer Entry(Certificate certificate, PodsApp app) => _site.EntryBehindCdn(certificate, app, FirewallMode.Count);

    private PodsApp App(ValkeyCache cache, IPostgres database) =>
        new(_site, _settings.Cluster, _settings.DeployRole, _settings.App, cache.Connection, database.Connection);

    private ValkeyCache Cache() => _site.Cache(_settings.Platform.Cache, nodes: 2, snapshotDays: 7);

    private IPostgres Database() => _site.Database(_settings.Platform.Database, backupDays: 7, DatabaseLevel.Resilient, mostCopies: _settings.App.MaxPods);
}
