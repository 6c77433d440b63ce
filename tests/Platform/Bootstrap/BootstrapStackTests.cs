using System.Text.Json;
using Platform.Bootstrap.Deploying;
using Platform.Components.Identity;
using Platform.Tests.Identity;
using Platform.Tests.Stacks;
using YamlDotNet.Serialization;
using static Platform.Tests.Bootstrap.GivenBootstrap;

namespace Platform.Tests.Bootstrap;

public class BootstrapStackTests
{
    [Theory, MemberData(nameof(GivenBootstrap.Environments), MemberType = typeof(GivenBootstrap))]
    public async Task Every_policy_fits_into_IAM(string environment)
    {
        var plan = await Run(environment);
        var policies = plan.Registered.Where(r => r.Type == "aws:iam/policy:Policy").ToList();

        Assert.InRange(policies.Count(policy => policy.Name.StartsWith("deploy-", StringComparison.Ordinal)), 2, 10);
        Assert.All(policies, policy => Assert.InRange(((string)policy["policy"]!).Count(c => !char.IsWhiteSpace(c)), 1, 6144));
        Assert.All(policies, policy => Assert.InRange(((string)policy["name"]!).Length, 1, 128));
    }

    [Theory, MemberData(nameof(GivenBootstrap.Environments), MemberType = typeof(GivenBootstrap))]
    public async Task Only_runs_of_one_environment_of_one_repository_may_take_the_role(string environment)
    {
        var trust = JsonElement.Parse((string)(await Run(environment)).Named("Role", "deploy")["assumeRolePolicy"]!).GetProperty("Statement");

        var runs = trust[0];
        Assert.Equal("sts:AssumeRoleWithWebIdentity", Assert.Single(IamActions.Actions(runs)));
        var equals = runs.GetProperty("Condition").GetProperty("StringEquals");
        Assert.Equal($"repo:example/shop:environment:{environment}", equals.GetProperty("token.actions.githubusercontent.com:sub").GetString());
        Assert.Equal("sts.amazonaws.com", equals.GetProperty("token.actions.githubusercontent.com:aud").GetString());
        Assert.Equal("arn:aws:iam::111122223333:role/platform-deploy", trust[1].GetProperty("Condition").GetProperty("ArnEquals").GetProperty("aws:PrincipalArn").GetString());
        Assert.Equal(2, trust.GetArrayLength());
    }

    [Fact]
    public async Task A_role_it_makes_is_bounded_and_it_cannot_unbind_itself()
    {
        var statements = Statements(await Run("prod"), "deploy-").ToList();

        var bounded = statements.Single(statement => statement.GetProperty("Sid").GetString() == "BoundedRoles");
        Assert.Contains("iam:CreateRole", IamActions.Actions(bounded));
        Assert.Equal("arn:Policy:boundary", bounded.GetProperty("Condition").GetProperty("StringEquals").GetProperty("iam:PermissionsBoundary").GetString());
        Assert.DoesNotContain(statements.Where(IsAllow).Except([bounded]), statement => IamActions.Actions(statement).Contains("iam:CreateRole"));
        var never = statements.Single(statement => statement.GetProperty("Sid").GetString() == "NeverItself");
        Assert.Contains("iam:CreatePolicyVersion", IamActions.Actions(never));
        Assert.Contains(never.GetProperty("Resource").EnumerateArray(), arn => arn.GetString() == "arn:Policy:boundary");
    }

    [Fact]
    public async Task Hands_roles_only_to_services_whose_roles_the_environment_makes()
    {
        var pass = Statements(await Run("dev"), "deploy-").Single(statement => statement.GetProperty("Sid").GetString() == "HandOverRoles");

        Assert.Equal(
            ActionTable.ServicesOf("dev"),
            pass.GetProperty("Condition").GetProperty("StringEquals").GetProperty("iam:PassedToService").EnumerateArray().Select(service => service.GetString()!));
    }

    [Fact]
    public async Task Keeps_the_state_locked_versioned_and_under_a_key_of_its_own()
    {
        var plan = await Run("dev");

        Assert.Equal(("GOVERNANCE", 30.0), (plan.Only("BucketObjectLockConfiguration")["rule.defaultRetention.mode"], plan.Only("BucketObjectLockConfiguration")["rule.defaultRetention.days"]));
        Assert.Equal("Enabled", plan.Only("BucketVersioning")["versioningConfiguration.status"]);
        Assert.Equal("arn:Key:state-key", plan.Only("BucketServerSideEncryptionConfiguration")["rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId"]);
    }

