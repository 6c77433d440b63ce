using System.Collections.Immutable;
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

/// <summary>Live customers: a zone may be lost without anybody noticing, and nothing that holds data can be deleted by accident.</summary>
public sealed class ProdStack : Stack
{
    private readonly ClusteredSettings _settings;
    private readonly Site _site;

    /// <summary>Registers the environment.</summary>
    /// <param name="settings">Its numbers.</param>
    public ProdStack(ClusteredSettings settings)
    {
        var (platform, tags) = (settings.Platform, settings.Platform.Ownership.TagsOf("prod"));
        var account = new CloudAccount("account", platform.Account.Args(tags));
        var keys = new KeyRing("keys", new() { DeletionWindowDays = 30 }, account.Here);
        var network = new PrivateNetwork("network", new()
        {
            Cidr = platform.Network.Cidr,
            Zones = platform.Network.Zones,
            Nat = platform.Network.Nat,
            LogKeyArn = keys.Logs,
            FlowLogSeconds = 60,
            FlowLogRetentionDays = 365,
            InterfaceEndpoints = ["ecr.api", "ecr.dkr", "kms", "logs", "secretsmanager", "ssm", "ssmmessages", "sts"],
        }, account.Here);
        (_settings, _site) = (settings, new Site(account, keys, network) { LogDays = 90, Protected = true, Tags = tags });

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
        NameServers = zone.NameServers;
        (ScalingTarget, LogGroupName, DatabaseSecretArn) = (tier.ScalingTarget, tier.LogGroupName, database.SecretArn);
    }

    /// <summary>Where the application answers.</summary>
    [Output("url")] public Output<string> Url { get; private set; }

    /// <summary>Name servers for the registrar; empty when the zone was there already.</summary>
    [Output("nameServers")] public Output<ImmutableArray<string>> NameServers { get; private set; }

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
    private string OtherName => $"www.{Domain}";
    private string OriginName => $"origin.{Domain}";

    private Certificate Certificate(DnsZone zone) => new("tls", new()
    {
        Zone = zone,
        Names = [Domain, OtherName, OriginName],
        Regions = [GlobalRegion.Name, _settings.Platform.Account.Region],
    }, _site.Here);

    private ContentDelivery Edge(DnsZone zone, Certificate certificate, WebLoadBalancer entry)
    {
        var cdn = new ContentDelivery("cdn", new()
        {
            Application = EdgeOrigin.LoadBalancer(entry.Arn, OriginName),
            Assets = _site.Assets(),
            Domains = [Domain],
            RedirectDomains = [OtherName],
            PriceClass = PriceClass.All,
            ExtraMetrics = true,
            CertificateArn = certificate.ArnIn(GlobalRegion.Name),
            WebAclArn = _site.EdgeFirewall(FirewallMode.Block).WebAclArn,
            LogRetentionDays = _site.LogDays,
            Protected = _site.Protected,
        }, _site.Here);
        new DnsName("site", new() { Zone = zone, Hosts = [Domain, OtherName], Target = DnsTarget.Distribution(cdn.DomainName, cdn.HostedZoneId) }, _site.Here);
        return cdn;
    }

    private WebLoadBalancer Entry(Certificate certificate, PodsApp app)
    {
        var entry = _site.Entry(certificate.ArnIn(_settings.Platform.Account.Region), AllowedSource.CloudFront, app);
        _site.EntryFirewall(FirewallTarget.LoadBalancerBehindCdn(entry.Arn), FirewallMode.Block);
        return entry;
    }

    private PodsApp App(ValkeyCache cache, PostgresDatabase database) =>
        new(_site, _settings.Cluster, _settings.DeployRole, _settings.App, cache.Connection, database.Connection);

    private ValkeyCache Cache() => _site.Cache(_settings.Platform.Cache, nodes: 3, snapshotDays: 35);

    private PostgresDatabase Database() => _site.Database(_settings.Platform.Database, backupDays: 35, DatabaseLevel.Critical);
}
