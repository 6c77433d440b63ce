using Platform.Components.Naming;
using Platform.Components.Storage;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudFront.Inputs;

namespace Platform.Components.Edge.Delivery;

/// <summary>The origins of a distribution: who answers, who answers instead, and how each is reached.</summary>
internal sealed class EdgeOrigins
{
    /// <summary>Answers after which a read goes to the standby.</summary>
    public static readonly int[] FailoverStatuses = [500, 502, 503, 504];

    private static readonly NameRule OriginName = new(64);

    private readonly List<DistributionOriginArgs> _origins = [];
    private readonly List<DistributionOriginGroupArgs> _groups = [];

    public EdgeOrigins(string name, ContentDeliveryArgs args, CustomResourceOptions child)
    {
        var (active, other) = args.ServeFromStandby == true ? ("standby", "application") : ("application", "standby");
        var failsOver = args.Standby is not null;

        _origins.Add(Application("application", name, args.Application, failsOver, args.OriginShieldRegion, child));
        if (args.Standby is { } standby)
        {
            _origins.Add(Application("standby", name, standby, failsOver, shield: null, child));
        }

        Writes = active;
        Reads = failsOver ? Group("application-reads", active, other) : active;
        Assets = args.Assets is null ? Reads : Buckets(name, args.Assets, args.StandbyAssets, child);
    }

    /// <summary>Id of the origin that takes writes: CloudFront refuses an origin group for them.</summary>
    public string Writes { get; }

    /// <summary>Id of the origin, or group, that is read from.</summary>
    public string Reads { get; }

    /// <summary>Id of the origin, or group, of assets.</summary>
    public string Assets { get; }

    public InputList<DistributionOriginArgs> Origins => _origins.ToArray();

    public InputList<DistributionOriginGroupArgs> Groups => _groups.ToArray();

    private string Buckets(string name, PrivateBucket assets, PrivateBucket? standby, CustomResourceOptions child)
    {
        var access = new OriginAccessControl(name, new()
        {
            Name = AwsName.Of(name, OriginName),
            OriginAccessControlOriginType = "s3",
            SigningBehavior = "always",
            SigningProtocol = "sigv4",
        }, child);

        DistributionOriginArgs Bucket(string id, PrivateBucket bucket) => new()
        {
            OriginId = id,
            DomainName = bucket.RegionalDomainName,
            OriginAccessControlId = access.Id,
        };

        _origins.Add(Bucket("assets", assets));
        if (standby is null)
        {
            return "assets";
        }

        _origins.Add(Bucket("assets-standby", standby));
        return Group("assets-reads", "assets", "assets-standby");
    }

    private string Group(string id, string first, string second)
    {
        _groups.Add(new()
        {
            OriginId = id,
            FailoverCriteria = new DistributionOriginGroupFailoverCriteriaArgs { StatusCodes = FailoverStatuses },
            Members =
            {
                new DistributionOriginGroupMemberArgs { OriginId = first },
                new DistributionOriginGroupMemberArgs { OriginId = second },
            },
        });
        return id;
    }

    private static DistributionOriginArgs Application(
        string id, string name, EdgeOrigin origin, bool failsOver, string? shield, CustomResourceOptions child)
    {
        var result = new DistributionOriginArgs
        {
            OriginId = id,
            DomainName = origin.TlsName,

            // With somebody else to ask, give up after 2 × 5 s instead of AWS's 3 × 10 s.
            ConnectionAttempts = failsOver ? 2 : 3,
            ConnectionTimeout = failsOver ? 5 : 10,
        };
        if (shield is not null)
        {
            result.OriginShield = new DistributionOriginOriginShieldArgs { Enabled = true, OriginShieldRegion = shield };
        }

        if (origin.LoadBalancerArn is { } balancer)
        {
            result.VpcOriginConfig = new DistributionOriginVpcOriginConfigArgs
            {
                VpcOriginId = Private($"{name}-{id}", balancer, child).Id,
                OriginReadTimeout = 30,
                OriginKeepaliveTimeout = 30,        // less than the 60 s of the load balancer, which must not hang up first
            };
        }
        else
        {
            result.CustomOriginConfig = new DistributionOriginCustomOriginConfigArgs
            {
                HttpPort = 80,
                HttpsPort = 443,
                OriginProtocolPolicy = "https-only",
                OriginSslProtocols = { "TLSv1.2" },
                OriginReadTimeout = 30,
                OriginKeepaliveTimeout = 30,
            };
        }

        return result;
    }

    private static VpcOrigin Private(string name, Input<string> balancer, CustomResourceOptions child) => new(name, new()
    {
        VpcOriginEndpointConfig = new VpcOriginVpcOriginEndpointConfigArgs
        {
            Name = AwsName.Of(name, OriginName),
            Arn = balancer,
            HttpPort = 80,
            HttpsPort = 443,
            OriginProtocolPolicy = "https-only",
            OriginSslProtocols = new VpcOriginVpcOriginEndpointConfigOriginSslProtocolsArgs { Items = { "TLSv1.2" }, Quantity = 1 },
        },
    }, child);
}