    [Fact]
    public async Task Keeps_a_copy_of_the_state_where_prod_takes_over_so_that_it_can_be_deployed_from_there()
    {
        var plan = await Run("prod", settings => settings with { MoreRegions = ["eu-central-1"] });

        Assert.Equal(("arn:Key:state-key", true), (plan.Only("ReplicaKey")["primaryKeyArn"], plan.Named("Key", "state-key")["multiRegion"]));
        Assert.Equal(
            [("state-copy", "state", "arn:Bucket:state-copy"), ("state-copy-back", "state-copy", "arn:Bucket:state")],
            plan.Of("BucketReplicationConfig").Select(way => (way.Name, ((string)way["bucket"]!).Split(':')[^1], (string)way["rules.0.destination.bucket"]!)));
        Assert.Contains("aws::second::", plan.Named("Bucket", "state-copy").Provider!, StringComparison.Ordinal);
        Assert.Contains("aws::second::", plan.Named("BucketObjectLockConfiguration", "state-copy").Provider!, StringComparison.Ordinal);
        var rights = string.Concat(Statements(plan, "deploy-").Where(IsAllow).Select(statement => statement.GetRawText()));
        Assert.Contains("\"arn:Bucket:state/*\",\"arn:Bucket:state-copy/*\"", rights, StringComparison.Ordinal);
        Assert.Contains("arn:ReplicaKey:state-copy-key", rights, StringComparison.Ordinal);
        Assert.Empty((await Run("dev")).Of("BucketReplicationConfig"));
    }

    [Fact]
    public async Task Adopts_what_is_there_already()
    {
        var plan = await Run("dev", settings => settings with
        {
            IdentityProviderArn = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
            StateBucket = "our-state",
            StateKeyArn = "arn:aws:kms:eu-west-1:111122223333:key/1",
        });

        Assert.Empty(plan.Of("OpenIdConnectProvider").Concat(plan.Of("Bucket")).Concat(plan.Of("Key")));
        Assert.Contains("oidc-provider/token.actions", (string)plan.Named("Role", "deploy")["assumeRolePolicy"]!, StringComparison.Ordinal);
        Assert.Contains("arn:aws:s3:::our-state/*", (string)plan.Named("Policy", "deploy-1")["policy"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example/*", "dev", "repository is 'example/*', but must be one repository as owner/name")]
    [InlineData("example/shop", "*", "environment is '*', but must be the name of one environment.")]
    public async Task Refuses_to_trust_a_pattern(string repository, string environment, string message) => Assert.Contains(
        message,
        await Sandbox.Refusal(() => new DeployRole("deploy", new()
        {
            RoleName = "r", Repository = repository, Environment = environment, Actions = ["s3:GetObject"], PassesTo = ["ec2.amazonaws.com"],
            Regions = ["eu-west-1"], StateBucketArn = "arn:b", StateKeyArn = "arn:k", BoundaryArn = "arn:p",
        })),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_boundary_keeps_identities_and_watch_out_of_reach()
    {
        var statements = Statements(await Run("prod"), "boundary").ToDictionary(statement => statement.GetProperty("Sid").GetString()!);

        Assert.Equal(["KeepAccount", "KeepAway", "KeepIdentities", "KeepWatch", "Work"], statements.Keys.Order(StringComparer.Ordinal));
        Assert.All(statements.Where(pair => pair.Key != "Work"), pair => Assert.False(IsAllow(pair.Value)));
        Assert.All(IamActions.Actions(statements["KeepIdentities"]).Concat(IamActions.Actions(statements["KeepWatch"])), action => Assert.True(IamActions.IsKnown(action), action));
    }

    [Theory, MemberData(nameof(GivenBootstrap.Environments), MemberType = typeof(GivenBootstrap))]
    public void Its_settings_name_the_account_of_the_environment(string environment)
    {
        var (bootstrap, stack) = (Yaml(Path.Combine(Folder, $"Pulumi.{environment}.yaml")), Yaml(Path.Combine(Repository.Root, $"Pulumi.{environment}.yaml")));

        Assert.Equal(stack["aws:allowedAccountIds"], bootstrap["aws:allowedAccountIds"]);
        Assert.Equal(stack["aws:region"], bootstrap["aws:region"]);
    }

    /// <summary>Whatever region a resource of the plan names, its role may work there.</summary>
    [Theory, MemberData(nameof(GivenBootstrap.Environments), MemberType = typeof(GivenBootstrap))]
    public async Task The_role_may_work_in_every_region_of_the_plan(string environment)
    {
        var yaml = Yaml(Path.Combine(Folder, $"Pulumi.{environment}.yaml"));
        var more = yaml.GetValueOrDefault("platform:moreRegions") is IEnumerable<object> regions ? regions.Select(region => (string)region) : [];
        var plan = await RealStack.Run(environment);
        var used = plan.Registered.Select(r => r["region"]).OfType<string>()
            .Concat(plan.Registered.Where(r => r.Type == "pulumi:providers:aws").Select(r => (string)r["region"]!)).Distinct();

        Assert.Subset(new HashSet<string>([(string)yaml["aws:region"], "us-east-1", .. more]), used.ToHashSet());
    }

    private static Dictionary<string, object> Yaml(string path) => new DeserializerBuilder().Build()
        .Deserialize<Dictionary<string, Dictionary<string, object>>>(File.ReadAllText(path))["config"];
}
