using Platform.Components.Compute;
using Platform.Components.Network;
using Platform.Components.Scheduling;
using Platform.Stacks;

namespace Platform.Infra.Settings;

/// <summary>
/// Turns the configuration of a stack into <see cref="PlatformSettings"/> before any resource exists. Everything that is wrong is
/// told at once, one line each; a key nobody reads is wrong too.
/// </summary>
public static class SettingsReader
{
    /// <summary>Reads the settings of a stack.</summary>
    /// <param name="stack">Its name; messages name the file <c>Pulumi.&lt;stack&gt;.yaml</c>.</param>
    /// <param name="config">Configuration by full key, such as <c>platform:network</c>; blocks and lists as JSON.</param>
    /// <param name="secretKeys">The keys whose values are encrypted.</param>
    /// <exception cref="RunException">One line for each thing that is wrong.</exception>
    public static PlatformSettings Read(
        string stack, IReadOnlyDictionary<string, string> config, IReadOnlyCollection<string> secretKeys)
    {
        var problems = new Problems(stack);
        Namespaces.Check(config, secretKeys, problems);

        var open = config.Where(pair => !secretKeys.Contains(pair.Key)).ToDictionary();
        var aws = Section.OfNamespace(Namespaces.Aws, open, problems);
        var platform = Section.OfNamespace(Namespaces.Platform, open, problems);
        var region = aws.Text("region", "the code of a region such as eu-west-1", text => Zones.LettersOf(text) is not null);
        var settings = new PlatformSettings(
            new AccountSettings(region, aws.Texts("allowedAccountIds", "account ids of 12 digits", Forms.IsAccountId, optional: true)),
            Ownership(platform.Block("ownership")),
            Domain(platform.Block("domain")),
            Network(platform.Block("network"), region),
            Entry(platform.Block("entry")),
            App(platform.Block("app")),
            Database(platform.Block("database")),
            Cache(platform.Block("cache")),
            Hours(platform.OptionalBlock("workingHours")));

        aws.Close();
        platform.Close();
        problems.ThrowIfAny();
        return settings;
    }

    private static OwnershipSettings Ownership(Section section) => new(
        section.Text("owner", "the team to call, such as shop-team", Forms.IsTag),
        section.Text("costCentre", "who pays, such as cc-1042", Forms.IsTag),
        section.Choice("dataClass", new Dictionary<string, DataClass>
        {
            ["public"] = DataClass.Public,
            ["internal"] = DataClass.Internal,
            ["confidential"] = DataClass.Confidential,
            ["restricted"] = DataClass.Restricted,
        }));

    private static DomainSettings Domain(Section section) => new(
        section.Text("name", "a name such as dev.shop.example.com", Forms.IsDomainName),
        section.Text("hostedZoneId", "the id of a Route 53 zone such as Z0123456789ABCDEFGHIJ", Forms.IsHostedZoneId));

    private static NetworkSettings Network(Section section, string region)
    {
        var letters = Zones.LettersOf(region);
        var most = letters?.Length ?? 3;
        var zones = section.Whole("zones", most == 2 ? "2" : most == 3 ? "2 or 3" : $"2 to {most}", count =>
            letters is not null && count > most ? $"{region} has {most}"
            : count < 2 ? "load balancers and databases need 2"
            : null);
        return new NetworkSettings(
            section.Text("cidr", "a private /16 such as 10.20.0.0/16", text =>
                Ipv4Block.TryParse(text, out var block) && AddressPlan.Problem(block) is null),
            letters is not null && section.IsSound("zones") ? Zones.First(region, zones) : [],
            section.Choice("nat", new Dictionary<string, NatMode>
            {
                ["none"] = NatMode.None,
                ["instance"] = NatMode.Instance,
                ["single"] = NatMode.SingleGateway,
                ["perZone"] = NatMode.GatewayPerZone,
            }));
    }

    private static EntrySettings Entry(Section section) => new(
        section.Texts("allowFrom", "blocks of addresses from /16 to /32 such as 203.0.113.0/24", Forms.IsNarrowBlock));

    private static AppSettings App(Section section)
    {
        var image = section.Text("image", "a reference by digest such as registry/name@sha256:…", ContainerImage.IsPinned);
        var cpu = section.Whole("cpu", $"one of {string.Join(", ", FargateSize.CpuUnits)}", units =>
            FargateSize.CpuUnits.Contains(units) ? null : "Fargate has no such size");
        var memory = section.Whole("memory", "a size in MiB that Fargate has for the cpu", size =>
            section.IsSound("cpu") ? FargateSize.MemoryProblem(cpu, size) : null);
        var min = section.Whole("minTasks", 1, 100);
        var max = section.Whole("maxTasks", 1, 1000);
        if (section.IsSound("minTasks") && section.IsSound("maxTasks") && max < min)
        {
            section.Refuse("maxTasks", $"is {max}, but minTasks is {min}; set {min} or more");
        }

        return new AppSettings(image, cpu, memory, min, max);
    }

    private static DatabaseSettings Database(Section section)
    {
        var version = section.Whole("version", 14, 18);
        var instance = section.Text("instanceClass", "a class such as db.t4g.micro", text => Forms.IsInstanceClass(text, "db"));
        var storage = section.Whole("storageGiB", 20, 16_384);
        var max = section.Whole("maxStorageGiB", 40, 65_536);
        if (section.IsSound("storageGiB") && section.IsSound("maxStorageGiB") && (max < 2 * storage || max > 5 * storage))
        {
            section.Refuse("maxStorageGiB", $"is {max}, but storageGiB is {storage}; set {2 * storage} to {5 * storage}");
        }

        return new DatabaseSettings(version, instance, storage, max);
    }

    private static CacheSettings Cache(Section section) => new(
        section.Text("version", "a Valkey version in quotes such as \"8.1\"", Forms.IsValkeyVersion),
        section.Text("nodeType", "a type such as cache.t4g.micro", text => Forms.IsInstanceClass(text, "cache")));

    private static WorkingHours? Hours(Section? section)
    {
        if (section is null)
        {
            return null;
        }

        var (from, to) = (section.Time("from"), section.Time("to"));
        if (!section.IsSound("from") || !section.IsSound("to"))
        {
            return null;
        }

        if (WorkingHours.Problem(from, to) is { } problem)
        {
            section.Refuse("to", $"is '{to:HH\\:mm}' and from is '{from:HH\\:mm}', but the day {problem}");
            return null;
        }

        return new WorkingHours(from, to);
    }
}
