using System.Text;

namespace Platform.Engine.Placeholders;

/// <summary>Forms that the name of a property tells whoever provides it: addresses, keys, digests.</summary>
internal static class CommonForms
{
    /// <summary>The text of such a property; <c>null</c> if its name tells no form.</summary>
    public static string? Text(string path, string leaf, Subject subject, Forms forms)
    {
        // Hosts below .invalid exist nowhere (RFC 6761).
        string Host() => $"{forms.Marked(path)}.{subject.Package}.invalid";

        return leaf switch
        {
            _ when Ends("Url", "Uri", "Endpoint", "SelfLink", "Href") => $"https://{Host()}/",
            _ when Ends("DnsName", "DomainName", "Hostname", "HostName", "Fqdn") => Host(),
            _ when Ends("Email", "EmailAddress") => $"offline@{Host()}",
            _ when Ends("Ip", "IpAddress") => Address.V4(subject.Source, path),
            _ when Ends("CidrBlock", "Cidr", "CidrRange") => Address.Block(subject.Source, path, 24),
            _ when Ends("Uuid", "Guid") => forms.Uuid(path),
            _ when Ends("Pem") || leaf.Contains("Pem", StringComparison.Ordinal) => Armour(leaf, forms.Marked(path)),
            _ when Ends("Openssh") => leaf.StartsWith("public", StringComparison.Ordinal) ? $"ssh-rsa {Encode(forms.Marked(path))}" : Armour(leaf, forms.Marked(path)),
            _ when Ends("Base64", "B64") => Encode(forms.Marked(path)),
            _ when Ends("Md5") => Digits(32),
            _ when Ends("Sha256") => Digits(64),
            _ => null,
        };

        bool Ends(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (NamedForms.EndsWithWord(leaf, word))
                {
                    return true;
                }
            }

            return false;
        }

        string Digits(int count) => forms.Marked(path) + Mark.Digits(subject.Source, path, count)[Mark.Length..];
    }

    private static string Encode(string mark) => Convert.ToBase64String(Encoding.UTF8.GetBytes(mark));

    // No key behind it: the frame of one, for code that looks for it.
    private static string Armour(string leaf, string mark)
    {
        var kind = leaf.Contains("rivateKey", StringComparison.Ordinal) ? "PRIVATE KEY" : leaf.Contains("ublicKey", StringComparison.Ordinal) ? "PUBLIC KEY" : leaf.Contains("Request", StringComparison.Ordinal) ? "CERTIFICATE REQUEST" : "CERTIFICATE";
        return $"-----BEGIN {kind}-----\n{Encode(mark)}\n-----END {kind}-----\n";
    }
}
