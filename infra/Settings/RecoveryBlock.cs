using Platform.Components.Network;
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

    public static RecoverySettings? Read(Section? section, PlatformSettings platform)
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

        var regions = new RegionPair(home, second, active);
        if (section.IsSound("databases") && section.IsSound("activeRegion") && DatabaseLineage.Problem(regions, databases) is { } problem)
        {
            section.Refuse("databases", $"cannot be: {problem}");
        }

        return new RecoverySettings(strategy, regions, network, databases);
    }
}
