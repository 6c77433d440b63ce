using Platform.Components.Data.Aurora;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Scheduling;

namespace Platform.Tests.Data.Aurora;

/// <summary>A cluster for tests; each says what it is about.</summary>
internal static class GivenAurora
{
    public static AuroraDatabase Orders(
        AuroraCapacity capacity,
        string name = "orders",
        int version = 17,
        int? readers = null,
        int backupDays = 7,
        bool? isProtected = null,
        CredentialMode credentials = CredentialMode.Managed,
        int? rotationDays = null,
        DatabaseAccess? access = null,
        bool? leads = null,
        Input<string>? follows = null,
        Input<string>? secretArn = null,
        string? snapshot = null,
        bool? ioOptimized = null,
        bool longInsights = false,
        int? maxClients = null,
        WorkingHours? hours = null) => new(name, new()
        {
            Network = Given.Network,
            Version = version,
            Capacity = capacity,
            Readers = readers,
            IoOptimized = ioOptimized,
            KeyArn = "arn:key/data",
            LogKeyArn = "arn:key/logs",
            SecretKeyArn = "arn:key/secrets",
            LogRetentionDays = 14,
            BackupDays = backupDays,
            Protected = isProtected,
            Credentials = credentials,
            RotationDays = rotationDays,
            Access = access,
            Global = leads,
            Follows = follows,
            SecretArn = secretArn,
            Snapshot = snapshot,
            LongInsights = longInsights,
            MaxClients = maxClients,
            WorkingHours = hours,
        });
}
