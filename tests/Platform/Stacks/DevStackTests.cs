using System.Text.Json;
using Platform.Infra.Settings;
using Platform.Stacks;
using Platform.Tests.Infra;

namespace Platform.Tests.Stacks;

public class DevStackTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() => Golden.Check("dev", Golden.Outline(await Dev()));

    [Fact]
    public async Task Makes_everything_in_the_account_and_region_of_its_settings()
    {
        var plan = await Dev();

        var provider = plan.Named("aws", "account");
        Assert.Equal("eu-west-1", provider["region"]);
        Assert.Equal("111122223333", Assert.Single(JsonElement.Parse((string)provider["allowedAccountIds"]!).EnumerateArray()).GetString());
        var tags = JsonElement.Parse((string)provider["defaultTags"]!).GetProperty("tags");
        Assert.Equal(
            ["cost-centre=cc-1042", "data-class=internal", "environment=dev", "managed-by=pulumi", "owner=shop-team"],
            tags.EnumerateObject().Select(tag => $"{tag.Name}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.All(
            plan.Registered.Where(r => r.Type.StartsWith("aws:", StringComparison.Ordinal)),
            r => Assert.Contains("pulumi:providers:aws::account::", r.Provider, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_a_real_environment() => Assert.True((await Dev()).Registered.Count >= 60);

    [Fact]
    public async Task No_policy_allows_every_action_on_every_resource()
    {
        var plan = await Dev();
        var statements = plan.Registered
            .SelectMany(r => new[] { r["policy"], r["assumeRolePolicy"] }.OfType<string>())
            .Select(text => JsonElement.Parse(text))
            .Where(document => document.TryGetProperty("Statement", out _))
            .SelectMany(document => document.GetProperty("Statement").EnumerateArray())
            .Where(statement => statement.GetProperty("Effect").GetString() == "Allow")
            .ToList();

        Assert.True(statements.Count > 15);
        Assert.DoesNotContain(statements, statement => Texts(statement, "Action").Any(action => action == "*" || action.EndsWith(":*", StringComparison.Ordinal)));
        Assert.DoesNotContain(statements, statement => statement.TryGetProperty("Principal", out var who) && who.ValueKind == JsonValueKind.String);

        // What must stand on "*": the policy of a key, where it means the key, and the token of a registry.
        Assert.Equal(
            ["Administration", "EnterRegistry", "GrantsForServices", "Logs", "Use"],
            statements.Where(statement => Texts(statement, "Resource").Contains("*"))
                .Select(statement => statement.GetProperty("Sid").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_open_to_the_whole_internet()
    {
        var plan = await Dev();

        Assert.DoesNotContain(plan.Of("SecurityGroupIngressRule"), rule => rule["cidrIpv4"] is "0.0.0.0/0");
        Assert.All(plan.Of("SecurityGroupIngressRule").Concat(plan.Of("SecurityGroupEgressRule")), rule => Assert.NotNull(rule["description"]));
        Assert.All(plan.Of("SecurityGroup"), group => Assert.Null(group["ingress"]));
    }

    [Fact]
    public async Task Every_log_is_encrypted_and_kept_two_weeks()
    {
        var plan = await Dev();

        Assert.Equal(7, plan.Of("LogGroup").Count);
        Assert.All(plan.Of("LogGroup"), group => Assert.Equal(("arn:Key:keys-logs", 14.0), (group["kmsKeyId"], group["retentionInDays"])));
    }

    [Fact]
    public async Task Runs_on_spot_capacity_and_is_gone_with_one_command()
    {
        var plan = await Dev();

        Assert.Equal("FARGATE_SPOT", plan.Only("Service")["capacityProviderStrategies.0.capacityProvider"]);
        Assert.Equal(false, plan.Only("LoadBalancer")["enableDeletionProtection"]);
        Assert.Equal(true, plan.Named("Bucket", "entry-logs")["forceDestroy"]);
        Assert.Equal(true, plan.Only("Repository")["forceDelete"]);
        Assert.Equal(false, plan.Named("Instance", "database")["deletionProtection"]);
        Assert.All(plan.Of("Key"), key => Assert.Equal(7.0, key["deletionWindowInDays"]));
    }

    private static IEnumerable<string> Texts(JsonElement statement, string member) =>
        statement.TryGetProperty(member, out var texts) ? texts.EnumerateArray().Select(text => text.GetString()!) : [];

    private static Task<Sandbox> Dev() =>
        Sandbox.Run(() => new DevStack(SettingsReader.Read("dev", DevFile.Config, [])));
}
