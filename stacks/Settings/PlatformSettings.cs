namespace Platform.Stacks.Settings;

/// <summary>
/// What may differ between environments, whatever their shape: the typed form of the part all of <c>Pulumi.&lt;stack&gt;.yaml</c> share.
/// It holds no secret.
/// </summary>
/// <param name="Account">Where the environment runs, and as whom it is deployed.</param>
/// <param name="Baseline">What watches over the account.</param>
/// <param name="Cost">What it may cost.</param>
/// <param name="Monitoring">Who hears of its alarms.</param>
/// <param name="Ownership">Who answers for it and pays for it.</param>
/// <param name="Domain">The name users type.</param>
/// <param name="Network">Its addresses and zones.</param>
/// <param name="Database">The database.</param>
/// <param name="Cache">The cache.</param>
public sealed record PlatformSettings(
    AccountSettings Account,
    BaselineSettings Baseline,
    CostSettings Cost,
    MonitoringSettings Monitoring,
    OwnershipSettings Ownership,
    DomainSettings Domain,
    NetworkSettings Network,
    DatabaseSettings Database,
    CacheSettings Cache);
