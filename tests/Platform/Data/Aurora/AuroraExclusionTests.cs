using Platform.Components.Data.Aurora;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Scheduling;
using static Platform.Tests.Data.Aurora.GivenAurora;

namespace Platform.Tests.Data.Aurora;

/// <summary>What Aurora does not do, or not together, each refused before anything is made, with the way out.</summary>
public class AuroraExclusionTests
{
    private static readonly AuroraCapacity Large = AuroraCapacity.Of("db.r7g.large");
    private static readonly WorkingHours Day = new(new TimeOnly(6, 0), new TimeOnly(19, 0));

    [Fact]
    public Task Refuses_a_global_database_while_RDS_keeps_the_password() => Refuses(
        "Aurora cannot replicate a cluster whose password it manages to other regions; choose CredentialMode.SelfManaged, or leave global out.",
        () => Orders(Large, leads: true));

    [Fact]
    public Task Refuses_to_lead_and_to_follow() => Refuses(
        "global and follows are both set, but a cluster leads a global database or follows one; leave one of the two out.",
        () => Orders(Large, credentials: CredentialMode.SelfManaged, leads: true, follows: "global-id", secretArn: "arn:copy"));

    [Fact]
    public Task Refuses_to_follow_without_knowing_where_the_password_is() => Refuses(
        "follows is set, but secretArn is not; name the copy of the first cluster's secret in this region (SecretCopies.ArnIn).",
        () => Orders(Large, credentials: CredentialMode.SelfManaged, follows: "global-id"));

    [Fact]
    public Task Refuses_a_global_database_out_of_a_snapshot_in_one_step() => Refuses(
        "a cluster cannot be restored from a snapshot and join a global database in one step; restore it first, and set global in the deployment after.",
        () => Orders(Large, credentials: CredentialMode.SelfManaged, leads: true, snapshot: "friday"));

    [Fact]
    public Task Refuses_a_global_database_of_burstable_machines() => Refuses(
        "capacity is db.t4g.medium, but a global database needs a class of r or x, or AuroraCapacity.Serverless.",
        () => Orders(AuroraCapacity.Of("db.t4g.medium"), credentials: CredentialMode.SelfManaged, leads: true));

    [Fact]
    public Task Refuses_a_global_database_that_pauses() => Refuses(
        "a global database never pauses; choose a minimum capacity of 0.5 or more.",
        () => Orders(AuroraCapacity.Serverless(0, 4), credentials: CredentialMode.SelfManaged, leads: true));

    [Fact]
    public Task Refuses_to_stop_a_global_database_at_night() => Refuses(
        "Aurora cannot stop a cluster of a global database; leave out the working hours, or the global database.",
        () => Orders(Large, credentials: CredentialMode.SelfManaged, rotationDays: 0, leads: true, hours: Day));

    [Fact]
    public Task Refuses_applications_with_a_password_that_nobody_has() => Refuses(
        "credentials are IamOnly, but applications would sign in with the master's password, which nobody has; choose DatabaseAccess.Iam, or CredentialMode.SelfManaged.",
        () => Orders(Large, credentials: CredentialMode.IamOnly));

    [Theory]
    [InlineData("db.t4g.micro"), InlineData("db.m7g.large"), InlineData("r7g.large")]
    public Task Refuses_a_class_that_Aurora_does_not_have(string instanceClass) => Refuses(
        $"capacity is '{instanceClass}', but Aurora PostgreSQL has classes of r and x, and medium and large ones of t3 and t4g; choose such as db.r7g.large, or AuroraCapacity.Serverless.",
        () => Orders(AuroraCapacity.Of(instanceClass)));

    [Theory]
    [InlineData(-1, 4, "-1 to 4"), InlineData(8, 4, "8 to 4"), InlineData(0.3, 4, "0.3 to 4"), InlineData(0.5, 0.5, "0.5 to 0.5"), InlineData(1, 300, "1 to 300")]
    public Task Refuses_units_that_Serverless_does_not_have(double min, double max, string range) => Refuses(
        $"capacity is {range} units, but Serverless v2 has 0 to 256 units as minimum and 1 to 256 as maximum, in steps of 0.5, the first not above the second.",
        () => Orders(AuroraCapacity.Serverless(min, max)));

    [Fact]
    public Task Refuses_a_pause_after_seconds_it_does_not_have() => Refuses(
        "capacity pauses after 10 seconds, but must after 300 to 86400.",
        () => Orders(AuroraCapacity.Serverless(0, 4, pauseSeconds: 10)));

    [Fact]
    public Task Refuses_more_clients_than_it_lets_in_and_shows_the_sizing() => Refuses(
        "maxClients 20 with 10 connections each are 200, but 0.5 to 1 units lets in 189, of which 80 % (151) may be planned. Choose more capacity or a poolSize of 7 or less.",
        () => Orders(AuroraCapacity.Serverless(0.5, 1), maxClients: 20));

    [Fact]
    public async Task Refuses_numbers_out_of_range()
    {
        await Refuses("version is 13, but must be 14 to 17.", () => Orders(Large, version: 13));
        await Refuses("readers is 16, but must be 0 to 15.", () => Orders(Large, readers: 16));
        await Refuses("backupDays is 36, but must be 1 to 35.", () => Orders(Large, backupDays: 36));
    }

    private static async Task Refuses(string sentence, Action build) =>
        Assert.Contains($"AuroraDatabase 'orders': {sentence}", await Sandbox.Refusal(build), StringComparison.Ordinal);
}
