using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Observability.Signals;
using static Platform.Tests.Data.Postgres.GivenDatabase;

namespace Platform.Tests.Data.Postgres;

/// <summary>Replicas in the region of a database, by what is sent to the provider.</summary>
public class ReadReplicaTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() =>
        Golden.Check("database-readers", Golden.Full(await Sandbox.Run(() => Database(credentials: CredentialMode.SelfManaged, readers: 1))));

    [Fact]
    public async Task Follow_by_name_and_are_told_nothing_they_inherit()
    {
        var plan = await Sandbox.Run(() => Database(credentials: CredentialMode.SelfManaged, readers: 2));

        var readers = plan.Of("Instance").Where(instance => instance.Name.StartsWith("database-reader-", StringComparison.Ordinal)).ToList();
        Assert.Equal(["database-reader-1", "database-reader-2"], readers.Select(reader => reader.Name));
        Assert.All(readers, reader =>
        {
            Assert.Equal("platform-dev-database", reader["replicateSourceDb"]);
            Assert.All(
                new[] { "engine", "engineVersion", "allocatedStorage", "username", "password", "dbName", "kmsKeyId", "dbSubnetGroupName", "backupWindow", "finalSnapshotIdentifier", "multiAz" },
                input => Assert.Null(reader[input]));
            Assert.Equal((true, false, true), (reader["storageEncrypted"], reader["publiclyAccessible"], reader["iamDatabaseAuthenticationEnabled"]));
        });
    }

    [Fact]
    public async Task Can_become_fewer_since_they_hold_no_data_of_their_own()
    {
        var plan = await Sandbox.Run(() => Database(credentials: CredentialMode.SelfManaged, readers: 1));

        Assert.Equal((false, true), (plan.Named("Instance", "database-reader-1")["deletionProtection"], plan.Named("Instance", "database-reader-1")["skipFinalSnapshot"]));
        Assert.Equal(true, plan.Named("Instance", "database")["deletionProtection"]);
    }

    [Fact]
    public async Task Are_reached_by_those_who_hold_the_connection_of_readers_only()
    {
        PostgresDatabase database = null!;
        var plan = await Sandbox.Run(() => database = Database(credentials: CredentialMode.SelfManaged, readers: 2));

        var hosts = "";
        await Sandbox.Run(() => database.Readers!.Environment["READER_HOST"].ToOutput().Apply(value => hosts = value));
        Assert.Equal("database-reader-1.rds.example,database-reader-2.rds.example", hosts);
        Assert.Equal("database-reader", database.Readers!.Name);
        Assert.Equal(["READER_HOST", "READER_NAME", "READER_PORT", "READER_SECRET_ARN"], database.Readers.Environment.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("SecurityGroup:database-reader", plan.Named("Instance", "database-reader-1")["vpcSecurityGroupIds.0"]);
        Assert.Equal("SecurityGroup:database", plan.Named("Instance", "database")["vpcSecurityGroupIds.0"]);
    }

    [Fact]
    public async Task Let_an_application_sign_in_to_each_of_them_by_token()
    {
        PostgresDatabase database = null!;
        await Sandbox.Run(() => database = Database(credentials: CredentialMode.SelfManaged, readers: 2, access: DatabaseAccess.Iam("app")));

        Assert.Equal(2, Assert.Single(database.Readers!.Rights).Resources.Length);
        Assert.Single(Assert.Single(database.Connection.Rights).Resources);
    }

    [Fact]
    public async Task Tell_how_far_behind_they_are_and_when_they_follow_no_longer()
    {
        PostgresDatabase database = null!;
        await Sandbox.Run(() => database = Database(credentials: CredentialMode.SelfManaged, readers: 2));

        var lag = Assert.Single(database.Signals, signal => signal.Key == "reader-2-lag");
        Assert.True(lag.Limit.Value > 300, "An idle source reports up to five minutes.");
        Assert.Equal((Severity.Medium, MissingData.Bad), (lag.Severity, lag.Evaluation.Missing));
        Assert.Contains(database.Signals, signal => signal.Key == "reader-1-replication");
        Assert.Contains(database.Signals, signal => signal.Key == "reader-1-connections");
        Assert.DoesNotContain(database.Signals, signal => signal.Key.EndsWith("recovery-point", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Are_none_unless_asked_for()
    {
        PostgresDatabase database = null!;
        await Sandbox.Run(() => database = Database());

        Assert.Null(database.Readers);
    }
}
