using System.Collections.Concurrent;
using Platform.Components.Accounts;
using Platform.Components.Compute;
using Platform.Components.Compute.Deployment;
using Platform.Components.Compute.Instances.Fleets;
using Platform.Components.Data.Aurora;
using Platform.Components.Data.Postgres;
using Platform.Components.Entry;
using Platform.Components.Network;
using Platform.Components.Security;
using Platform.Infra.Settings;
using Platform.Stacks.Parts;
using Platform.Stacks.Parts.Apps;
using Platform.Stacks.Settings;
using Platform.Tests.Infra;

namespace Platform.Tests.Stacks;

/// <summary>An environment with an app tier it does not have today: the parts its stack is made of, behind the same interface.</summary>
internal static class Composition
{
    public const string DeployRole = "arn:aws:iam::111122223333:role/deploy";

    private static readonly ConcurrentDictionary<(string, string, string?, AuroraCapacity?), Lazy<Task<(Sandbox Plan, AppFacts App)>>> Made = new();

    /// <summary>The plan, made once for all tests, and what its application says of itself.</summary>
    public static Task<(Sandbox Plan, AppFacts App)> Run(string environment, string tier, string? appUser = null, AuroraCapacity? aurora = null) =>
        Made.GetOrAdd((environment, tier, appUser, aurora), _ => new(() => Make(environment, tier, appUser, aurora))).Value;

    private static async Task<(Sandbox Plan, AppFacts App)> Make(string environment, string tier, string? appUser, AuroraCapacity? aurora)
    {
        IAppTier? app = null;
        var plan = await Sandbox.Run(() => app = Build(environment, tier, appUser, aurora));
        return (plan, await AppFacts.Of(app!));
    }

    private static IAppTier Build(string environment, string tier, string? appUser, AuroraCapacity? aurora)
    {
        var prod = environment == "prod";
        var settings = environment == "dev"
            ? SettingsReader.Dev(StackFile.Read("dev")).Platform
            : SettingsReader.Clustered(StackFile.Read(environment)).Platform;
        var tags = settings.Ownership.TagsOf(environment);
        var account = new CloudAccount("account", settings.Account.Args(tags));
        var keys = new KeyRing("keys", new(), account.Here);
        var network = new PrivateNetwork("network", new()
        {
            Cidr = settings.Network.Cidr,
            Zones = settings.Network.Zones,
            Nat = settings.Network.Nat,
            NatImageId = settings.Network.NatImageId,
            LogKeyArn = keys.Logs,
            FlowLogSeconds = 60,
            FlowLogRetentionDays = 30,
        }, account.Here);
        var site = new Site(account, keys, network) { LogDays = prod ? 90 : 30, Protected = environment != "dev", Tags = tags };

        var cache = site.Cache(settings.Cache, nodes: prod ? 3 : 1, snapshotDays: 7);
        var (choice, level) = (settings.Database with { AppUser = appUser }, prod ? DatabaseLevel.Critical : DatabaseLevel.Disposable);
        IPostgres database = aurora is null ? site.Database(choice, backupDays: 7, level) : site.Aurora(choice, backupDays: 7, level, capacity: aurora);
        var app = Choose(environment, tier, site, cache.Connection, database.Connection);
        return app.Run(site.Entry("arn:certificate", AllowedSource.CloudFront, app).Target);
    }

    private static IApp Choose(string environment, string tier, Site site, params Connection[] uses)
    {
        var zones = site.Network.Zones.Count;
        return (tier, environment) switch
        {
            ("ECS", "dev") => new TasksApp(site, Tasks(1), site.Images(), uses) { SpotPercent = 100 },
            ("ECS", "staging") => new TasksApp(site, Tasks(2), site.Images(), uses) { SpotPercent = 50 },
            ("ECS", _) => new TasksApp(site, Tasks(3), site.Images(), uses)
            {
                SpotPercent = 50, OnDemandBase = 2, Release = new TrafficShift.Canary(Percent: 10, Minutes: 5, BakeMinutes: 15),
            },
            ("EC2", "prod") => new MachinesApp(site, Machines(zones), site.Images(), uses) { Purchase = new PurchaseMix(2, 50) },
            ("EC2", _) => new MachinesApp(site, Machines(zones), site.Images(), uses) { Purchase = new PurchaseMix(0, 0) },
            _ => new PodsApp(site, new ClusterSettings("1.35", 32, []), DeployRole, new PodSettings(Given.Image, 500, 1024, zones, 10 * zones), uses),
        };
    }

    private static TaskSettings Tasks(int min) => new(Given.Image, 256, 512, min, 10 * min);

    private static MachineSettings Machines(int min) => new(
        Given.Image, "ami-0123456789abcdef0", new InstanceShape { MinVcpus = 2, MaxVcpus = 4, MinMemoryGiB = 4, MaxMemoryGiB = 16 }, min);
}

/// <summary>What an app tier says about itself.</summary>
internal sealed record AppFacts(string EndpointArn, string SecurityGroupId, string RoleArn, string LogGroupName, string ScalingTarget, int Signals)
{
    public static async Task<AppFacts> Of(IAppTier app) => new(
        await Value(app.EndpointArn), await Value(app.SecurityGroupId), await Value(app.RoleArn), await Value(app.LogGroupName),
        await Value(app.ScalingTarget), app.Signals.Count);

    private static Task<string> Value(Output<string> output)
    {
        var known = new TaskCompletionSource<string>();
        output.Apply(value => known.TrySetResult(value));
        return known.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
