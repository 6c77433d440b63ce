using Platform.Components.Accounts;
using Platform.Components.Compute.Images;
using Platform.Components.Data.Cache;
using Platform.Components.Data.Postgres;
using Platform.Components.Dns;
using Platform.Components.Dns.Certificates;
using Platform.Components.Dns.HostedZones;
using Platform.Components.Edge.Firewalls;
using Platform.Components.Entry;
using Platform.Components.Network;
using Platform.Components.Observability.Signals;
using Platform.Components.Security;
using Platform.Stacks.Parts;
using Platform.Stacks.Parts.Apps;
using Platform.Stacks.Settings;

namespace Platform.Stacks;

/// <summary>
/// Feature work: everything there is, as small as it gets, on spot capacity and only while people work. Nothing in it is protected
/// from deletion, since nothing in it is anybody's only copy.
/// </summary>
/// <remarks>
/// No CDN: a list of addresses on the load balancer keeps strangers out before they send a request, which a CDN would reduce to a rule
/// of its firewall, and each change of a distribution would make a developer wait for minutes. The firewall is there and counts, so that
/// a rule that would stop a customer is found here.
/// </remarks>
public sealed class DevStack : EnvironmentStack
{
    private readonly DevSettings _settings;
    private readonly Site _site;

    /// <summary>Registers the environment.</summary>
    /// <param name="settings">Its numbers.</param>
    public DevStack(DevSettings settings)
        : base(settings.Platform)
    {
        var (platform, tags) = (settings.Platform, settings.Platform.Ownership.TagsOf("dev"));
        var account = new CloudAccount("account", platform.Account.Args(tags));
        var keys = new KeyRing("keys", new() { DeletionWindowDays = 7, Protected = false }, account.Here);
        var network = new PrivateNetwork("network", new()
        {
            Cidr = platform.Network.Cidr,
            Zones = platform.Network.Zones,
            Nat = platform.Network.Nat,
            NatImageId = platform.Network.NatImageId,
            LogKeyArn = keys.Logs,
            DiskKeyArn = keys.Data,
            FlowLogSeconds = 600,
            FlowLogRetentionDays = 14,
        }, account.Here);
        _site = new Site(account, keys, network)
        {
            LogDays = 14, Protected = false, Tags = tags, WorkingHours = settings.WorkingHours, Subscribers = platform.Monitoring.Subscribers,
            Traces = platform.Monitoring.Traces, TraceSidecar = platform.Monitoring.Sidecar,
        };
        _settings = settings;
        _site.Baseline(platform.Baseline, closely: false);
        _site.Cost(platform, keepSnapshotsDays: 14);

        // What a request reaches last is made first, as each part is given what it uses. Below, they stand in the order of its way.
        var images = _site.Images();
        var database = Database();
        var cache = Cache();
        var app = App(images, cache, database);
        var zone = _site.Zone(platform.Domain);
        var entry = Entry(zone, app);
        var tier = app.Run(entry.Target);

        _site.Watch(MonitoringLevel.Basic);
        Tell(platform.Domain.Name, images, tier, database);
    }

    private WebLoadBalancer Entry(DnsZone zone, TasksApp app)
    {
        var (domain, region) = (_settings.Platform.Domain, _settings.Platform.Account.Region);
        var certificate = new Certificate("tls", new() { Zone = zone, Names = [domain.Name], Regions = [region] }, _site.Here);
        var entry = _site.Entry(certificate.ArnIn(region), AllowedSource.From(_settings.Entry.AllowFrom), app);
        _site.EntryFirewall(FirewallTarget.LoadBalancer(entry.Arn), FirewallMode.Count);
        new DnsName("site", new() { Zone = zone, Hosts = [domain.Name], Target = entry.Address }, _site.Here);
        return entry;
    }

    private TasksApp App(ContainerRepository images, ValkeyCache cache, IPostgres database) =>
        new(_site, _settings.App, images, cache.Connection, database.Connection) { SpotPercent = 100 };

    private ValkeyCache Cache() => _site.Cache(_settings.Platform.Cache, nodes: 1, snapshotDays: 0);

    private IPostgres Database() => _site.Database(_settings.Platform.Database, backupDays: 1, DatabaseLevel.Disposable, mostCopies: _settings.App.MaxTasks);
}
