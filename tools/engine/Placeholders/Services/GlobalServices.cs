using System.Collections.Frozen;

namespace Platform.Engine.Placeholders.Services;

/// <summary>AWS services whose resources live in no region (AWS Fault Isolation Boundaries, appendix "Global services").</summary>
internal static class GlobalServices
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "account", "budgets", "chatbot", "cloudfront", "costexplorer", "globalaccelerator", "iam", "organizations", "route53", "shield");

    /// <summary>Whether a type such as <c>aws:iam/role:Role</c> belongs to one.</summary>
    public static bool Contains(string type) => type.Split(':') is ["aws", var module, _] && Names.Contains(module.Split('/')[0]);
}
