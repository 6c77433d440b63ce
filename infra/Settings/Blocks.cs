using Platform.Components.Data.Cache;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Network.Addresses;
using Platform.Components.Network.Gateways;
using Platform.Components.Scheduling;
using Platform.Stacks.Settings;

namespace Platform.Infra.Settings;

/// <summary>The blocks of settings that more than one environment has.</summary>
internal static class Blocks
{
    public static OwnershipSettings Ownership(Section section) => new(
        section.Text("owner", "the team to call, such as shop-team", Forms.IsTag),
        section.Text("costCentre", "who pays, such as cc-1042", Forms.IsTag),
        section.Choice("dataClass", new Dictionary<string, DataClass>
        {
            ["public"] = DataClass.Public,
            ["internal"] = DataClass.Internal,
            ["confidential"] = DataClass.Confidential,
            ["restricted"] = DataClass.Restricted,
        }));

    public static DomainSettings Domain(Section section)
    {
        var name = section.Text("name", "a name such as dev.shop.example.com", Forms.IsDomainName);
        var zone = section.Text("zone", "the domain of the zone the name is in, such as shop.example.com", Forms.IsDomainName);
        if (section.IsSound("name") && section.IsSound("zone") && name != zone && !name.EndsWith("." + zone, StringComparison.Ordinal))
        {
            section.Refuse("zone", $"is '{zone}', but name is '{name}'; set the domain of the zone the name is in");
        }

        var hostedZone = section.OptionalText("hostedZoneId", "the id of a Route 53 zone such as Z0123456789ABCDEFGHIJ", Forms.IsHostedZoneId);
        return new DomainSettings(name, zone, hostedZone);
    }

    public static NetworkSettings Network(Section section, string region)
    {
        var letters = Zones.LettersOf(region);
        var most = letters?.Length ?? 3;
        var nat = section.Choice("nat", new Dictionary<string, NatMode>
        {
            ["none"] = NatMode.None,
            ["instance"] = NatMode.Instance,
            ["single"] = NatMode.SingleGateway,
            ["perZone"] = NatMode.GatewayPerZone,
            ["regional"] = NatMode.RegionalGateway,
        });
        var zones = section.Whole("zones", most == 2 ? "2" : most == 3 ? "2 or 3" : $"2 to {most}", count =>
            letters is not null && count > most ? $"{region} has {most}"
            : count < 2 ? "load balancers and databases need 2"
            : null);
        return new NetworkSettings(
            section.Text("cidr", "a private /16 such as 10.20.0.0/16", text =>
                Ipv4Block.TryParse(text, out var block) && AddressPlan.Problem(block) is null),
            letters is not null && section.IsSound("zones") ? Zones.First(region, zones) : [],
            nat,
            nat == NatMode.Instance && section.IsSound("nat")
                ? section.Text("natImage", "the id of an Amazon Linux 2023 image for ARM64 such as ami-0123456789abcdef0", Forms.IsImageId)
                : null);
    }

    public static EntrySettings Entry(Section section) => new(
        section.Texts("allowFrom", "blocks of addresses from /16 to /32 such as 203.0.113.0/24", Forms.IsNarrowBlock));

    public static DatabaseSettings Database(Section section)
    {
        var version = section.Whole("version", 14, 18);
        var instance = section.Text("instanceClass", "a class such as db.t4g.micro", text => Forms.IsInstanceClass(text, "db"));
        var storage = section.Whole("storageGiB", 20, 16_384);
        var max = section.Whole("maxStorageGiB", 40, 65_536);
        if (section.IsSound("storageGiB") && section.IsSound("maxStorageGiB") && (max < 2 * storage || max > 5 * storage))
        {
            section.Refuse("maxStorageGiB", $"is {max}, but storageGiB is {storage}; set {2 * storage} to {5 * storage}");
        }

        return new DatabaseSettings(
            version, instance, storage, max,
            section.OptionalText("appUser", "a user of the database such as app, who is not its master", text => DatabaseAccess.Problem(text) is null));
    }

    public static CacheSettings Cache(Section section)
    {
        var version = section.Text("version", "a Valkey version in quotes such as \"8.1\"", Forms.IsValkeyVersion);
        if (section.OptionalBlock("serverless") is { } limits)
        {
            return new CacheSettings(version, null, null, new ServerlessLimits(limits.Whole("maxStorageGB", 1, 5_000), limits.Whole("maxEcpuPerSecond", 1_000, 15_000_000)));
        }

        return new CacheSettings(
            version,
            section.Text("nodeType", "a type such as cache.t4g.micro", text => Forms.IsInstanceClass(text, "cache")),
            section.OptionalWhole("shards", 1, 500));
    }

    public static WorkingHours? Hours(Section? section)
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
