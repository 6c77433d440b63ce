using Platform.Components.Network.Addresses;
using Platform.Stacks.Settings;

namespace Platform.Infra.Settings;

/// <summary>
/// Turns the configuration of a stack into its settings before any resource exists. Everything that is wrong is told at once, one line
/// each; a key nobody reads is wrong too.
/// </summary>
public static class SettingsReader
{
    /// <summary>Reads the settings of an environment for feature work.</summary>
    /// <param name="engine">Stack and configuration.</param>
    /// <exception cref="RunException">One line for each thing that is wrong.</exception>
    public static DevSettings Dev(EngineCall engine) => Read(engine, isClustered: false, isOnCall: false, (platform, shared) => new DevSettings(
        shared,
        Blocks.Entry(platform.Block("entry")),
        AppBlocks.Tasks(platform.Block("app")),
        Blocks.Hours(platform.OptionalBlock("workingHours"))));

    /// <summary>Reads the settings of production, whose critical alarms must call somebody.</summary>
    /// <param name="engine">Stack and configuration.</param>
    /// <exception cref="RunException">One line for each thing that is wrong.</exception>
    public static ClusteredSettings Prod(EngineCall engine) => Clustered(engine, isOnCall: true);

    /// <summary>Reads the settings of an environment with the shape of production.</summary>
    /// <param name="engine">Stack and configuration.</param>
    /// <exception cref="RunException">One line for each thing that is wrong.</exception>
    public static ClusteredSettings Clustered(EngineCall engine) => Clustered(engine, isOnCall: false);

    private static ClusteredSettings Clustered(EngineCall engine, bool isOnCall) => Read(engine, isClustered: true, isOnCall, (platform, shared) =>
    {
        var hours = Blocks.Hours(platform.OptionalBlock("workingHours"));
        var cluster = AppBlocks.Cluster(platform.Block("cluster"), hours);
        if (shared.Monitoring.Traces is not null && cluster.CollectorImage is null)
        {
            platform.Refuse("monitoring.traces", "is set, but the cluster has no collector that takes traces; set cluster.collectorImage");
        }

        return new ClusteredSettings(
            shared, shared.Account.AssumeRole ?? "", cluster, AppBlocks.Pods(platform.Block("app")), hours,
            RecoveryBlock.Read(platform.OptionalBlock("recovery"), shared, engine.Stack),
            BackupBlock.Read(platform.OptionalBlock("backup"), shared.Account));
    });

    private static T Read<T>(EngineCall engine, bool isClustered, bool isOnCall, Func<Section, PlatformSettings, T> finish)
    {
        var problems = new Problems(engine.Stack);
        Namespaces.Check(engine.Config, engine.SecretKeys, problems);

        var open = engine.Config.Where(pair => !engine.SecretKeys.Contains(pair.Key)).ToDictionary();
        var aws = Section.OfNamespace(Namespaces.Aws, open, problems);
        var platform = Section.OfNamespace(Namespaces.Platform, open, problems);
        var region = aws.Text("region", "the code of a region such as eu-west-1", text => Zones.LettersOf(text) is not null);

        // Only feature work may do without: elsewhere a wrong account is an outage, and a cluster lets nobody in who is not named.
        var accounts = aws.Texts("allowedAccountIds", "account ids of 12 digits", Forms.IsAccountId, optional: !isClustered);
        var account = isClustered ? platform.Block("account") : platform.OptionalBlock("account");
        var settings = finish(platform, new PlatformSettings(
            new AccountSettings(region, accounts, AccountBlocks.AssumeRole(account, accounts), AccountBlocks.Boundary(account, accounts)),
            AccountBlocks.Baseline(platform.Block("baseline")),
            AccountBlocks.Cost(platform.Block("cost")),
            MonitoringBlock.Read(platform, pages: isClustered, isOnCall),
            Blocks.Ownership(platform.Block("ownership")),
            Blocks.Domain(platform.Block("domain")),
            Blocks.Network(platform.Block("network"), region),
            Blocks.Database(platform.Block("database")),
            Blocks.Cache(platform.Block("cache"))));

        aws.Close();
        platform.Close();
        problems.ThrowIfAny();
        return settings;
    }
}
