using Platform.Components.Scheduling;

namespace Platform.Components.Data.Postgres.Upkeep;

/// <summary>When a database is backed up and maintained; never both at once, and never while it is stopped.</summary>
internal sealed class DatabaseWindows
{
    // Source: CreateDBInstance, Amazon RDS API reference.
    private const int ShortestMinutes = 30;

    public DatabaseWindows(ComponentResource self, IPostgresArgs args)
    {
        var hours = args.WorkingHours;
        Backup = args.BackupWindow ?? hours?.Window(60, 60) ?? new TimeWindow(new TimeOnly(2, 0), 60);
        Maintenance = args.MaintenanceWindow ?? hours?.Window(120, 60) ?? new TimeWindow(new TimeOnly(3, 0), 60);

        self.Require(
            Backup.Minutes >= ShortestMinutes && Maintenance.Minutes >= ShortestMinutes,
            $"backup window {Backup} or maintenance window {Maintenance} is shorter than {ShortestMinutes} minutes; make it longer.");
        self.Require(
            !Backup.Overlaps(Maintenance),
            $"backup window {Backup} and maintenance window {Maintenance} overlap, which RDS refuses; move one of them.");
        if (hours is not null)
        {
            var day = new TimeWindow(hours.From, (int)(hours.To - hours.From).TotalMinutes);
            self.Require(
                day.Contains(Backup) && day.Contains(Maintenance),
                $"backup window {Backup} and maintenance window {Maintenance} must lie within working hours {day}: outside of them the "
                + "database is stopped, and is neither backed up nor maintained.");
        }
    }

    public TimeWindow Backup { get; }

    public TimeWindow Maintenance { get; }

    /// <summary>The maintenance window in the form RDS takes, on the day when most people are there to notice.</summary>
    public string MaintenanceText
    {
        get
        {
            var end = Maintenance.Start.AddMinutes(Maintenance.Minutes);
            var lastDay = end < Maintenance.Start ? "wed" : "tue";
            return FormattableString.Invariant($"tue:{Maintenance.Start:HH\\:mm}-{lastDay}:{end:HH\\:mm}");
        }
    }
}
