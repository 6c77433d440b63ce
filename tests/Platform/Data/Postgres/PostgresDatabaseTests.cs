using Platform.Components.Data.Postgres.Origins;
using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Credentials;
using static Platform.Tests.Data.Postgres.GivenDatabase;

namespace Platform.Tests.Data.Postgres;

public class PostgresDatabaseTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() =>
        Golden.Check("database", Golden.Full(await Sandbox.Run(() => Database(isProtected: false, hours: Day))));

    [Fact]
    public async Task Registers_exactly_what_the_golden_file_of_a_replicated_one_says() =>
        Golden.Check("database-replicated", Golden.Full(await Sandbox.Run(() => Database(
            credentials: CredentialMode.SelfManaged, replicated: true, longInsights: true, standby: true, seconds: 15))));

    [Fact]
    public async Task Is_reached_by_those_who_hold_its_connection_only()
    {
        var plan = await Sandbox.Run(() => Database());

        var rule = plan.Only("SecurityGroupIngressRule");
        Assert.Equal(("SecurityGroup:database-client", 5432.0), (rule["referencedSecurityGroupId"], rule["toPort"]));
        Assert.Equal(false, plan.Only("Instance")["publiclyAccessible"]);
        Assert.Equal("isolated-a", plan.Only("SubnetGroup")["subnetIds.0"]);
        Assert.Equal("SecurityGroup:database", plan.Only("Instance")["vpcSecurityGroupIds.0"]);
    }

    [Fact]
    public async Task Encrypts_and_forces_tls()
    {
        var plan = await Sandbox.Run(() => Database());

        Assert.Equal(true, plan.Only("Instance")["storageEncrypted"]);
        Assert.Equal("arn:key/data", plan.Only("Instance")["kmsKeyId"]);
        Assert.Equal("arn:key/data", plan.Only("Instance")["performanceInsightsKmsKeyId"]);
        Assert.Contains("rds.force_ssl: 1", Golden.Full(plan).Replace("name: rds.force_ssl, value:", "rds.force_ssl:", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_carries_a_password_when_rds_keeps_it()
    {
        var plan = await Sandbox.Run(() => Database());

        Assert.Equal(true, plan.Only("Instance")["manageMasterUserPassword"]);
        Assert.Null(plan.Only("Instance")["password"]);
        Assert.Empty(plan.Of("RandomPassword"));
    }

    [Theory]
    [InlineData(null, true, "platform-dev-database-final"), InlineData(true, true, "platform-dev-database-final"), InlineData(false, false, null)]
    public async Task Survives_an_attempt_to_delete_it_unless_told(bool? isProtected, bool guarded, string? snapshot)
    {
        var instance = (await Sandbox.Run(() => Database(isProtected: isProtected))).Only("Instance");

        Assert.Equal(guarded, instance["deletionProtection"]);
        Assert.Equal(!guarded, instance["skipFinalSnapshot"]);
        Assert.Equal(!guarded, instance["deleteAutomatedBackups"]);
        Assert.Equal(snapshot, instance["finalSnapshotIdentifier"]);
    }

    [Fact]
    public async Task Writes_its_logs_to_groups_that_exist_encrypted_before_it()
    {
        var plan = await Sandbox.Run(() => Database());

        Assert.Equal(
            ["/aws/rds/instance/platform-dev-database/postgresql", "/aws/rds/instance/platform-dev-database/upgrade"],
            plan.Of("LogGroup").Select(group => (string)group["name"]!));
        Assert.All(plan.Of("LogGroup"), group => Assert.Equal("arn:key/logs", group["kmsKeyId"]));
    }

    [Fact]
    public async Task Stops_every_evening_and_starts_before_people_come()
    {
        var plan = await Sandbox.Run(() => Database(hours: Day));

        Assert.Equal("cron(0 19 ? * * *)", plan.Named("Schedule", "database-stop")["scheduleExpression"]);
        Assert.Equal("cron(40 5 ? * MON-FRI *)", plan.Named("Schedule", "database-start")["scheduleExpression"]);
        Assert.Contains(
            "'Action':['rds:StartDBInstance','rds:StopDBInstance'],'Resource':['arn:Instance:database']".Replace('\'', '"'),
            (string)plan.Named("RolePolicy", "database-hours")["policy"]!, StringComparison.Ordinal);
        Assert.Equal("07:00-08:00", plan.Only("Instance")["backupWindow"]);
        Assert.Equal("tue:08:00-tue:09:00", plan.Only("Instance")["maintenanceWindow"]);
    }

    [Fact]
    public async Task Refuses_more_clients_than_it_lets_in_and_shows_the_sizing()
    {
        var refusal = await Sandbox.Refusal(() => Database(maxClients: 12));

        Assert.Contains(
            "PostgresDatabase 'database': maxClients 12 with 10 connections each are 120, but db.t4g.micro lets in 107, of which 80 % (85) may be planned. "
            + "Choose a larger class, a poolSize of 7 or less, or put a pool in front (pooled).",
            refusal, StringComparison.Ordinal);
        Assert.Single((await Sandbox.Run(() => Database(maxClients: 8))).Of("Instance"));
        Assert.Single((await Sandbox.Run(() => Database(maxClients: 12, pooled: true))).Of("Instance"));
    }

    [Fact]
    public async Task Stands_behind_a_pool_that_takes_nine_tenths_of_its_connections()
    {
        PostgresDatabase? database = null;
        var plan = await Sandbox.Run(() => database = Database(pooled: true));

        var proxy = plan.Only("Proxy");
        Assert.Equal((true, 1800.0, "POSTGRESQL"), (proxy["requireTls"], proxy["idleClientTimeout"], proxy["engineFamily"]));
        Assert.Equal(("SecurityGroup:database-proxy", "SecurityGroup:database-client"), (proxy["vpcSecurityGroupIds.0"], proxy["vpcSecurityGroupIds.1"]));
        var pool = plan.Only("ProxyDefaultTargetGroup");
        Assert.Equal(
            (90.0, 50.0, 120.0),
            (pool["connectionPoolConfig.maxConnectionsPercent"], pool["connectionPoolConfig.maxIdleConnectionsPercent"], pool["connectionPoolConfig.connectionBorrowTimeout"]));
        Assert.Contains("\"Resource\":[\"arn:secret/database\"]", (string)plan.Named("RolePolicy", "database-proxy")["policy"]!, StringComparison.Ordinal);
        Assert.Equal(5432, database!.Connection.Port);
    }

    [Fact]
    public async Task Is_restored_from_a_snapshot_or_to_a_second_without_saying_what_came_with_it()
    {
        var snapshot = (await Sandbox.Run(() => Database(origin: DatabaseOrigin.Snapshot("friday")))).Only("Instance");
        var moment = (await Sandbox.Run(() => Database(origin: DatabaseOrigin.PointInTime("arn:backups", "2026-11-21T04:30:00Z")))).Only("Instance");
        var latest = (await Sandbox.Run(() => Database(origin: DatabaseOrigin.PointInTime("arn:backups")))).Only("Instance");

        Assert.Equal("friday", snapshot["snapshotIdentifier"]);
        Assert.Equal(("arn:backups", "2026-11-21T04:30:00Z"), (moment["restoreToPointInTime.sourceDbInstanceAutomatedBackupsArn"], moment["restoreToPointInTime.restoreTime"]));
        Assert.Equal(true, latest["restoreToPointInTime.useLatestRestorableTime"]);
        Assert.All(new[] { snapshot, moment, latest }, instance =>
        {
            Assert.Equal((null, null, "postgres"), (instance["username"], instance["dbName"], instance["engine"]));
            Assert.Equal(true, instance["manageMasterUserPassword"]);
        });
    }

    [Fact]
    public async Task Refuses_windows_that_overlap_are_too_short_or_find_it_stopped()
    {
        Assert.Contains(
            "backup window 02:00-03:00 and maintenance window 02:30-03:30 overlap, which RDS refuses; move one of them.",
            await Sandbox.Refusal(() => Database(maintenance: "02:30-03:30")), StringComparison.Ordinal);
        Assert.Contains(
            "backup window 02:00-02:20 or maintenance window 03:00-04:00 is shorter than 30 minutes",
            await Sandbox.Refusal(() => Database(backup: "02:00-02:20")), StringComparison.Ordinal);
        Assert.Contains(
            "backup window 02:00-03:00 and maintenance window 08:00-09:00 must lie within working hours 06:00-19:00",
            await Sandbox.Refusal(() => Database(backup: "02:00-03:00", hours: Day)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_numbers_out_of_range()
    {
        Assert.Contains("version is 13, but must be 14 to 18.", await Sandbox.Refusal(() => Database(version: 13)), StringComparison.Ordinal);
        Assert.Contains("storageGiB is 10, but must be 20 to 16384.", await Sandbox.Refusal(() => Database(storage: 10)), StringComparison.Ordinal);
        Assert.Contains("maxStorageGiB is 200, but must be 40 to 100.", await Sandbox.Refusal(() => Database(maxStorage: 200)), StringComparison.Ordinal);
        Assert.Contains("maxStorageGiB is 70000, but must be 32768 to 65536.", await Sandbox.Refusal(() => Database(storage: 16_384, maxStorage: 70_000)), StringComparison.Ordinal);
        Assert.Contains("readReplicas is 16, but must be 0 to 15.", await Sandbox.Refusal(() => Database(credentials: CredentialMode.SelfManaged, readers: 16)), StringComparison.Ordinal);
        Assert.Contains("backupDays is 0, but must be 1 to 35.", await Sandbox.Refusal(() => Database(backupDays: 0)), StringComparison.Ordinal);
        Assert.Contains("monitoringSeconds is 20, but must be one of 1, 5,", await Sandbox.Refusal(() => Database(seconds: 20)), StringComparison.Ordinal);
        Assert.Contains(
            "instanceClass is 't4g.micro', but must name a database class such as db.t4g.micro.",
            await Sandbox.Refusal(() => Database(instanceClass: "t4g.micro")), StringComparison.Ordinal);
    }
}
