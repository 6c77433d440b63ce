using System.Text.Json;
using Platform.Tests.Identity;

namespace Platform.Tests.Stacks;

/// <summary>What holds for every environment.</summary>
public class AllStacksTests
{
    public static TheoryData<string> Environments => ["dev", "staging", "prod"];

    [Theory, MemberData(nameof(Environments))]
    public async Task Registers_exactly_what_the_golden_file_says(string environment) =>
        Golden.Check(environment, Golden.Outline(await RealStack.Run(environment)));

    [Fact]
    public void A_stack_fits_on_a_page() => Assert.All(
        Directory.GetFiles(Path.Combine(Repository.Root, "stacks"), "*Stack.cs"), file => Assert.InRange(File.ReadLines(file).Count(), 30, 120));

    [Theory]
    [InlineData("dev", 100), InlineData("staging", 180), InlineData("prod", 200)]
    public async Task Is_a_real_environment(string environment, int least)
    {
        var plan = await RealStack.Run(environment);

        Assert.True(plan.Registered.Count >= least, $"{environment} has {plan.Registered.Count} resources.");
    }

    [Theory]
    [InlineData("dev", "111122223333", null)]
    [InlineData("staging", "222233334444", "arn:aws:iam::222233334444:role/platform-deploy")]
    [InlineData("prod", "333344445555", "arn:aws:iam::333344445555:role/platform-deploy")]
    public async Task Lands_in_its_own_account_and_region_or_nowhere(string environment, string account, string? role)
    {
        var plan = await RealStack.Run(environment);

        var home = plan.Named("aws", "account");
        Assert.Equal("eu-west-1", home["region"]);
        Assert.All(plan.Of("aws"), provider => HoldsTo(provider, account, role));
        Assert.All(
            plan.Registered.Where(r => r.Type.StartsWith("aws:", StringComparison.Ordinal)),
            r => Assert.Contains(r.Name.StartsWith("second-", StringComparison.Ordinal) || r.Name.StartsWith("database-2", StringComparison.Ordinal) ? "aws::second::" : "aws::account::", r.Provider, StringComparison.Ordinal));
    }

