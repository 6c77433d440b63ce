using Platform.Components;
using Platform.Components.Dns;
using Platform.Components.Dns.Certificates;
using Platform.Components.Dns.HostedZones;
using Platform.Components.Edge.Delivery;
using Platform.Components.Edge.Firewalls;
using Platform.Components.Entry;
using Platform.Components.Security;
using Platform.Components.Storage;
using Platform.Stacks.Parts.Apps;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts;

/// <summary>What a request meets before it reaches the application.</summary>
internal static class EdgeParts
{
    extension(Site site)
    {
        /// <summary>The zone of the environment: the one there is, or a new one whose name servers go to the registrar once.</summary>
        public DnsZone Zone(DomainSettings domain) => new("zone", new()
        {
            Domain = domain.Zone,
            Source = domain.HostedZoneId is { } id ? ZoneSource.Adopt(id) : ZoneSource.Create,
        }, site.Here);

        /// <summary>The one load balancer; on the internet for those listed, inside the network for a CDN.</summary>
        public WebLoadBalancer Entry(Input<string> certificateArn, AllowedSource allowFrom, IApp app) => new(site.Name("entry"), new()
        {
            Network = site.Network,
            CertificateArn = certificateArn,
            AllowFrom = allowFrom,
            InternetFacing = allowFrom != AllowedSource.CloudFront,
            Targets = app.Targets,
            PodsOf = app.PodsOf,
            LogRetentionDays = site.LogDays,
            Protected = site.Protected,
        }, site.Here);

        /// <summary>The load balancer of an environment whose CDN alone reaches it, and its firewall.</summary>
        public WebLoadBalancer EntryBehindCdn(Certificate certificate, IApp app, FirewallMode mode)
        {
            var entry = site.Entry(certificate.ArnIn(site.Account.Region), AllowedSource.CloudFront, app);
            site.EntryFirewall(FirewallTarget.LoadBalancerBehindCdn(entry.Arn), mode);
            return entry;
        }

        /// <summary>One certificate for all names, proven once and issued where the CDN and where the load balancer read theirs.</summary>
        public Certificate CertificateForCdn(DnsZone zone, TwoRegions? regions, params string[] names) => new("tls", new()
        {
            Zone = zone,
            Names = [.. names, .. regions?.OriginNames ?? []],
            Regions = [GlobalRegion.Name, .. regions?.Serving ?? [site.Account.Region]],
        }, site.Here);

        /// <summary>The CDN, its firewall and its assets, and the names that lead to it.</summary>
        public ContentDelivery Delivery(DnsZone zone, Certificate certificate, WebLoadBalancer entry, DeliveryShape shape)
        {
            var cdn = new ContentDelivery("cdn", new()
            {
                Application = EdgeOrigin.LoadBalancer(entry.Arn, shape.OriginName),
                Standby = shape.Standby,
                ServeFromStandby = shape.Regions?.IsFailedOver,
                Assets = shape.Regions?.Assets ?? shape.Assets ?? site.Assets(),
                StandbyAssets = shape.Regions?.StandbyAssets,
                Domains = [shape.Domain],
                RedirectDomains = shape.RedirectDomains,
                PriceClass = shape.PriceClass,
                ExtraMetrics = shape.ExtraMetrics,
                CertificateArn = certificate.ArnIn(GlobalRegion.Name),
                WebAclArn = site.EdgeFirewall(shape.Firewall).WebAclArn,
                LogRetentionDays = site.LogDays,
                Protected = site.Protected,
            }, site.Here);
            new DnsName("site", new()
            {
                Zone = zone,
                Hosts = [shape.Domain, .. shape.RedirectDomains ?? []],
                Target = DnsTarget.Distribution(cdn.DomainName, cdn.HostedZoneId),
            }, site.Here);
            return cdn;
        }

        /// <summary>The firewall of the load balancer.</summary>
        public WebFirewall EntryFirewall(FirewallTarget target, FirewallMode mode) => new(site.Name("entry"), new()
        {
            Target = target,
            Mode = mode,
            KeyArn = site.Keys.Logs,
            LogRetentionDays = site.LogDays,
        }, site.Here);

        /// <summary>The firewall of the CDN. AWS keeps it and its log in a region of its own, where the log needs a key of its own.</summary>
        public WebFirewall EdgeFirewall(FirewallMode mode) => new("edge", new()
        {
            Target = FirewallTarget.Cdn,
            Mode = mode,
            KeyArn = new EncryptionKey("keys-edge", new()
            {
                Purpose = "logs of the CDN's firewall",
                Services = [KeyService.Logs],
                Region = GlobalRegion.Name,
                DeletionWindowDays = site.Keys.DeletionWindowDays,
            }, site.Here).Arn,
            LogRetentionDays = site.LogDays,
        }, site.Here);

        /// <summary>Where files of the application are uploaded whose names never change their content; the CDN alone reads them.</summary>
        public PrivateBucket Assets() => new(site.Name("assets"), new() { CdnOrigin = true, AccessLogDays = site.LogDays, DestroyWithContent = !site.Protected }, site.Here);
    }
}
