using System.Collections.Immutable;
using Platform.Tests.Identity;

namespace Platform.Tests.Stacks;

/// <summary>Every environment could run its application in every way: the wiring around it is the same, and holds.</summary>
public class CompositionTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var environment in (string[])["dev", "staging", "prod"])
            {
                foreach (var tier in (string[])["ECS", "EC2", "EKS"])
                {
                    all.Add(environment, tier);
                }
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task The_load_balancer_alone_reaches_the_application(string environment, string tier)
    {
        var (plan, app) = await Composition.Run(environment, tier);

        var rules = plan.Of("SecurityGroupIngressRule").Where(rule => rule["securityGroupId"] is string id && id == app.SecurityGroupId).ToList();
        Assert.Equal(("SecurityGroup:entry", 8080.0), (Assert.Single(rules)["referencedSecurityGroupId"], rules[0]["fromPort"]));
        var way = Assert.Single(plan.Of("SecurityGroupEgressRule"), rule => rule["securityGroupId"] is "SecurityGroup:entry");
        Assert.Equal((app.SecurityGroupId, 8080.0), (way["referencedSecurityGroupId"], way["fromPort"]));
    }

    [Theory, MemberData(nameof(All))]
    public async Task The_application_alone_reaches_database_and_cache(string environment, string tier)
    {
        var (plan, _) = await Composition.Run(environment, tier);

        foreach (var (server, port) in new[] { ("database", 5432.0), ("cache", 6379.0) })
        {
            var rule = Assert.Single(plan.Of("SecurityGroupIngressRule"), rule => rule["securityGroupId"] is string id && id == $"SecurityGroup:{server}");
            Assert.Equal(($"SecurityGroup:{server}-client", port), (rule["referencedSecurityGroupId"], rule["fromPort"]));
        }

        Assert.Superset(new HashSet<string> { "SecurityGroup:cache-client", "SecurityGroup:database-client" }, Memberships(plan, tier).ToHashSet());
        Assert.DoesNotContain(plan.Of("SecurityGroupIngressRule"), rule => rule["securityGroupId"] is string id && id.EndsWith("-client", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(All))]
    public async Task Receives_requests_in_the_load_balancers_group_and_tells_how_it_is(string environment, string tier)
    {
        var (_, app) = await Composition.Run(environment, tier);

        Assert.Equal("arn:TargetGroup:entry", app.EndpointArn);
        Assert.InRange(app.Signals, 2, 40);
    }

    [Theory, MemberData(nameof(All))]
    public async Task Says_what_is_scaled_and_between_which_numbers(string environment, string tier)
    {
        var (plan, app) = await Composition.Run(environment, tier);

        Assert.Equal(
            tier switch
            {
                "ECS" => "service/platform-dev-cluster/platform-dev-app",
                "EC2" => "autoScalingGroup/eu-west-1/platform-dev-app",
                _ => "deployment/app/app",
            },
            app.ScalingTarget);
        var (min, max) = tier switch
        {
            "ECS" => (plan.Only("Target")["minCapacity"], plan.Only("Target")["maxCapacity"]),
            "EC2" => (plan.Only("Group")["minSize"], plan.Only("Group")["maxSize"]),
            _ => (plan.Only("HorizontalPodAutoscaler")["spec.minReplicas"], plan.Only("HorizontalPodAutoscaler")["spec.maxReplicas"]),
        };
        Assert.Equal(10 * (double)min!, max);
    }

    [Theory, MemberData(nameof(All))]
    public async Task Reads_its_secrets_by_ARN_with_a_role_of_its_own(string environment, string tier)
    {
        var (plan, app) = await Composition.Run(environment, tier);

        var role = Assert.Single(plan.Of("Role"), role => $"arn:Role:{role.Name}" == app.RoleArn);
        Assert.Contains(tier == "ECS" ? "ecs-tasks" : tier == "EC2" ? "ec2" : "pods.eks", (string)role["assumeRolePolicy"]!, StringComparison.Ordinal);

        var secrets = IamActions.Statements(plan)
            .Where(entry => IamActions.Actions(entry.Statement).Contains("secretsmanager:GetSecretValue"))
            .SelectMany(entry => entry.Statement.GetProperty("Resource").EnumerateArray().Select(resource => resource.GetString()!))
            .Distinct().ToList();
        Assert.Contains(secrets, arn => arn.Contains("cache", StringComparison.Ordinal));
        Assert.Contains(secrets, arn => arn.Contains("database", StringComparison.Ordinal));
        Assert.All(secrets, arn => Assert.StartsWith("arn:", arn, StringComparison.Ordinal));
        Assert.DoesNotContain("password-of-", Golden.Full(plan.Without("RandomPassword", "SecretVersion", "Instance", "User")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public async Task Logs_to_a_group_under_our_key(string environment, string tier)
    {
        var (plan, app) = await Composition.Run(environment, tier);

        var group = Assert.Single(plan.Of("LogGroup"), group => app.LogGroupName == ((string?)group["name"] ?? $"name-of-LogGroup:{group.Name}"));
        Assert.Equal(("arn:Key:keys-logs", environment == "prod" ? 90.0 : 30.0), (group["kmsKeyId"], group["retentionInDays"]));
    }

    [Theory, MemberData(nameof(All))]
    public async Task Asks_for_actions_that_AWS_has(string environment, string tier)
    {
        var (plan, _) = await Composition.Run(environment, tier);

        Assert.Empty(IamActions.Unknown(plan));
    }

    /// <summary>The groups tasks, machines or nodes are members of.</summary>
    private static IEnumerable<string> Memberships(Sandbox plan, string tier) => tier switch
    {
        "ECS" => Texts(plan.Only("Service")["networkConfiguration.securityGroups"]),
        "EC2" => Texts(plan.Only("LaunchTemplate")["networkInterfaces.0.securityGroups"]),
        _ => Texts(plan.Only("NodeClass")["spec.securityGroupSelectorTerms"], "id"),
    };

    private static IEnumerable<string> Texts(object? list, string? member = null) => ((ImmutableArray<object>)list!)
        .Select(item => (string)(member is null ? item : ((ImmutableDictionary<string, object>)item)[member]));
}
