using System.Collections.Immutable;
using Platform.Components.Edge.Delivery;
using Platform.Components.Storage;

namespace Platform.Tests.Edge.Delivery;

/// <summary>Distributions as the environments have them.</summary>
internal static class GivenDelivery
{
    public static IReadOnlyList<string> Texts(object? list) => [.. ((ImmutableArray<object>)list!).Cast<string>()];

    public static Task<Sandbox> Run(Action build) => Sandbox.Run(build);

    public static string[] Behaviours(Registration cdn) =>
    [
        "defaultCacheBehavior",
        .. Enumerable.Range(0, ((ImmutableArray<object>)cdn["orderedCacheBehaviors"]!).Length).Select(place => $"orderedCacheBehaviors.{place}"),
    ];

    public static Action Dev() => () => new ContentDelivery("cdn", new()
    {
        Application = EdgeOrigin.LoadBalancer("arn:lb", "origin.example.com"),
        WebAclArn = "arn:acl",
        LogRetentionDays = 14,
        Protected = false,
    });

    public static Action Staging() => () => new ContentDelivery("cdn", new()
    {
        Application = EdgeOrigin.LoadBalancer("arn:lb", "origin.staging.example.com"),
        WebAclArn = "arn:acl",
        Domains = ["staging.example.com"],
        CertificateArn = "arn:certificate",
        Assets = Assets("assets"),
        LogRetentionDays = 30,
    });

    public static Action Prod() => () => new ContentDelivery("cdn", new()
    {
        Application = EdgeOrigin.LoadBalancer("arn:lb", "origin.example.com"),
        Standby = EdgeOrigin.LoadBalancer("arn:lb-standby", "origin-standby.example.com"),
        WebAclArn = "arn:acl",
        Domains = ["example.com"],
        RedirectDomains = ["www.example.com"],
        CertificateArn = "arn:certificate",
        Assets = Assets("assets"),
        StandbyAssets = Assets("assets-standby"),
        PriceClass = PriceClass.All,
        ExtraMetrics = true,
        OriginShieldRegion = "eu-west-1",
        LogRetentionDays = 365,
    });

    public static PrivateBucket Assets(string name) => new(name, new() { CdnOrigin = true });
}
