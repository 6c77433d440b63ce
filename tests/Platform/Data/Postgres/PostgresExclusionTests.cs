using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Data.Postgres.Origins;
using static Platform.Tests.Data.Postgres.GivenDatabase;

namespace Platform.Tests.Data.Postgres;

/// <summary>What AWS does not do together, each refused before anything is made, with the way out.</summary>
public class PostgresExclusionTests
{
    [Fact]
    public Task Refuses_a_replica_in_another_region_while_RDS_keeps_the_password() => Refuses(
        "RDS cannot replicate a database whose password it manages; choose CredentialMode.SelfManaged, or no replica.",
        () => Database(replicated: true));

    [Fact]
    public Task Refuses_read_replicas_while_RDS_keeps_the_password() => Refuses(
        "RDS makes no read replicas of a database whose password it manages; choose CredentialMode.SelfManaged, or set readReplicas to 0.",
        () => Database(readers: 1));

    [Fact]
    public Task Refuses_blue_green_while_RDS_keeps_the_password() => Refuses(
        "RDS makes no blue/green copy of a database whose password it manages; choose CredentialMode.SelfManaged, or no blue/green.",
        () => Database(blueGreen: true));

    [Fact]
    public Task Refuses_blue_green_with_a_replica_in_another_region() => Refuses(
        "RDS makes no blue/green copy of a database with replicas in other regions; choose one of the two.",
        () => Database(credentials: CredentialMode.SelfManaged, replicated: true, blueGreen: true));

    [Fact]
    public Task Refuses_blue_green_of_a_database_that_follows_another_one() => Refuses(
        "RDS makes no blue/green copy of a database that follows another one; leave out blue/green until it is promoted.",
        () => Database(credentials: CredentialMode.SelfManaged, blueGreen: true, origin: DatabaseOrigin.Replica("arn:primary", "arn:secret")));

    [Fact]
    public Task Refuses_blue_green_with_read_replicas() => Refuses(
        "after a blue/green change the read replicas would follow the old database, which the provider deletes; choose blue/green, or set readReplicas to 0.",
        () => Database(credentials: CredentialMode.SelfManaged, readers: 2, blueGreen: true));

    [Fact]
    public Task Refuses_blue_green_behind_a_pool() => Refuses(
        "RDS makes no blue/green copy of a database behind RDS Proxy; choose blue/green, or the pool (pooled), which hides a failover anyway.",
        () => Database(credentials: CredentialMode.SelfManaged, blueGreen: true, pooled: true));

    [Fact]
    public Task Refuses_to_stop_a_database_at_night_that_is_replicated() => Refuses(
        "RDS cannot stop a database that has replicas; leave out the working hours, or the replica.",
        () => Database(credentials: CredentialMode.SelfManaged, rotationDays: 0, replicated: true, hours: Day));

    [Fact]
    public Task Refuses_to_stop_a_database_at_night_that_is_read_from_replicas() => Refuses(
        "RDS cannot stop a database that has replicas; leave out the working hours, or the replica.",
        () => Database(credentials: CredentialMode.SelfManaged, rotationDays: 0, readers: 1, hours: Day));

    [Fact]
    public Task Refuses_to_rotate_what_RDS_rotates() => Refuses(
        "rotationDays is set, but RDS rotates a password it manages every seven days; leave it out, or choose CredentialMode.SelfManaged.",
        () => Database(rotationDays: 30));

    [Fact]
    public Task Refuses_to_rotate_a_password_that_came_with_the_data() => Refuses(
        "rotationDays is set, but the password came with the data; set it where the database was born.",
        () => Database(credentials: CredentialMode.SelfManaged, rotationDays: 30, origin: DatabaseOrigin.Promoted("arn:secret")));

    [Fact]
    public Task Refuses_to_rotate_the_password_of_a_database_that_sleeps() => Refuses(
        "the password is rotated, but a database that is stopped at night takes no new one; leave out the working hours, or set rotationDays to 0.",
        () => Database(credentials: CredentialMode.SelfManaged, hours: Day));

    [Theory]
    [InlineData(-1), InlineData(1001)]
    public Task Refuses_days_between_rotations_that_Secrets_Manager_does_not_have(int days) => Refuses(
        $"rotationDays is {days}, but must be 1 to 1000, or 0 for never.",
        () => Database(credentials: CredentialMode.SelfManaged, rotationDays: days));

    [Fact]
    public Task Refuses_applications_with_a_password_that_nobody_has() => Refuses(
        "credentials are IamOnly, but applications would sign in with the master's password, which nobody has; choose DatabaseAccess.Iam, or CredentialMode.SelfManaged.",
        () => Database(credentials: CredentialMode.IamOnly));

    [Fact]
    public Task Refuses_to_leave_the_first_password_in_the_state_where_nobody_may_have_one() => Refuses(
        "credentials are IamOnly, but with rotationDays 0 the first password would stay good, and it is in the state of the stack; leave rotationDays out.",
        () => Database(credentials: CredentialMode.IamOnly, access: DatabaseAccess.Iam("app"), rotationDays: 0));

    [Fact]
    public async Task Tells_everything_that_is_wrong_at_once()
    {
        var refusal = await Sandbox.Refusal(() => Database(replicated: true, blueGreen: true));

        Assert.Contains("RDS cannot replicate a database whose password it manages", refusal, StringComparison.Ordinal);
        Assert.Contains("RDS makes no blue/green copy of a database with replicas in other regions", refusal, StringComparison.Ordinal);
    }

    private static async Task Refuses(string sentence, Action build) =>
        Assert.Contains($"PostgresDatabase 'database': {sentence}", await Sandbox.Refusal(build), StringComparison.Ordinal);
}
