using System.Text.RegularExpressions;

namespace Platform.Components.Dns;

/// <summary>Domain names as DNS and ACM take them.</summary>
internal static partial class DomainName
{
    /// <summary>Why a name cannot be used, as the end of a sentence about it; null when it can.</summary>
    /// <param name="name">The name somebody asks for.</param>
    /// <param name="wildcard">Whether a leading <c>*.</c> is meaningful.</param>
    public static string? Problem(string name, bool wildcard = false)
    {
        var host = wildcard ? Bare(name) : name;
        return host.Length > 253 ? "has more than 253 characters"
            : Form().IsMatch(host) ? null
            : "must be a name such as www.example.com: lower case, digits and hyphens, no final dot";
    }

    /// <summary>Whether a name is a zone's own or lies below it.</summary>
    public static bool IsIn(string name, string zone) =>
        Bare(name) == zone || Bare(name).EndsWith("." + zone, StringComparison.Ordinal);

    /// <summary>The name without the <c>*.</c> of a wildcard: both prove their ownership by the same record.</summary>
    public static string Bare(string name) => name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;

    [GeneratedRegex(@"\A(?:[a-z0-9_](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\z")]
    private static partial Regex Form();
}
