using System.Text;
using System.Text.Json;
using static Platform.Tests.Compute.Instances.Fleet;

namespace Platform.Tests.Compute.Instances;

/// <summary>What machines may do, and what they are told.</summary>
public class InstanceIdentityTests
{
    [Fact]
    public async Task Writes_the_place_of_a_secret_into_user_data_and_grants_that_secret_only()
    {
        var plan = await Sandbox.Run(() => Service());

        var userData = Encoding.UTF8.GetString(Convert.FromBase64String((string)plan.Only("LaunchTemplate")["userData"]!));
        Assert.Contains(Secret[..^":password::".Length], userData, StringComparison.Ordinal);
        var rights = Statements(plan);
        Assert.Equal(Secret[..^":password::".Length], Assert.Single(rights["ReadSecrets"].Resources));
        Assert.Equal("arn:key/secrets", Assert.Single(rights["DecryptSecrets"].Resources));
    }

    [Fact]
    public async Task Grants_no_wildcard_action_and_everything_only_where_AWS_knows_nothing_narrower()
    {
        var rights = Statements(await Sandbox.Run(() => Service()));

        Assert.DoesNotContain(rights.Values.SelectMany(right => right.Actions), action => action.Contains('*', StringComparison.Ordinal));
        Assert.Equal(["EnterRegistry", "LookForSessionLog", "Measure", "Sessions"], rights.Where(right => right.Value.Resources.Contains("*")).Select(right => right.Key).Order());
    }

    [Fact]
    public async Task Limits_its_role_by_the_boundary_it_is_given()
    {
        Assert.Equal("arn:boundary", (await Sandbox.Run(() => Service(boundary: "arn:boundary"))).Only("Role")["permissionsBoundary"]);
        Assert.Null((await Sandbox.Run(() => Service())).Only("Role")["permissionsBoundary"]);
    }

    [Fact]
    public async Task Encrypts_its_logs()
    {
        var logs = (await Sandbox.Run(() => Service())).Only("LogGroup");

        Assert.Equal("arn:key/logs", logs["kmsKeyId"]);
        Assert.Equal(14.0, logs["retentionInDays"]);
    }

    private static Dictionary<string, (string[] Actions, string[] Resources)> Statements(Sandbox plan)
    {
        using var policy = JsonDocument.Parse((string)plan.Only("RolePolicy")["policy"]!);
        return policy.RootElement.GetProperty("Statement").EnumerateArray().ToDictionary(
            statement => statement.GetProperty("Sid").GetString()!,
            statement => (Texts(statement.GetProperty("Action")), Texts(statement.GetProperty("Resource"))));
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
