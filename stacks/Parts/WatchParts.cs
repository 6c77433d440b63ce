using Platform.Components.Observability;
using Platform.Components.Observability.Signals;

namespace Platform.Stacks.Parts;

/// <summary>What looks at an environment.</summary>
internal static class WatchParts
{
    extension(Site site)
    {
        /// <summary>Alarms for everything made so far in the site's account and region.</summary>
        /// <param name="level">How much is watched.</param>
        public Monitoring Watch(MonitoringLevel level) => new(site.Name("monitoring"), new()
        {
            Watches = site.Account.Observed,
            Region = site.Account.Region,
            Level = level,
            Owner = site.Tags["owner"],
            KeyDeletionDays = site.Keys.DeletionWindowDays,
        }, site.Here);
    }
}
