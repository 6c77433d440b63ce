using System.Collections.Frozen;
using System.Text;
using Platform.Engine.Placeholders.Services;

namespace Platform.Engine.Placeholders;

/// <summary>Forms by the name of a property, for what the table leaves out.</summary>
/// <remarks>Only identities, names and addresses are made up. A text with a vocabulary of its own (a status, a date, a mode) stays unknown.</remarks>
internal static class NamedForms
{
    private const int NameLimit = 64;

    private static readonly string[] Vocabulary =
    [
        "Status", "State", "Date", "Time", "At", "Till", "Before", "After", "Window", "Mode", "Type", "Class", "Tier", "Version", "Order",
        "Policy", "Scope", "Actual", "Support", "Eligibility", "Zone", "ZoneId", "Size", "Level", "Format", "Engine", "Description", "Prefix", "Behavior", "Protocol", "Unit", "Json",
        "BorderGroup", "Completion", "Config", "Delimiter", "Discovery", "Durability", "Enabled", "Encryption", "HeaderName", "HeaderValue", "Mitigation", "Model",
        "OnLaunch", "Owner", "Payer", "Percentiles", "Reason", "Start", "End", "Tenancy", "Values",
    ];

    // Prefixes of EC2 ids (Amazon EC2 API reference), by how a property that holds one is called.
    private static readonly FrozenDictionary<string, string> IdPrefixes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["vpcId"] = "vpc-",
        ["subnetId"] = "subnet-",
        ["securityGroupId"] = "sg-",
        ["networkInterfaceId"] = "eni-",
        ["routeTableId"] = "rtb-",
        ["internetGatewayId"] = "igw-",
        ["natGatewayId"] = "nat-",
        ["allocationId"] = "eipalloc-",
        ["instanceId"] = "i-",
        ["imageId"] = "ami-",
        ["snapshotId"] = "snap-",
        ["volumeId"] = "vol-",
        ["hostedZoneId"] = "Z",
        ["zoneId"] = "Z",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The text of a property; <c>null</c> if its name does not tell what it looks like.</summary>
    public static string? Text(string path, Subject subject, Forms forms)
    {
        var leaf = Leaf(path);
        if (path == "id")
        {
            return $"{Words(TypeName(subject.Type))}-{forms.Marked(path)}";
        }

        if (leaf == "region")
        {
            return subject.Scope.Region;
        }

        if (Vocabulary.Any(word => EndsWithWord(leaf, word)))
        {
            return null;
        }

        return subject.Package == "aws" ? Aws(path, leaf, subject, forms)
            : path == "name" ? forms.AutoName(path, NameLimit)
            : CommonForms.Text(path, leaf, subject, forms) ?? $"{Words(leaf)}-{forms.Marked(path)}";
    }

    /// <summary>Whether a name ends with a word: "Arn" ends both "roleArn" and "arn", but not "learn".</summary>
    public static bool EndsWithWord(string name, string word) =>
        name.EndsWith(word, StringComparison.Ordinal) || name.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static string? Aws(string path, string leaf, Subject subject, Forms forms)
    {
        var (partition, region, suffix) = (subject.Scope.Partition, subject.Scope.Region, subject.Scope.DnsSuffix);
        if (IdPrefixes.TryGetValue(leaf, out var prefix))
        {
            return prefix + (prefix == "Z" ? forms.Marked(path).ToUpperInvariant() : forms.Marked(path));
        }

        return leaf switch
        {
            "ownerId" or "accountId" or "registryId" => subject.Scope.Account,
            "partition" => partition,
            "name" when path == leaf => forms.AutoName(path, NameLimit),
            "namePrefix" => null,
            _ when partition is null || region is null => null,
            _ when EndsWithWord(leaf, "Arn") => $"arn:{partition}:{ArnServices.Of(subject.Service)}:{(GlobalServices.Contains(subject.Type) ? "" : region)}:{subject.Scope.Account}:{Words(TypeName(subject.Type))}/{forms.Marked(path)}",
            _ when EndsWithWord(leaf, "Ip") || EndsWithWord(leaf, "IpAddress") => Address.V4(subject.Source, path),
            _ when EndsWithWord(leaf, "Ipv6CidrBlock") => Address.Block6(subject.Source, path),
            _ when EndsWithWord(leaf, "CidrBlock") || EndsWithWord(leaf, "Cidr") => Address.Block(subject.Source, path, 24),
            _ when EndsWithWord(leaf, "Url") || EndsWithWord(leaf, "Uri") => $"https://{forms.Marked(path)}.{subject.Service}.{region}.{suffix}/",
            _ when EndsWithWord(leaf, "Endpoint") || EndsWithWord(leaf, "DnsName") || EndsWithWord(leaf, "DomainName") || EndsWithWord(leaf, "Hostname") =>
                $"{forms.Marked(path)}.{subject.Service}.{region}.{suffix}",
            _ => CommonForms.Text(path, leaf, subject, forms) ?? $"{Words(leaf)}-{forms.Marked(path)}",
        };
    }

    private static string Leaf(string path)
    {
        var pattern = Forms.PathPattern(path);
        var leaf = pattern[(pattern.LastIndexOf('.') + 1)..].TrimEnd('[', ']');
        return pattern.EndsWith("[]", StringComparison.Ordinal) && leaf.EndsWith('s') ? leaf[..^1] : leaf;
    }

    private static string TypeName(string type) => type[(type.LastIndexOf(':') + 1)..];

    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && words.Length > 0)
            {
                words.Append('-');
            }

            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }
}
