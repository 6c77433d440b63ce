using Platform.Components;
using Platform.Components.Accounts;
using Platform.Components.Data;
using Platform.Components.Dns;
using Platform.Components.Edge;
using Platform.Components.Entry;
using Platform.Components.Network;
using Platform.Components.Security;
using Platform.Stacks.Parts;
using Platform.Stacks.Settings;

namespace Platform.Stacks;

/// <summary>
/// What production will be, with the same parts, smaller: a release that fails there should have failed here. It holds data that
/// took work to prepare, so it is protected like production.
/// </summary>
/// <remarks>The firewalls count, so that tests and load are not stopped by rules that have yet to prove themselves.</remarks>
public sealed class StagingStack : Stack
{
    private readonly ClusteredSettings _settings;
    private readonly Site _site;

    /// <summary>Registers the environment.</summary>
    /// <param name="settings">Its numbers.</param>
    public StagingStack(ClusteredSettings settings)
    {
        var (platform, tags) = (settings.Platform, settings.Platform.Ownership.TagsOf("staging"));
        var account = new CloudAccount("account", platform.Account.Args(tags));
        var keys = new KeyRing("keys", new() { DeletionWindowDays = 30 }, account.Here);
        var network = new PrivateNetwork("network", new()
        {
            Cidr = platform.Network.Cidr,
            Zones = platform.Network.Zones,
            Nat = platform.Network.Nat,
            LogKeyArn = keys.Logs,
            FlowLogSeconds = 600,
            FlowLogRetentionDays = 30,
        }, account.Here);
        (_settings, _site) = (settings, new Site(account, keys, network) { LogDays = 30, Protected = true, Tags = tags });

        // What a request reaches last is made first, as each part is given what it uses. Below, they stand in the order of its way.
        var images = _site.Images();
        var database = Database();
        var cache = Cache();
        var app = App(cache, database);
        var zone = _site.Zone(platform.Domain);
        var certificate = Certificate(zone);
        var entry = Entry(certificate, app);
        var tier = app.Run(entry.Target);
        var cdn = Edge(zone, certificate, entry);

        (Url, DistributionId, ImageRepository) = (Output.Create($"https://{Domain}"), cdn.DistributionId, images.Url);
        (ScalingTarget, LogGroupName, DatabaseSecretArn) = (tier.ScalingTarget, tier.LogGroupName, database.SecretArn);
    }

    /// <summary>Where the application answers.</summary>
    [Output("url")] public Output<string> Url { get; private set; }

    /// <summary>The CDN, to empty its cache.</summary>
    [Output("distributionId")] public Output<string> DistributionId { get; private set; }

    /// <summary>Where images are pushed.</summary>
    [Output("imageRepository")] public Output<string> ImageRepository { get; private set; }

    /// <summary>What grows with the load.</summary>
    [Output("scalingTarget")] public Output<string> ScalingTarget { get; private set; }

    /// <summary>What the application prints.</summary>
    [Output("logGroupName")] public Output<string> LogGroupName { get; private set; }

    /// <summary>Where user and password of the database are stored.</summary>
    [Output("databaseSecretArn")] public Output<string> DatabaseSecretArn { get; private set; }

    private string Domain => _settings.Platform.Domain.Name;
    private string OriginName => $"origin.{Domain}";

    private Certificate Certificate(DnsZone zone) => new("tls", new()
    {
        Zone = zone,
        Names = [Domain, OriginName],
        Regions = [GlobalRegion.Name, _settings.Platform.Account.Region],
    }, _site.Here);

    private ContentDelivery Edge(DnsZone zone, Certificate certificate, WebLoadBalancer entry)
    {
        var cdn = new ContentDelivery("cdn", new()
        {
            Application = EdgeOrigin.LoadBalancer(entry.Arn, OriginName),
            Assets = _site.Assets(),
            Domains = [Domain],
            PriceClass = PriceClass.Basic,
            CertificateArn = certificate.ArnIn(GlobalRegion.Name),
            WebAclArn = _site.EdgeFirewall(FirewallMode.Count).WebAclArn,
            LogRetentionDays = _site.LogDays,
            Protected = _site.Protected,
        }, _site.Here);
        new DnsName("site", new() { Zone = zone, Hosts = [Domain], Target = DnsTarget.Distribution(cdn.DomainName, cdn.HostedZoneId) }, _site.Here);
        return cdn;
    }

    private WebLoadBalancer Entry(Certificate certificate, PodsApp app)
    {
        var entry = _site.Entry(certificate.ArnIn(_settings.Platform.Account.Region), AllowedSource.CloudFront, app);
        _site.EntryFirewall(FirewallTarget.LoadBalancerBehindCdn(entry.Arn), FirewallMode.Count);
        return entry;
    }

    private PodsApp App(ValkeyCache cache, PostgresDatabase database) =>
        new(_site, _settings.Cluster, _settings.DeployRole, _settings.App, cache.Connection, database.Connection);

    private ValkeyCache Cache() => _site.Cache(_settings.Platform.Cache, nodes: 2, snapshotDays: 7);

    private PostgresDatabase Database() => _site.Database(_settings.Platform.Database, backupDays: 7, DatabaseLevel.Resilient);
}
