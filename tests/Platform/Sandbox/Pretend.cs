using System.Collections.Immutable;

namespace Platform.Tests;

/// <summary>What AWS would compute: enough for every component, plain to see in a golden file.</summary>
internal static class Pretend
{
    public static string Id(Registration resource) => $"{Short(resource.Type)}:{resource.Name}";

    public static Dictionary<string, object> Outputs(Registration resource)
    {
        var name = resource.Name;
        var outputs = new Dictionary<string, object> { ["arn"] = $"arn:{Id(resource)}" };
        foreach (var (key, value) in Extra(resource, name))
        {
            outputs[key] = value;
        }

        if (!resource.Inputs.ContainsKey("name"))
        {
            outputs["name"] = $"name-of-{Id(resource)}";
        }

        return outputs;
    }

    public static Dictionary<string, object> Answer(string token) => token.Split(':')[^1] switch
    {
        "getCallerIdentity" => new() { ["accountId"] = "111122223333" },
        "getRegion" => new() { ["region"] = "eu-west-1" },
        "getPartition" => new() { ["partition"] = "aws" },
        "getCluster" => ExistingCluster,
        "getManagedPrefixList" => new() { ["id"] = "pl-cloudfront" },
        _ => throw new NotSupportedException($"Nobody has said what {token} answers."),
    };

    private static Dictionary<string, object> ExistingCluster => new()
    {
        ["name"] = "shared",
        ["arn"] = "arn:aws:eks:eu-west-1:111122223333:cluster/shared",
        ["region"] = "eu-west-1",
        ["endpoint"] = "https://shared.eks.example",
        ["certificateAuthorities"] = ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("data", "Q0E=")),
        ["kubernetesNetworkConfigs"] = ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("serviceIpv4Cidr", "10.100.0.0/16")),
        ["vpcConfig"] = ImmutableDictionary<string, object>.Empty.Add("clusterSecurityGroupId", "sg-shared"),
    };

    private static IEnumerable<(string, object)> Extra(Registration resource, string name) => Short(resource.Type) switch
    {
        "Bucket" => [("bucketRegionalDomainName", $"{name}.s3.eu-west-1.amazonaws.com")],
        "Certificate" when resource.Type.StartsWith("aws:", StringComparison.Ordinal) => [("domainValidationOptions", Proofs(resource))],
        "Cluster" when resource.Type.StartsWith("aws:rds/", StringComparison.Ordinal) =>
        [
            ("endpoint", $"{name}.cluster.example"),
            ("readerEndpoint", $"{name}.cluster-ro.example"),
            ("clusterResourceId", $"cluster-of-{name}"),
            ("masterUserSecrets", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty
                .Add("kmsKeyId", "key").Add("secretArn", $"arn:secret/{name}").Add("secretStatus", "active"))),
        ],
        "Cluster" =>
        [
            ("endpoint", $"https://{name}.eks.example"),
            ("region", "eu-west-1"),
            ("certificateAuthority", ImmutableDictionary<string, object>.Empty.Add("data", "Q0E=")),
            ("vpcConfig", ImmutableDictionary<string, object>.Empty.Add("clusterSecurityGroupId", $"sg-of-{name}")),
            ("identities", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("oidcs", ImmutableArray.Create<object>(
                ImmutableDictionary<string, object>.Empty.Add("issuer", $"https://oidc.eks.example/id/{name}"))))),
        ],
        "Distribution" => [("domainName", $"{name}.cloudfront.example"), ("hostedZoneId", "ZCDN")],
        "Eip" => [("allocationId", $"{name}-allocation")],
        "Instance" =>
        [
            ("address", $"{name}.rds.example"),
            ("endpoint", $"{name}.rds.example:5432"),
            ("resourceId", $"db-of-{name}"),
            ("masterUserSecrets", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty
                .Add("kmsKeyId", "key").Add("secretArn", $"arn:secret/{name}").Add("secretStatus", "active"))),
        ],
        "Key" or "ReplicaKey" => [("keyId", $"{name}-key-id")],
        "GlobalReplicationGroup" => [("globalReplicationGroupId", $"global-{name}")],
        "LaunchTemplate" => [("latestVersion", 1)],
        "LoadBalancer" => [("arnSuffix", $"app/{name}/1"), ("dnsName", $"{name}.elb.example"), ("zoneId", "ZELB")],
        "Proxy" => [("endpoint", $"{name}.proxy.example")],
        "RandomPassword" => [("result", $"password-of-{name}")],
        "NodeGroup" => [("resources", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add(
            "autoscalingGroups", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("name", $"group-of-{name}")))))],
        "Record" => [("fqdn", $"{name}.example")],
        "ReplicationGroup" => [("primaryEndpointAddress", $"{name}.cache.example"), ("configurationEndpointAddress", $"{name}.clustercfg.example")],
        "Repository" => [("repositoryUrl", $"111122223333.dkr.ecr.eu-west-1.amazonaws.com/{name}")],
        "ServerlessCache" => [("endpoints", ImmutableArray.Create<object>(
            ImmutableDictionary<string, object>.Empty.Add("address", $"{name}.serverless.example").Add("port", 6379)))],
        "TargetGroup" => [("arnSuffix", $"targetgroup/{name}/1")],
        "Zone" => [("zoneId", $"{name}-zone-id"), ("nameServers", ImmutableArray.Create<object>("ns.example"))],
        "KeySigningKey" => [("dsRecord", $"ds-record-of-{name}")],
        "Vpc" => [("defaultRouteTableId", "default-table"), ("defaultNetworkAclId", "default-acl"), ("ipv6CidrBlock", "2600:1f18:1234:5600::/56")],
        _ => [],
    };

    /// <summary>One proof for each name of a certificate, as ACM answers.</summary>
    private static ImmutableArray<object> Proofs(Registration certificate)
    {
        var more = certificate.Inputs.GetValueOrDefault("subjectAlternativeNames") is ImmutableArray<object> names ? names : [];
        return [.. more.Prepend(certificate.Inputs["domainName"]).Select(Proof)];
    }

    private static ImmutableDictionary<string, object> Proof(object domain) => ImmutableDictionary<string, object>.Empty
        .Add("domainName", domain)
        .Add("resourceRecordName", $"_proof.{domain}".Replace("*.", "", StringComparison.Ordinal))
        .Add("resourceRecordType", "CNAME")
        .Add("resourceRecordValue", "_proof.acm-validations.aws");

    private static string Short(string type) => type.Split(':')[^1];
}
