using Platform.Components.Accounts;
using Platform.Components.Compute.Images;
using Platform.Components.Data.Cache;
using Platform.Components.Data.Postgres;
using Platform.Components.Dns.Certificates;
using Platform.Components.Edge.Delivery;
using Platform.Components.Edge.Firewalls;
using Platform.Components.Network;
using Platform.Components.Observability.Signals;
using Platform.Components.Recovery;
using Platform.Components.Security;
using Platform.Components.Storage;
using Platform.Stacks.Parts.Apps;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts;

/// <summary>
/// What holds data, in the home region and, as far as the strategy goes, in a second one, and the way from one to the other. Names say
/// where a thing stands and never which region is active: the day that changes, nothing else does.
/// </summary>
internal sealed class TwoRegions
{
    private const int BackupDays = 35;

    private readonly Site _home;
    private readonly ClusteredSettings _settings;
    private readonly RecoverySettings? _recovery;
    private readonly Site? _second;
    private readonly DatabaseChain? _chain;
    private readonly ValkeyCache? _secondCache;

    /// <summary>Registers the data of both regions.</summary>
    /// <param name="home">Site of the home region.</param>
    /// <param name="settings">The numbers; without recovery, there is the home region only.</param>
    public TwoRegions(Site home, ClusteredSettings settings)
    {
        (_home, _settings, _recovery) = (home, settings, settings.Recovery);
        (Images, Assets) = (home.Images(), home.Assets());
        var days = home.Keys.DeletionWindowDays;
        var vault = BackupParts.Vault("", days, home.Here, isShared: _recovery is not null, accounts: settings.Backup?.Accounts);
        if (_recovery is not { } recovery)
        {
            Database = home.Database(settings.Platform.Database, BackupDays, DatabaseLevel.Critical, mostCopies: settings.App.MaxPods);
            Cache = home.Cache(settings.Platform.Cache, nodes: 3, snapshotDays: BackupDays);
            home.BackUp(vault, Database, Assets, others: settings.Backup);
            return;
        }

        var account = new CloudAccount("second", settings.Platform.Account.Args(home.Tags, recovery.Regions.Second));
        var keys = new KeyRing("second-keys", new() { ReplicaOf = home.Keys, DeletionWindowDays = home.Keys.DeletionWindowDays }, account.Here);
        ImageCopies.Register(home, account, keys, Images, settings.Cluster.Images, recovery.Regions, settings.Platform.Baseline.Choice("imageCopies", home.Environment));

        _second = Stands(recovery) ? Build(home, account, keys, recovery) : null;
        _chain = new(home, _second, settings.Platform.Database, settings.App.MaxPods, recovery, new Dictionary<string, Input<string>>
        {
            [recovery.Regions.Second] = recovery.Strategy == RecoveryStrategy.BackupRestore ? keys.Data : keys.Secrets,
        }, BackupDays);
        Database = _chain.ByRegion[recovery.Regions.Home];
        var copies = BackupParts.Vault("second-", days, account.Here, vault);
        home.BackUp(vault, Database, Assets, copies, settings.Backup);

        var isWarm = recovery.Strategy >= RecoveryStrategy.WarmStandby;
        Cache = home.Cache(settings.Platform.Cache, nodes: 3, snapshotDays: BackupDays, isGlobal: isWarm);
        if (_second is { } second)
        {
            StandbyAssets = second.Assets();
            BackUpSecond(second, copies, vault, recovery);
            new BucketReplication("assets", new() { From = Assets, To = StandbyAssets, BothWays = true }, home.Here);
            new BucketReplication("second-assets", new() { From = StandbyAssets, To = Assets, BothWays = true }, second.Here);
            _secondCache = Runs ? second.Cache(settings.Platform.Cache, nodes: 2, snapshotDays: BackupDays, follows: isWarm ? Cache.Datastore : null) : null;
        }
    }

    /// <summary>Where images are pushed.</summary>
    public ContainerRepository Images { get; }

    /// <summary>Files the CDN publishes.</summary>
    public PrivateBucket Assets { get; }

    /// <summary>Copies of them in the second region; null without one.</summary>
    public PrivateBucket? StandbyAssets { get; }

    /// <summary>The database the application at home connects to.</summary>
    public PostgresDatabase Database { get; }

