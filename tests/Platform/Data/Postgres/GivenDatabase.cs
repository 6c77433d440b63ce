using Platform.Components.Data.Postgres.Origins;
using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Scheduling;

namespace Platform.Tests.Data.Postgres;

/// <summary>A database for tests, small and complete; each test says what it is about.</summary>
internal static class GivenDatabase
{
    public static readonly WorkingHours Day = new(new TimeOnly(6, 0), new TimeOnly(19, 0));

    public static PostgresDatabase Database(
        int version = 17,
        string instanceClass = "db.t4g.micro",
        int storage = 20,
        int maxStorage = 100,
        int backupDays = 1,
        bool? isProtected = null,
        CredentialMode credentials = CredentialMode.Managed,
        bool replicated = false,
        bool blueGreen = false,
        bool longInsights = false,
        bool standby = false,
        int? seconds = null,
        string? backup = null,
        string? maintenance = null,
        WorkingHours? hours = null,
        DatabaseOrigin? origin = null,
        int? maxClients = null,
        bool? pooled = null,
        int? readers = null,
        int? rotationDays = null,
        DatabaseAccess? access = null,
        ComponentResourceOptions? options = null,
        params DatabasePlace[] shares) => new("database", new()
        {
            ReadReplicas = readers,
            RotationDays = rotationDays,
            Access = access,
            SharesPasswordWith = shares,
            MaxClients = maxClients,
            Pooled = pooled,
            Origin = origin,
            Network = Given.Network,
            Version = version,
            InstanceClass = instanceClass,
            StorageGiB = storage,
            MaxStorageGiB = maxStorage,
            BackupDays = backupDays,
            KeyArn = "arn:key/data",
            LogKeyArn = "arn:key/logs",
            SecretKeyArn = "arn:key/secrets",
            LogRetentionDays = 14,
            Protected = isProtected,
            Credentials = credentials,
            Replicated = replicated,
            BlueGreen = blueGreen,
            LongInsights = longInsights,
            Standby = standby,
            MonitoringSeconds = seconds,
            BackupWindow = Window(backup),
            MaintenanceWindow = Window(maintenance),
            WorkingHours = hours,
        }, options);

    private static TimeWindow? Window(string? text) => text is not null && TimeWindow.TryParse(text, out var window) ? window : null;
}
