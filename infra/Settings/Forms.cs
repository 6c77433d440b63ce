using Platform.Components.Network.Addresses;

namespace Platform.Infra.Settings;

/// <summary>What right texts look like.</summary>
internal static class Forms
{
    public static bool IsAccountId(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    /// <summary>Such as <c>arn:aws:iam::111122223333:role/deploy</c>.</summary>
    public static bool IsRoleArn(string text) => IsIamArn(text, "role/");

    /// <summary>Such as <c>arn:aws:iam::111122223333:policy/platform-boundary</c>.</summary>
    public static bool IsPolicyArn(string text) => IsIamArn(text, "policy/");

    public static bool IsSecurityGroupId(string text) =>
        text.StartsWith("sg-", StringComparison.Ordinal) && text.Length is >= 11 and <= 20 && text[3..].All(char.IsAsciiHexDigitLower);

    public static bool IsImageId(string text) =>
        text.StartsWith("ami-", StringComparison.Ordinal) && text.Length is 12 or 21 && text[4..].All(char.IsAsciiHexDigitLower);

    /// <summary>A tag value that every AWS service takes: letters, digits and a few marks, 1 to 128.</summary>
    public static bool IsTag(string text) =>
        text.Length is >= 1 and <= 128 && text.All(c => char.IsAsciiLetterOrDigit(c) || "+-=._:/@ ".Contains(c, StringComparison.Ordinal));

    public static bool IsDomainName(string text) =>
        text.Length <= 253 && text.Split('.') is { Length: >= 2 } labels && labels.All(IsLabel);

    public static bool IsHostedZoneId(string text) =>
        text.Length is >= 2 and <= 32 && text[0] == 'Z' && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    /// <summary>A block small enough to belong to somebody known.</summary>
    public static bool IsNarrowBlock(string text) => Ipv4Block.TryParse(text, out var block) && block.Prefix >= 16;

    /// <summary>Such as <c>db.t4g.micro</c>.</summary>
    public static bool IsInstanceClass(string text, string service) =>
        text.Split('.') is [var first, { Length: > 0 } family, { Length: > 0 } size]
        && first == service
        && (family + size).All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static bool IsValkeyVersion(string text) =>
        text.Split('.') is [[>= '7' and <= '9'], [>= '0' and <= '9']];

    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63
        && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static bool IsMailAddress(string text) =>
        text.Split('@') is [{ Length: > 0 }, var domain] && IsDomainName(domain) && !text.Any(char.IsWhiteSpace);

    private static bool IsIamArn(string text, string kind) =>
        text.Split(':') is ["arn", "aws" or "aws-cn" or "aws-us-gov", "iam", "", var account, var path]
        && path.StartsWith(kind, StringComparison.Ordinal)
        && path.Length > kind.Length
        && IsAccountId(account)
        && path.All(c => char.IsAsciiLetterOrDigit(c) || "+=,.@_/-".Contains(c, StringComparison.Ordinal));
}
