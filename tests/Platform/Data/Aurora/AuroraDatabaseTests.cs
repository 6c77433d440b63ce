using System.Collections.Immutable;
using Platform.Components.Data.Aurora;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Observability.Signals;
using Platform.Components.Scheduling;
using Platform.Tests.Identity;
using Platform.Tests.Stacks;
using static Platform.Tests.Data.Aurora.GivenAurora;

namespace Platform.Tests.Data.Aurora;

/// <summary>A Postgres on Aurora, by what is sent to the provider.</summary>
public class AuroraDatabaseTests
{
    private static readonly AuroraCapacity Units = AuroraCapacity.Serverless(0.5, 8);
    private static readonly WorkingHours Day = new(new TimeOnly(6, 0), new TimeOnly(19, 0));

    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() =>
        Golden.Check("aurora", Golden.Full(await Sandbox.Run(() => Orders(Units, readers: 1, longInsights: true))));

    [Fact]
    public async Task Registers_exactly_what_the_golden_file_of_a_global_one_says() => Golden.Check("aurora-global", Golden.Full(await Sandbox.Run(() =>
    {
        var first = Orders(AuroraCapacity.Of("db.r7g.large"), readers: 2, credentials: CredentialMode.SelfManaged, leads: true, ioOptimized: true);
        Orders(AuroraCapacity.Of("db.r7g.large"), name: "orders-2", credentials: CredentialMode.SelfManaged, follows: first.GlobalId!, secretArn: "arn:copy");
    })));

    [Fact]
    public async Task Is_reached_by_those_who_hold_its_connection_only_encrypted_and_over_tls()
    {
        var plan = await Sandbox.Run(() => Orders(Units));

        var cluster = plan.Only("Cluster");
        Assert.Equal(("SecurityGroup:orders-client", 5432.0), (plan.Only("SecurityGroupIngressRule")["referencedSecurityGroupId"], plan.Only("SecurityGroupIngressRule")["toPort"]));
        Assert.Equal(("SecurityGroup:orders", "isolated-a"), (cluster["vpcSecurityGroupIds.0"], plan.Only("SubnetGroup")["subnetIds.0"]));
        Assert.Equal((true, "arn:key/data", "arn:key/data"), (cluster["storageEncrypted"], cluster["kmsKeyId"], cluster["performanceInsightsKmsKeyId"]));
        Assert.All(plan.Of("ClusterInstance"), member => Assert.Equal(false, member["publiclyAccessible"]));
        var settings = ((ImmutableArray<object>)plan.Only("ClusterParameterGroup")["parameters"]!).Cast<ImmutableDictionary<string, object>>();
        Assert.Equal("1", Assert.Single(settings, setting => setting["name"] is "rds.force_ssl")["value"]);
        Assert.Equal("name-of-ClusterParameterGroup:orders", cluster["dbClusterParameterGroupName"]);
    }

    [Theory]
    [InlineData(null, true, "platform-dev-orders-final"), InlineData(false, false, null)]
    public async Task Survives_an_attempt_to_delete_it_unless_told(bool? isProtected, bool guarded, string? snapshot)
    {
        var cluster = (await Sandbox.Run(() => Orders(Units, isProtected: isProtected))).Only("Cluster");

        Assert.Equal((guarded, !guarded, !guarded), (cluster["deletionProtection"], cluster["skipFinalSnapshot"], cluster["deleteAutomatedBackups"]));
        Assert.Equal((snapshot, 7.0), (cluster["finalSnapshotIdentifier"], cluster["backupRetentionPeriod"]));
    }

    [Fact]
    public async Task Grows_between_two_sizes_and_sleeps_when_it_may_be_nothing()
    {
        var awake = (await Sandbox.Run(() => Orders(Units))).Only("Cluster");
        var sleepy = await Sandbox.Run(() => Orders(AuroraCapacity.Serverless(0, 4, pauseSeconds: 600)));

        Assert.Equal((0.5, 8.0, null), (awake["serverlessv2ScalingConfiguration.minCapacity"], awake["serverlessv2ScalingConfiguration.maxCapacity"], awake["serverlessv2ScalingConfiguration.secondsUntilAutoPause"]));
        Assert.Equal(600.0, sleepy.Only("Cluster")["serverlessv2ScalingConfiguration.secondsUntilAutoPause"]);
        Assert.Equal("db.serverless", sleepy.Only("ClusterInstance")["instanceClass"]);
    }

    [Fact]
    public async Task Has_a_writer_and_readers_whose_names_do_not_know_who_writes()
    {
        AuroraDatabase database = null!;
        var plan = await Sandbox.Run(() => database = Orders(AuroraCapacity.Of("db.r7g.large"), readers: 2, ioOptimized: true));

        Assert.Equal(["orders-instance-1", "orders-instance-2", "orders-instance-3"], plan.Of("ClusterInstance").Select(member => member.Name));
        Assert.Equal([0.0, 1.0, 2.0], plan.Of("ClusterInstance").Select(member => (double)member["promotionTier"]!));
        Assert.Equal("aurora-iopt1", plan.Only("Cluster")["storageType"]);
        Assert.Equal("orders.cluster.example", await Host(database.Connection.Environment["DATABASE_HOST"]));
        Assert.Equal("orders.cluster-ro.example", await Host(database.Readers!.Environment["READER_HOST"]));
    }

