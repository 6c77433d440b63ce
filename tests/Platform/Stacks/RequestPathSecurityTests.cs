using System.Collections.Immutable;
using System.Text.Json;

namespace Platform.Tests.Stacks;

/// <summary>What each part a request passes sends to its provider, in every environment: the settings that no environment may weaken.</summary>
public class RequestPathSecurityTests
{
    public static TheoryData<string> All => ["dev", "staging", "prod"];

    public static TheoryData<string> Clustered => ["staging", "prod"];

    [Theory, MemberData(nameof(All))]
    public async Task The_network_gives_no_addresses_and_leaves_no_default_open(string environment)
    {
        var plan = await RealStack.Run(environment);

        Assert.All(plan.Of("Subnet"), subnet => Assert.Equal(false, subnet["mapPublicIpOnLaunch"]));
        foreach (var network in plan.Of("Vpc").Select(vpc => vpc.Name))
        {
            var unused = plan.Named("DefaultSecurityGroup", $"{network}-default");
            Assert.Equal((0, 0), (Count(unused["ingress"]), Count(unused["egress"])));
            var isolated = plan.Named("NetworkAcl", $"{network}-isolated");
            Assert.Equal((plan.Named("Vpc", network)["cidrBlock"], 1), (isolated["ingress.0.cidrBlock"], Count(isolated["ingress"])));
            var log = plan.Named("FlowLog", network);
            Assert.Equal(("ALL", $"arn:LogGroup:{network}-flow"), (log["trafficType"], log["logDestination"]));
        }

        Assert.DoesNotContain(plan.Of("Route"), route => route.Name.Contains("isolated", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(All))]
    public async Task The_load_balancer_speaks_one_policy_and_drops_what_is_malformed(string environment)
    {
        var plan = await RealStack.Run(environment);

        var secure = plan.Of("Listener").Where(listener => listener["port"] is 443.0).ToList();
        Assert.Equal(plan.Of("LoadBalancer").Count, secure.Count);
        Assert.All(secure, listener => Assert.Equal(("HTTPS", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"), (listener["protocol"], listener["sslPolicy"])));
        Assert.All(plan.Of("Listener").Except(secure), listener => Assert.Equal("redirect", listener["defaultActions.0.type"]));
        Assert.All(plan.Of("LoadBalancer"), balancer =>
        {
            Assert.Equal((true, "defensive", environment != "dev"), (balancer["dropInvalidHeaderFields"], balancer["desyncMitigationMode"], balancer["internal"]));
            Assert.All((string[])["accessLogs", "connectionLogs", "healthCheckLogs"], log => Assert.Equal(true, balancer[$"{log}.enabled"]));
            Assert.Contains(plan.Of("WebAclAssociation"), association => association["resourceArn"] is string arn && arn == $"arn:LoadBalancer:{balancer.Name}");
        });
    }

    [Theory, MemberData(nameof(All))]
    public async Task No_bucket_can_be_reached_from_the_internet_or_without_TLS(string environment)
    {
        var plan = await RealStack.Run(environment);

        var (buckets, blocks) = (plan.Of("Bucket"), plan.Of("BucketPublicAccessBlock"));
        Assert.Equal(buckets.Select(bucket => bucket.Name).Order(StringComparer.Ordinal), blocks.Select(block => block.Name.Replace("-private", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(blocks, block => Assert.All((string[])["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"], key => Assert.Equal(true, block[key])));
        Assert.All(plan.Of("BucketPolicy"), policy => Assert.Contains("aws:SecureTransport", (string)policy["policy"]!, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(All))]
    public async Task Firewalls_run_all_five_groups_and_log_no_credentials(string environment)
    {
        var plan = await RealStack.Run(environment);

        Assert.Equal(plan.Of("LoadBalancer").Count + plan.Of("Distribution").Count, plan.Of("WebAcl").Count);
        Assert.All(plan.Of("WebAcl"), acl =>
        {
            var rules = (string)acl["ruleJson"]!;
            Assert.All(
                (string[])["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet", "RateBasedStatement"],
                rule => Assert.Contains(rule, rules, StringComparison.Ordinal));
        });
        Assert.Equal(plan.Of("WebAcl").Count, plan.Of("WebAclLoggingConfiguration").Count);
        Assert.All(plan.Of("WebAclLoggingConfiguration"), log => Assert.Equal(2, Count(log["redactedFields"])));
    }

    [Theory, MemberData(nameof(Clustered))]
    public async Task The_CDN_demands_TLS_1_2_and_signs_what_it_asks_of_buckets(string environment)
    {
        var plan = await RealStack.Run(environment);

        var cdn = plan.Only("Distribution");
        Assert.Equal(("TLSv1.2_2025", "sni-only", "http2and3", true), (cdn["viewerCertificate.minimumProtocolVersion"], cdn["viewerCertificate.sslSupportMethod"], cdn["httpVersion"], cdn["isIpv6Enabled"]));
        Assert.Equal("redirect-to-https", cdn["defaultCacheBehavior.viewerProtocolPolicy"]);
        Assert.Equal(("always", "sigv4"), (plan.Only("OriginAccessControl")["signingBehavior"], plan.Only("OriginAccessControl")["signingProtocol"]));
        Assert.All(plan.Of("VpcOrigin"), origin => Assert.Equal("https-only", origin["vpcOriginEndpointConfig.originProtocolPolicy"]));
        Assert.Equal(63_072_000.0, plan.Only("ResponseHeadersPolicy")["securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec"]);
    }

    [Theory, MemberData(nameof(Clustered))]
    public async Task The_cluster_has_no_public_door_and_its_namespaces_admit_no_privileges(string environment)
    {
        var plan = await RealStack.Run(environment);

        var clusters = plan.Registered.Where(r => r.Type == "aws:eks/cluster:Cluster").ToList();
        Assert.NotEmpty(clusters);
        Assert.All(clusters, cluster =>
        {
            Assert.Equal((true, false), (cluster["vpcConfig.endpointPrivateAccess"], cluster["vpcConfig.endpointPublicAccess"]));
            Assert.Equal(("API", false), (cluster["accessConfig.authenticationMode"], cluster["accessConfig.bootstrapClusterCreatorAdminPermissions"]));
            Assert.Equal(5, Count(cluster["enabledClusterLogTypes"]));
        });
        Assert.All(plan.Of("Namespace"), space =>
            Assert.Equal("restricted", ((ImmutableDictionary<string, object>)space["metadata.labels"]!)["pod-security.kubernetes.io/enforce"]));
        Assert.Equal(plan.Of("Namespace").Count, plan.Of("NetworkPolicy").Count(policy => policy["metadata.name"] is "deny-all" && Count(policy["spec.policyTypes"]) == 2));
        Assert.Equal(clusters.Count, plan.Of("Deployment").Count(pod => !pod.Name.EndsWith("prometheus-collector", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Clustered))]
    public async Task Pods_have_no_privileges_and_images_that_nobody_can_exchange(string environment)
    {
        var plan = await RealStack.Run(environment);

        Assert.NotEmpty(plan.Of("Deployment"));
        Assert.All(plan.Of("Deployment"), pod =>
        {
            const string Spec = "spec.template.spec.";
            const string App = Spec + "containers.0.";
            Assert.Equal(
                (true, true, false),
                (pod[Spec + "securityContext.runAsNonRoot"], pod[App + "securityContext.readOnlyRootFilesystem"], pod[App + "securityContext.allowPrivilegeEscalation"]));
            Assert.Contains("@sha256:", (string)pod[App + "image"]!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Tasks_of_dev_have_no_public_address_and_no_privileges()
    {
        var plan = await RealStack.Run("dev");

        Assert.Equal(false, plan.Only("Service")["networkConfiguration.assignPublicIp"]);
        var container = JsonElement.Parse((string)plan.Only("TaskDefinition")["containerDefinitions"]!)[0];
        Assert.True(container.GetProperty("readonlyRootFilesystem").GetBoolean());
        Assert.False(container.GetProperty("privileged").GetBoolean());
        Assert.Equal("10001:10001", container.GetProperty("user").GetString());
        Assert.DoesNotContain("password", container.GetProperty("environment").GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    private static int Count(object? list) => list is ImmutableArray<object> items ? items.Length : -1;
}
