using Platform.Components.Network.Addresses;
using Platform.Components.Recovery;
using Platform.Stacks.Settings;

namespace Platform.Infra.Settings;

/// <summary>The block of settings of a second region.</summary>
internal static class RecoveryBlock
{
    private static readonly Dictionary<string, RecoveryStrategy> Strategies = new()
    {
        ["backupRestore"] = RecoveryStrategy.BackupRestore,
        ["pilotLight"] = RecoveryStrategy.PilotLight,
        ["warmStandby"] = RecoveryStrategy.WarmStandby,
        ["activeActive"] = RecoveryStrategy.ActiveActive,
    };

    public static RecoverySettings? Read(Section? section, PlatformSettings platform, string stack)
    {
        if (section is null)
        {
            return null;
        }

        var home = platform.Account.Region;
        var strategy = section.Choice("strategy", Strategies);
        var second = section.Text("region", $"the code of a region other than {home}", text => Zones.LettersOf(text) is not null && text != home);
        var active = section.Text("activeRegion", $"{home} or {second}", text => text == home || text == second);
        var databases = section.Whole("databases", 1, 99);
        var network = Blocks.Network(section, second);

        if (section.IsSound("cidr") && Ipv4Block.TryParse(network.Cidr, out var there) && Ipv4Block.TryParse(platform.Network.Cidr, out var here)
            && here.Overlaps(there))
        {
            section.Refuse("cidr", $"is '{network.Cidr}', which overlaps platform:network.cidr '{platform.Network.Cidr}'; set addresses of its own");
        }

        // The list of what a registry copies belongs to the owner, who knows nothing of this stack: without a word, a day without the home
        // region would be the day nobody finds the images.
        if (section.IsSound("region") && platform.Baseline is { Owner.Length: > 0 } baseline && baseline.Owner != stack
            && !baseline.Adopt.ContainsKey("imageCopies") && !baseline.Skip.ContainsKey("imageCopies"))
        {
            section.Refuse("region", $"is '{second}', but only {baseline.Owner}, platform:baseline.owner, sets what the registry copies there; "
                + $"make {stack} the owner, or name in platform:baseline.adopt.imageCopies who copies its images");
        }

        if (section.IsSound("strategy") && strategy >= RecoveryStrategy.WarmStandby && platform.Cache.Serverless is not null)
        {
            section.Refuse("strategy", "has a cache follow the one at home, but platform:cache.serverless is set, and a Global Datastore takes caches with nodes only; "
                + "set platform:cache.nodeType, such as cache.r7g.large, instead, or choose pilotLight, whose second region makes a cache of its own on the day");
        }

        var regions = new RegionPair(home, second, active);
        if (section.IsSound("databases") && section.IsSound("activeRegion") && DatabaseLineage.Problem(regions, databases) is { } problem)
        {
            section.Refuse("databases", $"cannot be: {problem}");
        }

        return new RecoverySettings(strategy, regions, network, databases);
    }
}
