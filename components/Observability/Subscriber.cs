using System.Security.Cryptography;
using System.Text;
using Platform.Components.Naming;

namespace Platform.Components.Observability;

/// <summary>
/// Somebody who hears of alarms: a mail address, or the https endpoint of a pager. Amazon SNS asks each to confirm before it sends the
/// first message.
/// </summary>
public sealed record Subscriber
{
    private const int LongestMail = 254, LongestLocalPart = 64, LongestName = 80;       // RFC 5321, 4.5.3.1

    private Subscriber(string endpoint, string host, string protocol) => (Endpoint, Host, Protocol) = (endpoint, host, protocol);

    /// <summary>What a right endpoint looks like.</summary>
    public static string Form => "mail addresses such as on-call@example.com, or https:// endpoints without user, query and fragment";

    /// <summary>Where messages go.</summary>
    public string Endpoint { get; }

    /// <summary>What SNS calls the way there: <c>email</c> or <c>https</c>.</summary>
    public string Protocol { get; }

    /// <summary>
    /// What logical names end in: the host, and a hash of the endpoint, so that neither order nor neighbours matter, and neither a
    /// person's name nor a path shows.
    /// </summary>
    internal string Key =>
        $"{AwsName.Fit(Host.Replace('.', '-'), new NameRule(LongestName))}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Endpoint)))[..8]}";

    private string Host { get; }

    /// <summary>Reads an endpoint. One with a user or a query is refused: that is where services expect keys, and settings hold no secret.</summary>
    /// <param name="endpoint">Mail address or URL, the host in lower case.</param>
    /// <returns>Null when it is neither.</returns>
    public static Subscriber? Parse(string endpoint)
    {
        if (endpoint.StartsWith("https://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && IsPlain(url) && IsHost(url.Host) && endpoint.All(IsVisible)
                && endpoint.AsSpan("https://".Length).StartsWith(url.Host, StringComparison.Ordinal)
                ? new Subscriber(endpoint, url.Host, "https")
                : null;
        }

        return endpoint.Length <= LongestMail && endpoint.Split('@') is [{ Length: > 0 and <= LongestLocalPart } local, var host]
            && local.All(IsOfLocalPart) && local[0] != '.' && local[^1] != '.' && IsHost(host)
            ? new Subscriber(endpoint, host, "email")
            : null;
    }

    /// <summary>Endpoints that stand in a list more than once; case makes no two mail addresses.</summary>
    /// <param name="subscribers">The list.</param>
    public static IEnumerable<string> Repeated(IEnumerable<Subscriber> subscribers) => subscribers
        .GroupBy(subscriber => subscriber.Protocol == "email" ? subscriber.Endpoint.ToLowerInvariant() : subscriber.Endpoint)
        .Where(same => same.Skip(1).Any())
        .Select(same => same.First().Endpoint);

    private static bool IsPlain(Uri url) => url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0;

    private static bool IsVisible(char c) => c is > ' ' and < '\x7f' and not '#' and not '?';

    private static bool IsOfLocalPart(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal);

    private static bool IsHost(string host) =>
        host.Length <= 253 && host.Split('.') is { Length: >= 2 } labels && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit);

    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63 && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