    /// <summary>The cache at home.</summary>
    public ValkeyCache Cache { get; }

    /// <summary>Regions that serve, or will.</summary>
    public IReadOnlyList<string> Serving => Runs ? [_home.Account.Region, _second!.Account.Region] : [_home.Account.Region];

    /// <summary>Name, in the certificate, of the load balancer of the second region.</summary>
    public IReadOnlyList<string> OriginNames => Runs ? [$"second-origin.{_settings.Platform.Domain.Name}"] : [];

    /// <summary>Whether the second region takes writes.</summary>
    public bool IsFailedOver => _recovery?.Regions.IsFailedOver == true;

    /// <summary>Whether the application runs in the second region: always, but for a pilot light, which is started on the day.</summary>
    private bool Runs => _second is not null && (_recovery!.Strategy >= RecoveryStrategy.WarmStandby || IsFailedOver);

    /// <summary>Registers the application of the second region, at full size where it serves; null when none runs there.</summary>
    public EdgeOrigin? Standby(Certificate certificate)
    {
        if (!Runs || _second is not { } second || _recovery is not { } recovery)
        {
            return null;
        }

        var full = IsFailedOver || recovery.Strategy == RecoveryStrategy.ActiveActive;
        var pods = _settings.App with
        {
            Image = ContainerImage.InRegion(_settings.App.Image, second.Account.Region),
            MinPods = full ? _settings.App.MinPods : Math.Min(2, _settings.App.MinPods),
        };
        var app = new PodsApp(
            second, _settings.Cluster.In(second.Account.Region), _settings.DeployRole, pods,
            _secondCache!.Connection, _chain!.ByRegion[second.Account.Region].Connection);
        var entry = second.EntryBehindCdn(certificate, app, FirewallMode.Block);
        app.Run(entry.Target);
        return EdgeOrigin.LoadBalancer(entry.Arn, OriginNames[0]);
    }

    /// <summary>Registers, last of all, the plan by which the second region takes over, where a database follows there, and what looks at it.</summary>
    public void PlanFailover()
    {
        Site[] sites = _second is null ? [_home] : [_home, _second];
        foreach (var site in sites)
        {
            site.Ask($"https://{_settings.Platform.Domain.Name}/", _home.Account.Region, [.. sites.Select(each => each.Account.Region)]);
        }

        _second?.Watch(MonitoringLevel.Full, _settings.Cluster.In(_second.Account.Region));
        if (_recovery is { Strategy: > RecoveryStrategy.BackupRestore } recovery && _chain!.ByRegion.Count == 2)
        {
            new RegionFailover("failover", new()
            {
                Strategy = recovery.Strategy,
                Regions = recovery.Regions,
                Databases = _chain.ByRegion.ToDictionary(database => database.Key, database => (Input<string>)database.Value.Arn),
                ApproverRoleArn = _settings.DeployRole,
            }, _home.Here);
        }
    }

    private void BackUpSecond(Site second, VaultAndKey into, VaultAndKey copyTo, RecoverySettings recovery)
    {
        if (!_chain!.ByRegion.TryGetValue(recovery.Regions.Second, out var database))
        {
            return;
        }

        if (IsFailedOver)
        {
            second.BackUp(into, database, StandbyAssets!, copyTo);
        }
        else
        {
            second.BackUpStandby(into, database);
        }
    }

    /// <summary>Whether more than copies is in the second region: from the start, or since it took over.</summary>
    private static bool Stands(RecoverySettings recovery) => recovery.Strategy > RecoveryStrategy.BackupRestore || recovery.Regions.IsFailedOver;

    private static Site Build(Site home, CloudAccount account, KeyRing keys, RecoverySettings recovery)
    {
        var network = new PrivateNetwork("second-network", new()
        {
            Cidr = recovery.Network.Cidr,
            Zones = recovery.Network.Zones,
            Nat = recovery.Network.Nat,
            NatImageId = recovery.Network.NatImageId,
            LogKeyArn = keys.Logs,
            FlowLogSeconds = 60,
            FlowLogRetentionDays = 365,
        }, account.Here);
        return new Site(account, keys, network)
        {
            Prefix = "second-", LogDays = home.LogDays, Protected = home.Protected, Tags = home.Tags, Subscribers = home.Subscribers, Traces = home.Traces,
        };
    }
}
