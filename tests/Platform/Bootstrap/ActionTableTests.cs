using System.Text.Json;
using Platform.Bootstrap.Deploying;
using Platform.Tests.Identity;
using Platform.Tests.Stacks;
using static Platform.Tests.Bootstrap.GivenBootstrap;

namespace Platform.Tests.Bootstrap;

/// <summary>The tables from which the rights of the deploying role are made, held against the plans.</summary>
public class ActionTableTests
{
    [Theory, MemberData(nameof(GivenBootstrap.Environments), MemberType = typeof(GivenBootstrap))]
    public async Task Knows_the_resource_types_of_the_plan(string environment) =>
        Written($"types.{environment}.txt", await Types(environment));

    [Theory, MemberData(nameof(GivenBootstrap.Environments), MemberType = typeof(GivenBootstrap))]
    public async Task Knows_the_services_the_roles_of_the_plan_are_for(string environment)
    {
        var services = (await RealStack.Run(environment)).Registered
            .Where(r => r.Type == "aws:iam/role:Role")
            .SelectMany(role => JsonElement.Parse((string)role["assumeRolePolicy"]!).GetProperty("Statement").EnumerateArray())
            .Where(statement => statement.GetProperty("Principal").TryGetProperty("Service", out _))
            .Select(statement => statement.GetProperty("Principal").GetProperty("Service").GetString()!);

        Written($"services.{environment}.txt", services);
    }

    [Theory, MemberData(nameof(GivenBootstrap.Environments), MemberType = typeof(GivenBootstrap))]
    public async Task The_deploy_role_may_do_exactly_what_the_types_of_the_plan_need(string environment)
    {
        var types = await Types(environment);
        var table = ActionTable.Read();
        Assert.All(types, type => Assert.True(
            table.ContainsKey(type), $"Write into bootstrap/Deploying/actions.txt which actions making, reading, changing and deleting a {type} takes."));

        string[] own = ["sts:AssumeRole", "sts:TagSession", .. StateActions];
        var needed = types.SelectMany(type => table[type]).Concat(own).Distinct().Order(StringComparer.Ordinal);
        var allowed = Statements(await Run(environment), "deploy-").Where(IsAllow).SelectMany(IamActions.Actions).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(needed, allowed);
    }

    [Fact]
    public void Every_action_of_the_table_is_one_AWS_has_and_none_is_a_pattern() => Assert.All(
        ActionTable.Read(), row => Assert.All(row.Value, action => Assert.True(IamActions.IsKnown(action), $"{row.Key}: AWS has no {action}.")));

    private static string[] StateActions =>
    [
        "s3:GetBucketLocation", "s3:ListBucket", "s3:DeleteObject", "s3:GetObject", "s3:PutObject", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey",
    ];

    private static void Written(string file, IEnumerable<string> lines)
    {
        var path = Path.Combine(Folder, "Deploying", file);
        var text = string.Concat(lines.Distinct().Order(StringComparer.Ordinal).Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.ReadAllText(path) == text, $"The plan changed: run UPDATE_GOLDEN=1 dotnet test tests/Platform, and review bootstrap/Deploying/{file}.");
    }

    private static async Task<List<string>> Types(string environment) =>
    [
        .. (await RealStack.Run(environment)).Registered
            .Select(r => r.Type).Where(type => type.StartsWith("aws:", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
    ];
}
