using Platform.Components.Scheduling;

namespace Platform.Stacks.Settings;

/// <summary>The settings of an environment for feature work.</summary>
/// <param name="Platform">What all environments share.</param>
/// <param name="Entry">Who may reach it.</param>
/// <param name="App">The application.</param>
/// <param name="WorkingHours">When it runs; null: always.</param>
public sealed record DevSettings(PlatformSettings Platform, EntrySettings Entry, TaskSettings App, WorkingHours? WorkingHours);

/// <summary>The settings of an environment with the shape of production.</summary>
/// <param name="Platform">What all environments share.</param>
/// <param name="DeployRole">Role that deploys, by ARN. It also administers the cluster, which lets nobody in who is not named.</param>
/// <param name="Cluster">The cluster.</param>
/// <param name="App">The application.</param>
/// <param name="WorkingHours">When it runs; null: always.</param>
/// <param name="Recovery">The region that can take over; null: none.</param>
/// <param name="Backup">Where else backups go; null: nowhere.</param>
public sealed record ClusteredSettings(
    PlatformSettings Platform,
    string DeployRole,
    ClusterSettings Cluster,
    PodSettings App,
    WorkingHours? WorkingHours,
    RecoverySettings? Recovery = null,
    BackupSettings? Backup = null);
