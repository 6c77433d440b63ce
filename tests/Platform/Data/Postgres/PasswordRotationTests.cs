using Platform.Components.Data.Postgres.Origins;
using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Observability.Signals;
using Platform.Tests.Identity;
using static Platform.Tests.Data.Postgres.GivenDatabase;

namespace Platform.Tests.Data.Postgres;

/// <summary>How a password of ours is changed, by what is sent to the provider; what the function does is tested in <c>Data/Functions</c>.</summary>
public class PasswordRotationTests
{
    private static readonly DatabasePlace Successor = new("database-2", "eu-central-1");

    [Theory]
    [InlineData(null, null, "rate(30 days)"), InlineData(null, 90, "rate(90 days)"), InlineData(false, 1, "rate(1 day)"), InlineData(true, 1000, "rate(1000 days)")]
    public async Task Changes_a_password_of_ours_at_once_and_then_as_often_as_asked(bool? isProtected, int? days, string rate)
    {
        var plan = await Sandbox.Run(() => Database(credentials: CredentialMode.SelfManaged, isProtected: isProtected, rotationDays: days));

        var rotation = plan.Only("SecretRotation");
        Assert.Equal((true, rate, "2h"), (rotation["rotateImmediately"], rotation["rotationRules.scheduleExpression"], rotation["rotationRules.duration"]));
        Assert.Equal(("arn:Secret:database", "arn:Function:database-rotation"), (rotation["secretId"], rotation["rotationLambdaArn"]));
    }

    [Fact]
    public async Task Changes_none_where_nothing_depends_on_it_or_somebody_said_never()
    {
        foreach (var (isProtected, days) in new (bool, int?)[] { (false, null), (true, 0) })
        {
            var plan = await Sandbox.Run(() => Database(credentials: CredentialMode.SelfManaged, isProtected: isProtected, rotationDays: days));

            Assert.Empty(plan.Of("SecretRotation"));
            Assert.Empty(plan.Of("Function"));
            Assert.Null(plan.Only("SecretVersion")["versionStages"]);
        }
    }

    [Fact]
    public async Task The_next_deployment_sets_no_password_back()
    {
        var plan = await Sandbox.Run(() => Database(credentials: CredentialMode.SelfManaged));

        Assert.Equal(["Instance: password", "SecretVersion: secretString, versionStages"], await SetOnce(CredentialMode.SelfManaged, null));
        Assert.Empty(await SetOnce(CredentialMode.SelfManaged, 0));
        Assert.Empty(await SetOnce(CredentialMode.Managed, null));
        Assert.Equal(("AWSCURRENT", "FIRST"), (plan.Only("SecretVersion")["versionStages.0"], plan.Only("SecretVersion")["versionStages.1"]));
    }

    [Fact]
    public async Task The_function_may_change_these_databases_and_this_secret_and_nothing_else()
    {
        var plan = await Sandbox.Run(() => Database(credentials: CredentialMode.SelfManaged, shares: Successor));

        var rights = IamActions.Statements(plan).Where(entry => entry.Resource == "database-rotation").Select(entry => entry.Statement).ToList();
        Assert.Contains(rights, right => right.GetRawText().Contains(
            """
            "Action":["rds:ModifyDBInstance"],"Resource":["arn:Instance:database","arn:aws:rds:eu-central-1:111122223333:db:platform-dev-database-2"]
            """.Trim(), StringComparison.Ordinal));
        Assert.Contains(rights, right => right.GetRawText().Contains("\"secretsmanager:UpdateSecretVersionStage\"],\"Resource\":[\"arn:Secret:database\"]", StringComparison.Ordinal));
        Assert.Contains(rights, right => right.GetRawText().Contains("\"kms:ViaService\":\"secretsmanager.eu-west-1.amazonaws.com\"", StringComparison.Ordinal));
        Assert.Empty(IamActions.Unknown(plan));
        Assert.DoesNotContain(IamActions.Boundless(plan), action => !action.Contains(": rds:Describe", StringComparison.Ordinal));
        var permission = plan.Only("Permission");
        Assert.Equal(("secretsmanager.amazonaws.com", "arn:Secret:database", "111122223333"), (permission["principal"], permission["sourceArn"], permission["sourceAccount"]));
    }

    [Fact]
    public async Task The_function_is_told_of_every_database_that_shares_the_secret_and_of_no_password()
    {
        var function = (await Sandbox.Run(() => Database(credentials: CredentialMode.SelfManaged, shares: Successor))).Only("Function");

        Assert.Equal("arn:Instance:database,arn:aws:rds:eu-central-1:111122223333:db:platform-dev-database-2", function["environment.variables.DATABASES"]);
        Assert.Equal(("yes", "platform-dev-database", 900.0), (function["environment.variables.KEEPS"], function["environment.variables.DATABASE"], function["timeout"]));
        Assert.Equal("arm64", function["architectures.0"]);
    }

    [Fact]
    public async Task Tells_of_a_rotation_that_failed_and_of_a_password_that_grew_old()
    {
        PostgresDatabase database = null!;
        await Sandbox.Run(() => database = Database(credentials: CredentialMode.SelfManaged));

        var failed = Assert.Single(database.Signals, signal => signal.Key == "rotation-failed");
        var old = Assert.Single(database.Signals, signal => signal.Key == "password-age");
        Assert.Equal((Severity.High, "password-rotation", 0), (failed.Severity, failed.Runbook, failed.Limit.Value));
        Assert.Equal((37, MissingData.Bad), (old.Limit.Value, old.Evaluation.Missing));
    }

    [Fact]
    public async Task A_password_nobody_keeps_is_changed_every_day_and_in_no_secret()
    {
        var plan = await Sandbox.Run(() => Database(credentials: CredentialMode.IamOnly, access: DatabaseAccess.Iam("app"), replicated: true));

        Assert.Equal("rate(1 day)", plan.Only("SecretRotation")["rotationRules.scheduleExpression"]);
        Assert.Equal("no", plan.Only("Function")["environment.variables.KEEPS"]);
        Assert.Equal("""{"engine":"postgres","username":"dbadmin"}""", plan.Only("SecretVersion")["secretString"]);
        Assert.Equal((true, null), (plan.Only("Instance")["iamDatabaseAuthenticationEnabled"], plan.Only("Instance")["manageMasterUserPassword"]));
    }

    [Fact]
    public async Task A_replica_rotates_nothing_since_its_password_comes_with_the_data() =>
        Assert.Empty((await Sandbox.Run(() => Database(credentials: CredentialMode.SelfManaged, origin: DatabaseOrigin.Replica("arn:primary", "arn:secret")))).Of("Function"));

    private static async Task<IEnumerable<string>> SetOnce(CredentialMode mode, int? days)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        var options = new ComponentResourceOptions
        {
            ResourceTransformations =
            {
                child =>
                {
                    if (child.Options.IgnoreChanges.Count > 0)
                    {
                        seen.Add($"{child.Resource.GetResourceType().Split(':')[^1]}: {string.Join(", ", child.Options.IgnoreChanges)}");
                    }

                    return null;
                },
            },
        };
        await Sandbox.Run(() => Database(credentials: mode, rotationDays: days, options: options));
        return seen;
    }
}