    private static void HoldsTo(Registration provider, string account, string? role)
    {
        Assert.Equal(account, Assert.Single(JsonElement.Parse((string)provider["allowedAccountIds"]!).EnumerateArray()).GetString());
        var roles = provider["assumeRoles"] is string json ? JsonElement.Parse(json).EnumerateArray().ToList() : [];
        Assert.Equal(role is null ? [] : [role], roles.Select(assumed => assumed.GetProperty("roleArn").GetString()));
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task Every_policy_parses_and_asks_for_actions_that_AWS_has(string environment)
    {
        var plan = await RealStack.Run(environment);

        Assert.True(IamActions.Documents(plan).Count() >= 20);
        Assert.Empty(IamActions.Unknown(plan));
        Assert.Empty(IamActions.Wildcards(plan));
    }

    /// <summary>A token is for a registry and not for a repository; AWS knows no narrower resource.</summary>
    [Theory, MemberData(nameof(Environments))]
    public async Task No_role_may_change_everything(string environment) =>
        Assert.All(IamActions.Boundless(await RealStack.Run(environment)), grant => Assert.EndsWith(": ecr:GetAuthorizationToken", grant, StringComparison.Ordinal));

    [Theory, MemberData(nameof(Environments))]
    public async Task Nothing_is_open_to_the_whole_internet(string environment)
    {
        var plan = await RealStack.Run(environment);

        Assert.DoesNotContain(plan.Of("SecurityGroupIngressRule"), rule => rule["cidrIpv4"] is "0.0.0.0/0");
        Assert.All(plan.Of("SecurityGroupIngressRule").Concat(plan.Of("SecurityGroupEgressRule")), rule => Assert.NotNull(rule["description"]));
        Assert.All(plan.Of("SecurityGroup"), group => Assert.Null(group["ingress"]));
    }

    [Theory]
    [InlineData("dev", 14), InlineData("staging", 30), InlineData("prod", 90)]
    public async Task Every_log_is_encrypted_and_kept_as_long_as_the_environment_says(string environment, int days)
    {
        var plan = await RealStack.Run(environment);

        Assert.All(plan.Of("LogGroup").Where(group => !group.Name.StartsWith("baseline-", StringComparison.Ordinal)), group =>
        {
            var expected = environment == "prod" && group.Name.Contains("flow", StringComparison.Ordinal) ? 365 : days;
            Assert.Equal((double)expected, group["retentionInDays"]);
            Assert.Equal(KeyFor(group), group["kmsKeyId"]);
        });
    }

    private static string KeyFor(Registration group) =>
        group["region"] is "us-east-1" ? "arn:Key:keys-edge"
        : group.Provider!.Contains("::second::", StringComparison.Ordinal) ? "arn:ReplicaKey:second-keys-logs"
        : "arn:Key:keys-logs";

    [Theory]
    [InlineData("staging", "count"), InlineData("prod", "none")]
    public async Task Stands_behind_a_CDN_with_a_firewall_on_either_side(string environment, string managed)
    {
        var plan = await RealStack.Run(environment);

        Assert.Equal(
            ["CLOUDFRONT us-east-1", "REGIONAL "],
            plan.Of("WebAcl").Select(acl => $"{acl["scope"]} {acl["region"]}").Distinct().Order(StringComparer.Ordinal));
        Assert.All(plan.Of("WebAcl"), acl => Assert.Contains(
            JsonElement.Parse((string)acl["ruleJson"]!).EnumerateArray(),
            rule => rule.TryGetProperty("OverrideAction", out var action) && action.TryGetProperty(managed == "count" ? "Count" : "None", out _)));
        Assert.Equal("arn:WebAcl:edge", plan.Only("Distribution")["webAclId"]);
        Assert.All(plan.Of("LoadBalancer"), balancer => Assert.Equal(true, balancer["internal"]));
        Assert.Equal("pl-cloudfront", Assert.Single(plan.Of("SecurityGroupIngressRule"), rule => rule.Name == "entry-from-cloudfront-443")["prefixListId"]);
    }

    [Theory]
    [InlineData("staging", 7, 2, 7, "PriceClass_100", 1), InlineData("prod", 35, 3, 35, "PriceClass_All", 3)]
    public async Task Survives_a_zone_and_a_mistake(string environment, int backupDays, int nodes, int snapshotDays, string priceClass, int gateways)
    {
        var plan = await RealStack.Run(environment);

        var database = plan.Named("Instance", "database");
        Assert.Equal((true, true, (double)backupDays), (database["multiAz"], database["deletionProtection"], database["backupRetentionPeriod"]));
        var cache = plan.Named("ReplicationGroup", "cache");
        Assert.Equal(((double)nodes, true, (double)snapshotDays), (cache["numCacheClusters"], cache["multiAzEnabled"], cache["snapshotRetentionLimit"]));
        Assert.All(plan.Of("LoadBalancer"), balancer => Assert.Equal(true, balancer["enableDeletionProtection"]));
        Assert.All(plan.Of("Cluster"), cluster => Assert.Equal(true, cluster["deletionProtection"]));
        Assert.All(plan.Of("Bucket"), bucket => Assert.NotEqual(true, bucket["forceDestroy"]));
        Assert.Equal(priceClass, plan.Only("Distribution")["priceClass"]);
        Assert.Equal(gateways, plan.Of("NatGateway").Count(gateway => gateway.Name.StartsWith("network-", StringComparison.Ordinal)));
        Assert.Equal(3, plan.Of("Subnet").Count(subnet => subnet.Name.StartsWith("network-private", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Prod_reaches_AWS_without_the_internet_and_watches_every_minute()
    {
        var plan = await RealStack.Run("prod");

        Assert.Equal(
            ["dynamodb", "ecr.api", "ecr.dkr", "kms", "logs", "s3", "secretsmanager", "ssm", "ssmmessages", "sts"],
            plan.Of("VpcEndpoint").Where(endpoint => endpoint.Name.StartsWith("network-", StringComparison.Ordinal)).Select(endpoint => ((string)endpoint["serviceName"]!)["com.amazonaws.eu-west-1.".Length..]).Order(StringComparer.Ordinal));
        Assert.All(plan.Of("FlowLog"), log => Assert.Equal(60.0, log["maxAggregationInterval"]));
        Assert.Single(plan.Of("MonitoringSubscription"));
    }

    [Fact]
    public async Task Prod_makes_its_zone_and_the_others_are_given_theirs()
    {
        Assert.Equal(true, (await RealStack.Run("prod")).Only("Zone")["enableAcceleratedRecovery"]);
        Assert.Empty((await RealStack.Run("staging")).Of("Zone"));
        Assert.Empty((await RealStack.Run("dev")).Of("Zone"));
    }
}