    [Fact]
    public async Task Keeps_its_password_with_RDS_or_with_us_and_then_rotates_it()
    {
        var managed = await Sandbox.Run(() => Orders(Units));
        var ours = await Sandbox.Run(() => Orders(Units, credentials: CredentialMode.SelfManaged));

        Assert.Equal((true, null), (managed.Only("Cluster")["manageMasterUserPassword"], managed.Only("Cluster")["masterPassword"]));
        Assert.Empty(managed.Of("Function"));
        Assert.Equal("rate(30 days)", ours.Only("SecretRotation")["rotationRules.scheduleExpression"]);
        var rights = string.Concat(IamActions.Statements(ours).Where(entry => entry.Resource == "orders-rotation").Select(entry => entry.Statement.GetRawText()));
        Assert.Contains("\"Action\":[\"rds:ModifyDBCluster\"],\"Resource\":[\"arn:Cluster:orders\"]", rights, StringComparison.Ordinal);
        Assert.Empty(IamActions.Unknown(ours));
    }

    [Fact]
    public async Task A_cluster_that_follows_is_told_neither_user_nor_database_and_how_far_behind_is_watched()
    {
        AuroraDatabase second = null!;
        var plan = await Sandbox.Run(() => second = Orders(AuroraCapacity.Of("db.r7g.large"), credentials: CredentialMode.SelfManaged, follows: "global-id", secretArn: "arn:copy"));

        var cluster = plan.Only("Cluster");
        Assert.Equal("global-id", cluster["globalClusterIdentifier"]);
        Assert.All(new[] { "masterUsername", "masterPassword", "databaseName", "manageMasterUserPassword" }, input => Assert.Null(cluster[input]));
        Assert.Empty(plan.Of("SecretRotation"));
        Assert.Equal(Severity.Critical, Assert.Single(second.Signals, signal => signal.Key == "recovery-point").Severity);
    }

    [Fact]
    public async Task Tells_of_capacity_connections_and_readers_by_its_size()
    {
        AuroraDatabase units = null!, large = null!;
        await Sandbox.Run(() => units = Orders(Units, readers: 1));
        await Sandbox.Run(() => large = Orders(AuroraCapacity.Of("db.r7g.large")));

        Assert.Equal(7.5, Assert.Single(units.Signals, signal => signal.Key == "capacity-full").Limit.Value);
        Assert.Equal(1335, Assert.Single(units.Signals, signal => signal.Key == "connections").Limit.Value);
        Assert.Contains(units.Signals, signal => signal.Key == "reader-lag");
        Assert.DoesNotContain(large.Signals, signal => signal.Key is "reader-lag" or "capacity-full");
        Assert.Contains(large.Signals, signal => signal.Key == "memory");
        Assert.All(units.Signals.Concat(large.Signals), signal => Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", "runbooks", signal.Runbook + ".md")), signal.Runbook));
    }

    [Theory]
    [InlineData(1, 1, 189), InlineData(1, 4, 823), InlineData(1, 8, 1669), InlineData(1, 16, 3360), InlineData(1, 64, 5000), InlineData(0.5, 64, 2000), InlineData(0, 4, 823)]
    public void Lets_in_as_many_as_the_table_of_Aurora_says(double min, double max, int connections) =>
        Assert.Equal(connections, AuroraCapacity.Serverless(min, max).Connections);

    [Fact]
    public async Task Is_stopped_at_night_as_a_cluster()
    {
        var plan = await Sandbox.Run(() => Orders(Units, hours: Day));

        Assert.Equal("arn:aws:scheduler:::aws-sdk:rds:stopDBCluster", plan.Named("Schedule", "orders-stop")["target.arn"]);
        Assert.Equal("""{"DbClusterIdentifier":"platform-dev-orders"}""", plan.Named("Schedule", "orders-stop")["target.input"]);
        Assert.Contains("\"rds:StartDBCluster\",\"rds:StopDBCluster\"", (string)plan.Named("RolePolicy", "orders-hours")["policy"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_restored_from_a_snapshot_without_saying_what_came_with_it()
    {
        var cluster = (await Sandbox.Run(() => Orders(Units, snapshot: "friday"))).Only("Cluster");

        Assert.Equal(("friday", null, null, true), (cluster["snapshotIdentifier"], cluster["databaseName"], cluster["masterUsername"], cluster["manageMasterUserPassword"]));
    }

    [Theory]
    [InlineData("ECS", "dev"), InlineData("EKS", "staging"), InlineData("EC2", "prod")]
    public async Task An_environment_changes_to_it_by_one_line(string tier, string environment)
    {
        var (plan, _) = await Composition.Run(environment, tier, appUser: "app", aurora: Units);

        Assert.Equal("aws:rds/cluster:Cluster", Assert.Single(plan.Of("Cluster"), cluster => cluster.Name == "database").Type);
        Assert.DoesNotContain(plan.Of("Instance"), instance => instance.Type == "aws:rds/instance:Instance");
        var (_, right) = Assert.Single(IamActions.Statements(plan), entry => IamActions.Actions(entry.Statement).Contains("rds-db:connect"));
        Assert.Equal("""["arn:aws:rds-db:eu-west-1:111122223333:dbuser:cluster-of-database/app"]""", right.GetProperty("Resource").GetRawText());
        Assert.Empty(IamActions.Unknown(plan));
    }

    private static async Task<string> Host(Input<string> host)
    {
        var value = "";
        await Sandbox.Run(() => host.ToOutput().Apply(text => value = text));
        return value;
    }
}
