namespace Platform.Components;

/// <summary>The region AWS runs its global services from.</summary>
/// <remarks>
/// CloudFront reads certificates, web ACLs and log deliveries only there, Route 53 its signing keys, query logs and health-check alarms.
/// The children concerned name it in their own <c>region</c> input instead of taking a second provider: the value never changes, so
/// the provider has nothing to cascade, and a component needs no provider of its own to configure, tag and authenticate.
/// </remarks>
public static class GlobalRegion
{
    /// <summary><c>us-east-1</c>.</summary>
    public const string Name = "us-east-1";
}
