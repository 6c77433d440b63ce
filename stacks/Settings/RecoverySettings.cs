using Platform.Components.Recovery;

namespace Platform.Stacks.Settings;

/// <summary>The region that can take over.</summary>
/// <param name="Strategy">How much waits there.</param>
/// <param name="Regions">Home, second, and which of them takes writes: the one setting a failover changes.</param>
/// <param name="Network">Its addresses, which no other network uses, and its zones.</param>
/// <param name="Databases">How many databases were ever made, alternating between the regions; see <see cref="DatabaseLineage"/>.</param>
public sealed record RecoverySettings(RecoveryStrategy Strategy, RegionPair Regions, NetworkSettings Network, int Databases);
