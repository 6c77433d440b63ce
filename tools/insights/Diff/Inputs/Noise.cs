using System.Collections.Frozen;
using Platform.Graph;

namespace Platform.Insights.Diff.Inputs;

/// <summary>What differs between a program and a state although nothing changed: members that providers and the engine add.</summary>
internal static class Noise
{
    private const string Defaults = "__defaults";

    private static readonly FrozenSet<string> ProviderSettings =
        FrozenSet.Create(StringComparer.Ordinal, "version", "pluginDownloadURL", "parameterization");

    // The AWS provider keeps these as sets: another order is no change.
    private static readonly FrozenSet<string> Sets = FrozenSet.Create(
        StringComparer.Ordinal,
        "subnetIds", "subnets", "securityGroups", "securityGroupIds", "vpcSecurityGroupIds", "routeTableIds", "availabilityZones",
        "enabledCloudwatchLogsExports", "cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "aliases", "subjectAlternativeNames",
        "capacityProviders", "publicAccessCidrs", "enabledClusterLogTypes", "clientIdLists", "managedPolicyArns", "userIds");

    /// <summary>Whether a member that only one side has says nothing about a change.</summary>
    /// <param name="type">The resource's type token.</param>
    /// <param name="path">Where the map stands; empty for the inputs themselves.</param>
    /// <param name="key">The member.</param>
    /// <param name="side">The map that has it.</param>
    /// <param name="wasThere">Whether that is the map of before; what only the program says, nobody else added.</param>
    public static bool IsAdded(string type, string path, string key, MapValue side, bool wasThere) =>
        key.StartsWith("__", StringComparison.Ordinal)
        || side.Members[key] is NullValue
        || side[Defaults].IsListed(key)
        || (path.Length == 0 && IsAddedInput(type, key, side))
        || (type.StartsWith("kubernetes:", StringComparison.Ordinal) && KubernetesNoise.IsAdded(type, path, key, side, wasThere));

    /// <summary>Whether a member is compared by other means, or never.</summary>
    public static bool IsIgnored(string type, string path, string key) =>
        key.StartsWith("__", StringComparison.Ordinal)
        || (path.Length == 0 && key is "tagsAll" or "region" && type.StartsWith("aws:", StringComparison.Ordinal));

    /// <summary>Whether the elements of a list have no order.</summary>
    public static bool IsSet(string type, string key) => type.StartsWith("aws:", StringComparison.Ordinal) && Sets.Contains(key);

    // An empty list is no list, an empty text is no text, and empty tags are no tags, to a provider made from Terraform's; an empty block
    // is a choice. A refresh leaves the empty text where AWS took something away: the source of a replica that was promoted.
    private static bool IsAddedInput(string type, string key, MapValue side) =>
        type.StartsWith("pulumi:providers:", StringComparison.Ordinal) ? ProviderSettings.Contains(key)
        : type.StartsWith("aws:", StringComparison.Ordinal)
            && (side.Members[key] is ListValue { Items.IsEmpty: true } or TextValue { Text.Length: 0 } || (key == "tags" && side.Members[key] is MapValue { Members.Count: 0 }));

    private static bool IsListed(this PropertyValue? defaults, string key) =>
        defaults is ListValue list && list.Items.Any(item => item.AsText == key);
}
