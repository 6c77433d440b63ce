using Platform.Components.Clusters;
using Platform.Components.Observability;
using Platform.Components.Observability.Kubernetes;
using Platform.Components.Observability.Probes;
using Platform.Components.Observability.Signals;
using Platform.Components.Observability.Traces;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts;

/// <summary>What looks at an environment.</summary>
internal static class WatchParts
{
    extension(Site site)
    {
        /// <summary>Asks for the environment's page from the site's region, as a user would.</summary>
        /// <param name="url">The page.</param>
        /// <param name="home">Region on-call is paged from.</param>
        /// <param name="regions">All regions that ask.</param>
        public OutsideProbe Ask(string url, string home, IReadOnlyList<string> regions) => new(site.Name("probe"), new()
        {
            Url = url,
            From = site.Account.Region,
            HomeRegion = home,
            Regions = regions,
            KeyArn = site.Keys.Logs,
        }, site.Here);

        /// <summary>Alarms for everything made so far in the site's account and region.</summary>
        /// <param name="level">How much is watched.</param>
        /// <param name="settings">The cluster; null without one.</param>
        public Monitoring Watch(MonitoringLevel level, ClusterSettings? settings = null)
        {
            var monitoring = new Monitoring(site.Name("monitoring"), new()
            {
                Watches = site.Account.Observed,
                Region = site.Account.Region,
                Level = level,
                Owner = site.Tags["owner"],
                Subscribers = site.Subscribers,
                KeyDeletionDays = site.Keys.DeletionWindowDays,
            }, site.Here);
            foreach (var cluster in site.Account.Observed.OfType<IKubernetesCluster>())
            {
                new ClusterMonitoring(site.Name("prometheus"), new()
                {
                    Cluster = cluster,
                    Watches = site.Account.Observed,
                    Region = site.Account.Region,
                    Topics = monitoring.Topics,
                    TopicKeyArn = monitoring.TopicKeyArn,
                    Owner = site.Tags["owner"],
                    CollectorImage = settings?.CollectorImage,
                    Traces = site.Traces,
                }, site.Here);
            }

            if (site.Traces is TraceExport.XRay export)
            {
                new TraceSampling(site.Name("traces"), new() { Export = export, ServiceName = site.Name("app"), AppsAsk = settings is null }, site.Here);
            }

            return monitoring;
        }
    }
}
