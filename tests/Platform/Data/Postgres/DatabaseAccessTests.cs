using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Platform.Components.Compute;
using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Identity;
using Platform.Tests.Identity;
using Platform.Tests.Stacks;

namespace Platform.Tests.Data.Postgres;

/// <summary>Who applications are to a database, by what is sent to the provider.</summary>
public class DatabaseAccessTests
{
    private const string SignIn = "rds-db:connect";

    [Fact]
    public async Task Tells_applications_where_and_who_and_of_no_secret()
    {
        PostgresDatabase database = null!;
        var plan = await Sandbox.Run(() => database = Database(DatabaseAccess.Iam("app")));

        Assert.Equal(["DATABASE_HOST", "DATABASE_NAME", "DATABASE_PORT", "DATABASE_USER"], database.Connection.Environment.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(database.Connection.LiveSecretArns);
        Assert.Empty(database.Connection.Secrets);
        Assert.Equal(true, plan.Only("Instance")["iamDatabaseAuthenticationEnabled"]);
        var settings = ((ImmutableArray<object>)plan.Only("ParameterGroup")["parameters"]!).Cast<ImmutableDictionary<string, object>>();
        Assert.Equal("1", Assert.Single(settings, setting => setting["name"] is "rds.force_ssl")["value"]);
    }

    [Fact]
    public async Task Tells_applications_of_the_masters_secret_unless_told_otherwise()
    {
        PostgresDatabase database = null!;
        await Sandbox.Run(() => database = Database(access: null));

        Assert.Contains("DATABASE_SECRET_ARN", database.Connection.Environment.Keys);
        Assert.DoesNotContain("DATABASE_USER", database.Connection.Environment.Keys);
        Assert.Single(database.Connection.LiveSecretArns);
        Assert.Empty(database.Connection.Rights);
    }

    [Theory]
    [InlineData("dev", "ECS", "app-run"), InlineData("prod", "ECS", "app-run")]
    [InlineData("staging", "EC2", "app"), InlineData("prod", "EC2", "app")]
    [InlineData("staging", "EKS", "app"), InlineData("prod", "EKS", "app")]
    public async Task Every_tier_signs_in_as_one_user_of_one_instance_and_may_read_no_secret_of_it(string environment, string tier, string role)
    {
        var (plan, _) = await Composition.Run(environment, tier, appUser: "app");

        var (resource, right) = Assert.Single(IamActions.Statements(plan), entry => IamActions.Actions(entry.Statement).Contains(SignIn));
        Assert.Equal((role, "Allow"), (resource, right.GetProperty("Effect").GetString()));
        Assert.Equal("""["arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-of-database/app"]""", right.GetProperty("Resource").GetRawText());
        Assert.Equal($"[\"{SignIn}\"]", right.GetProperty("Action").GetRawText());

        var sent = Golden.Full(plan) + Booted(plan);
        Assert.Contains("DATABASE_USER", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("DATABASE_SECRET_ARN", sent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            IamActions.Statements(plan),
            entry => entry.Resource != "database-rotation" && Names(entry.Statement, "arn:secret/database", "arn:Secret:database"));
        Assert.Empty(IamActions.Unknown(plan));
        Assert.True(IamActions.IsKnown(SignIn));
    }

    [Theory]
    [InlineData("ECS"), InlineData("EC2"), InlineData("EKS")]
    public async Task Every_tier_reads_the_masters_secret_otherwise(string tier)
    {
        var (plan, _) = await Composition.Run("prod", tier);

        Assert.DoesNotContain(IamActions.Statements(plan), entry => IamActions.Actions(entry.Statement).Contains(SignIn));
        Assert.Single(IamActions.Statements(plan), entry => entry.Resource != "database-rotation" && Names(entry.Statement, "arn:Secret:database"));
    }

    [Fact]
    public async Task Rights_to_two_databases_are_two_statements_of_one_policy()
    {
        var text = "";
        await Sandbox.Run(() => PolicyText
            .Of([.. Connection.RightsOf([Database(DatabaseAccess.Iam("app")).Connection, Database(DatabaseAccess.Iam("app"), "reports").Connection.As("REPORTS")])])
            .Apply(written => text = written));

        Assert.Equal(
            [("SignIn0", "arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-of-database/app"), ("SignIn1", "arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-of-reports/app")],
            JsonElement.Parse(text).GetProperty("Statement").EnumerateArray()
                .Select(statement => (statement.GetProperty("Sid").GetString()!, statement.GetProperty("Resource")[0].GetString()!)));
    }

    [Theory]
    [InlineData(""), InlineData("App"), InlineData("9lives"), InlineData("my-app"), InlineData("app*"), InlineData("app\n"), InlineData("a/b")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890abcd")]
    public async Task Refuses_a_name_that_would_need_quotes_or_mean_more_than_one_user(string user) => Assert.Contains(
        $"PostgresDatabase 'database': access is Iam(\"{user}\"), but the name must be 1 to 63 lower case letters, digits and underscores",
        await Sandbox.Refusal(() => Database(DatabaseAccess.Iam(user))), StringComparison.Ordinal);

    [Theory]
    [InlineData("dbadmin", "is the master user")]
    [InlineData("rds_iam", "begins like the users Postgres and RDS keep for themselves")]
    [InlineData("pg_app", "begins like the users Postgres and RDS keep for themselves")]
    [InlineData("public", "is a word of SQL that means somebody else")]
    public async Task Refuses_a_name_somebody_else_has(string user, string problem) => Assert.Contains(
        $"access is Iam(\"{user}\"), but the name {problem}", await Sandbox.Refusal(() => Database(DatabaseAccess.Iam(user))), StringComparison.Ordinal);

    [Theory]
    [InlineData("app"), InlineData("_app"), InlineData("shop_orders_2"), InlineData("a23456789012345678901234567890123456789012345678901234567890abc")]
    public void Takes_names_Postgres_takes_without_quotes(string user) => Assert.Null(DatabaseAccess.Problem(user));

    [Fact]
    public async Task Refuses_what_knows_no_token_or_another_instance()
    {
        Assert.Contains(
            "its pool (RDS Proxy) asks clients for the master's password, not for a token; choose DatabaseAccess.MasterSecret, or no pool (pooled).",
            await Sandbox.Refusal(() => Database(DatabaseAccess.Iam("app"), pooled: true)), StringComparison.Ordinal);
        Assert.Contains(
            "a blue/green copy has a resource id of its own, which no application may sign in to; choose DatabaseAccess.MasterSecret, or no blue/green.",
            await Sandbox.Refusal(() => Database(DatabaseAccess.Iam("app"), blueGreen: true)), StringComparison.Ordinal);
        Assert.Single((await Sandbox.Run(() => Database(DatabaseAccess.MasterSecret, pooled: true))).Of("Proxy"));
    }

    /// <summary>What machines are started with, which is sent as Base64; nothing where there are none.</summary>
    private static string Booted(Sandbox plan) => string.Concat(plan.Of("LaunchTemplate")
        .Select(template => template["userData"]).OfType<string>().Select(text => Encoding.UTF8.GetString(Convert.FromBase64String(text))));

    private static bool Names(JsonElement statement, params string[] arns) =>
        statement.TryGetProperty("Resource", out var resources) && resources.EnumerateArray().Any(resource => arns.Contains(resource.GetString()));

    private static PostgresDatabase Database(DatabaseAccess? access, string name = "database", bool pooled = false, bool blueGreen = false) => new(name, new()
    {
        Access = access,
        Pooled = pooled,
        BlueGreen = blueGreen,
        Credentials = blueGreen ? CredentialMode.SelfManaged : CredentialMode.Managed,
        Network = Given.Network,
        Version = 17,
        InstanceClass = "db.t4g.micro",
        StorageGiB = 20,
        MaxStorageGiB = 100,
        BackupDays = 1,
        KeyArn = "arn:key/data",
        LogKeyArn = "arn:key/logs",
        SecretKeyArn = "arn:key/secrets",
        LogRetentionDays = 14,
    });
}
