using Pulumi.Aws.CloudFront.Inputs;

namespace Platform.Components.Edge.Delivery;

/// <summary>How one class of paths is answered. CloudFront's default behaviour and the others say it in two types; this is the one.</summary>
internal sealed record Behaviour
{
    private static readonly string[] Read = ["GET", "HEAD"];
    private static readonly string[] ReadAndAsk = ["GET", "HEAD", "OPTIONS"];
    private static readonly string[] All = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

    public required string Origin { get; init; }

    public required string[] Methods { get; init; }

    public required Input<string> Cache { get; init; }

    public required Input<string> Headers { get; init; }

    public Input<string>? ToOrigin { get; init; }

    public Input<string>? OnRequest { get; init; }

    public Input<string>? OnResponse { get; init; }

    /// <summary>Content that never changes; <paramref name="viewer"/> is run only where there are names to lead elsewhere.</summary>
    public static Behaviour Asset(EdgeOrigins origins, EdgePolicies policies, Input<string>? viewer, Input<string> immutable) => new()
    {
        Origin = origins.Assets,
        Methods = ReadAndAsk,
        Cache = policies.AssetCache,
        Headers = policies.Headers,
        OnRequest = viewer,
        OnResponse = immutable,
    };

    /// <summary>Requests that write, or are answered for one user.</summary>
    public static Behaviour Api(EdgeOrigins origins, EdgePolicies policies, Input<string> viewer) => new()
    {
        Origin = origins.Writes,
        Methods = All,
        Cache = policies.NoCache,
        Headers = policies.Headers,
        ToOrigin = policies.ToOrigin,
        OnRequest = viewer,
    };

    /// <summary>Everything else.</summary>
    public static Behaviour Page(EdgeOrigins origins, EdgePolicies policies, Input<string> viewer) => new()
    {
        Origin = origins.Reads,
        Methods = ReadAndAsk,
        Cache = policies.PageCache,
        Headers = policies.Headers,
        ToOrigin = policies.ToOrigin,
        OnRequest = viewer,
    };

    public DistributionDefaultCacheBehaviorArgs ForAll() => new()
    {
        TargetOriginId = Origin,
        AllowedMethods = Methods,
        CachedMethods = Read,
        CachePolicyId = Cache,
        OriginRequestPolicyId = ToOrigin,
        ResponseHeadersPolicyId = Headers,
        ViewerProtocolPolicy = "redirect-to-https",
        Compress = true,
        FunctionAssociations = Functions()
            .Select(each => new DistributionDefaultCacheBehaviorFunctionAssociationArgs { EventType = each.Event, FunctionArn = each.Arn })
            .ToArray(),
    };

    public DistributionOrderedCacheBehaviorArgs For(string path) => new()
    {
        PathPattern = path,
        TargetOriginId = Origin,
        AllowedMethods = Methods,
        CachedMethods = Read,
        CachePolicyId = Cache,
        OriginRequestPolicyId = ToOrigin,
        ResponseHeadersPolicyId = Headers,
        ViewerProtocolPolicy = "redirect-to-https",
        Compress = true,
        FunctionAssociations = Functions()
            .Select(each => new DistributionOrderedCacheBehaviorFunctionAssociationArgs { EventType = each.Event, FunctionArn = each.Arn })
            .ToArray(),
    };

    private IEnumerable<(string Event, Input<string> Arn)> Functions()
    {
        if (OnRequest is { } request)
        {
            yield return ("viewer-request", request);
        }

        if (OnResponse is { } response)
        {
            yield return ("viewer-response", response);
        }
    }
}
