using Platform.Components.Baseline;
using Platform.Components.Cost;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts;

/// <summary>What an account has once, whichever environments share it.</summary>
internal static class AccountParts
{
    extension(Site site)
    {
        /// <summary>What watches over the account: made by the stack the settings name, left alone by every other one in the account.</summary>
        public SecurityBaseline Baseline(BaselineSettings settings, bool closely, params string?[] moreRegions)
        {
            var (project, stack) = (Deployment.Instance.ProjectName, site.Environment);
            return new SecurityBaseline("baseline", new()
            {
                Region = site.Account.Region,
                MoreRegions = [.. moreRegions.OfType<string>().Where(region => region != site.Account.Region).Distinct()],
                Closely = closely,
                KeyDeletionWindowDays = site.Keys.DeletionWindowDays,
                DestroyWithContent = !site.Protected,
                Trail = settings.Choice("trail", stack, $"/{project}/{settings.Owner}/baseline-trail"),
                Recorder = settings.Choice("recorder", stack),
                Detector = settings.Choice("detector", stack),
                Hub = settings.Choice("hub", stack),
                Scanner = settings.Choice("scanner", stack),
                AccessAnalyzer = settings.Choice("accessAnalyzer", stack),
                Defaults = settings.Choice("defaults", stack),
                BackupTypes = settings.Choice("backupTypes", stack),
                Sessions = settings.Choice("sessions", stack, SecurityBaseline.SessionLogGroup),
            }, site.Here);
        }

        /// <summary>What the environment may cost, who is told when it costs more, and what is thrown away.</summary>
        public CostControl Cost(PlatformSettings settings, int keepSnapshotsDays) => new("cost", new()
        {
            Environment = site.Environment,
            MonthlyBudgetUsd = settings.Cost.MonthlyBudgetUsd,
            Notify = settings.Cost.Notify,
            KeepSnapshotsDays = keepSnapshotsDays,
            LogKeyArn = site.Keys.Logs,
            LogRetentionDays = site.LogDays,
            AllocationTags = settings.Baseline.Choice("allocationTags", site.Environment),
            ServiceMonitor = settings.Baseline.Choice("serviceMonitor", site.Environment),
            Export = settings.Baseline.Choice("bill", site.Environment),
            DestroyWithContent = !site.Protected,
        }, site.Here);
    }
}
