using System.Security.Cryptography;
using System.Text;

namespace Platform.Components.Naming;

/// <summary>
/// Physical names, for the few resources that need one chosen (the others get a unique one from Pulumi, which lets AWS create the
/// successor before the predecessor goes). Project and stack come first: a console shows at a glance whose a resource is.
/// </summary>
internal static class AwsName
{
    /// <summary>The name of a resource in the running stack.</summary>
    public static string Of(string name, NameRule rule) =>
        Fit($"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}-{name}", rule);

    /// <summary>The path of a log group, a secret or a parameter in the running stack.</summary>
    public static string Path(string name) => $"/{Deployment.Instance.ProjectName}/{Deployment.Instance.StackName}/{name}";

    /// <summary>
    /// A name that obeys the rule. One that does already comes back as it is; any other loses what the rule forbids and gains a hash
    /// of what it was, so that two names never become one.
    /// </summary>
    public static string Fit(string wanted, NameRule rule)
    {
        var name = new StringBuilder();
        foreach (var letter in wanted)
        {
            var allowed = char.IsAsciiLetterOrDigit(letter) ? letter : '-';
            if (allowed != '-' || (name.Length > 0 && name[^1] != '-'))
            {
                name.Append(rule.LowerCase ? char.ToLowerInvariant(allowed) : allowed);
            }
        }

        if (name.Length == 0 || (rule.LetterFirst && !char.IsAsciiLetter(name[0])))
        {
            name.Insert(0, "x-");
        }

        var clean = name.ToString().TrimEnd('-');
        if (clean == wanted && clean.Length <= rule.Max)
        {
            return clean;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..8];
        return $"{clean[..Math.Min(clean.Length, rule.Max - hash.Length - 1)].TrimEnd('-')}-{hash}";
    }
}

/// <summary>What one AWS service takes as a name. All take letters, digits and single hyphens within.</summary>
/// <param name="Max">Longest name.</param>
/// <param name="LowerCase">Whether capitals are refused.</param>
/// <param name="LetterFirst">Whether the first character must be a letter.</param>
internal readonly record struct NameRule(int Max, bool LowerCase = false, bool LetterFirst = false)
{
    public static readonly NameRule LoadBalancer = new(32);
    public static readonly NameRule TargetGroup = new(32);
    public static readonly NameRule KeyAlias = new(250);
    public static readonly NameRule AutoScalingGroup = new(255);
    public static readonly NameRule EcsName = new(255, LetterFirst: true);
    public static readonly NameRule Repository = new(256, LowerCase: true, LetterFirst: true);
    public static readonly NameRule DatabaseInstance = new(63, LowerCase: true, LetterFirst: true);
    public static readonly NameRule ReplicationGroup = new(40, LowerCase: true, LetterFirst: true);
    public static readonly NameRule CacheUser = new(40, LowerCase: true, LetterFirst: true);
    public static readonly NameRule Schedule = new(64);
    public static readonly NameRule EventRule = new(64);
    public static readonly NameRule Budget = new(100);
    public static readonly NameRule CostMonitor = new(50);
    public static readonly NameRule CostExport = new(128);
    public static readonly NameRule Trail = new(128, LetterFirst: true);
    public static readonly NameRule Analyzer = new(255, LetterFirst: true);
}
