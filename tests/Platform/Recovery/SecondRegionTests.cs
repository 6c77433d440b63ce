using System.Collections.Concurrent;
using Platform.Infra.Settings;
using Platform.Stacks;
using Platform.Stacks.Settings;
using Platform.Tests.Identity;
using Platform.Tests.Infra;

namespace Platform.Tests.Recovery;

/// <summary>The second region of production, by what is sent to its provider.</summary>
public class SecondRegionTests
{
    private static readonly ConcurrentDictionary<(string Strategy, string Active), Lazy<Task<Sandbox>>> Plans = new();

    [Theory]
    [InlineData("backupRestore", "eu-west-1", 0, 0, 0)]
    [InlineData("pilotLight", "eu-west-1", 1, 1, 0)]
    [InlineData("pilotLight", "eu-central-1", 1, 1, 1)]
    [InlineData("warmStandby", "eu-west-1", 1, 1, 1)]
    [InlineData("activeActive", "eu-west-1", 1, 1, 1)]
    public async Task Builds_as_much_of_the_second_region_as_the_strategy_says(string strategy, string active, int networks, int databases, int clusters)
    {
        var there = (await Prod(strategy, active)).Registered.Where(IsInSecond).ToLookup(resource => resource.Type.Split(':')[^1]);

        Assert.Equal((networks, databases, clusters), (there["Vpc"].Count(), there["Instance"].Count(), there["Cluster"].Count()));
        Assert.Equal((4, 1), (there["ReplicaKey"].Count(), there["Repository"].Count()));
        Assert.Equal(clusters, there["ReplicationGroup"].Count());
    }

    [Theory]
    [InlineData("warmStandby", "eu-west-1", 2.0), InlineData("warmStandby", "eu-central-1", 3.0), InlineData("activeActive", "eu-west-1", 3.0)]
    public async Task Runs_the_application_at_the_size_of_its_role(string strategy, string active, double pods)
    {
        var plan = await Prod(strategy, active);

        Assert.Equal(pods, plan.Named("HorizontalPodAutoscaler", "second-app")["spec.minReplicas"]);
        Assert.Equal(3.0, plan.Named("HorizontalPodAutoscaler", "app")["spec.minReplicas"]);
        Assert.StartsWith("333344445555.dkr.ecr.eu-central-1.amazonaws.com/", (string)plan.Named("Deployment", "second-app")["spec.template.spec.containers.0.image"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replica_is_told_its_source_key_and_place_and_nothing_it_inherits()
    {
        var replica = (await Prod("warmStandby", "eu-west-1")).Named("Instance", "database-2");

        Assert.Equal(("arn:Instance:database", "arn:ReplicaKey:second-keys-data"), (replica["replicateSourceDb"], replica["kmsKeyId"]));
        Assert.Equal(("SubnetGroup:database-2", "SecurityGroup:database-2"), (((string)replica["dbSubnetGroupName"]!)["name-of-".Length..], replica["vpcSecurityGroupIds.0"]));
        Assert.Equal((35.0, true, true), (replica["backupRetentionPeriod"], replica["deletionProtection"], replica["storageEncrypted"]));
        foreach (var inherited in (string[])["engine", "engineVersion", "engineLifecycleSupport", "username", "password", "manageMasterUserPassword", "dbName", "allocatedStorage"])
        {
            Assert.Null(replica[inherited]);
        }
    }

    [Theory]
    [InlineData("eu-west-1"), InlineData("eu-central-1")]
    public async Task Each_application_signs_in_to_the_database_of_its_own_region_only(string active)
    {
        var settings = Settings("warmStandby", active, 2, "10.23.0.0/16");
        var own = settings with { Platform = settings.Platform with { Database = settings.Platform.Database with { AppUser = "app" } } };
        var plan = await Sandbox.Run(() => _ = new ProdStack(own));

        var rights = IamActions.Statements(plan)
            .Where(entry => IamActions.Actions(entry.Statement).Contains("rds-db:connect"))
            .ToDictionary(entry => entry.Resource, entry => Assert.Single(entry.Statement.GetProperty("Resource").EnumerateArray()).GetString()!);
        Assert.Equal(["app", "second-app"], rights.Keys.Order(StringComparer.Ordinal));
        Assert.EndsWith(":dbuser:db-of-database/app", rights["app"], StringComparison.Ordinal);
        Assert.EndsWith(":dbuser:db-of-database-2/app", rights["second-app"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_the_secret_of_the_database_under_the_key_of_the_other_region()
    {
        var plan = await Prod("warmStandby", "eu-west-1");

        var secret = plan.Named("Secret", "database");
        Assert.Equal(("eu-central-1", "arn:ReplicaKey:second-keys-secrets"), (secret["replicas.0.region"], secret["replicas.0.kmsKeyId"]));
        Assert.DoesNotContain(plan.Of("Secret"), other => other.Name == "database-2");
    }

    [Fact]
    public async Task Copies_the_automated_backups_where_nothing_follows()
    {
        var copies = (await Prod("backupRestore", "eu-west-1")).Only("InstanceAutomatedBackupsReplication");

        Assert.Equal(
            ("arn:Instance:database", "arn:ReplicaKey:second-keys-data", "eu-central-1", 35.0),
            (copies["sourceDbInstanceArn"], copies["kmsKeyId"], copies["region"], copies["retentionPeriod"]));
    }

    [Fact]
    public async Task Serves_reads_from_either_side_and_writes_from_the_active_one()
    {
        var (waiting, active) = (await Prod("warmStandby", "eu-west-1"), await Prod("warmStandby", "eu-central-1"));

        Assert.Equal("application", waiting.Only("Distribution")["originGroups.0.members.0.originId"]);
        Assert.Equal("standby", active.Only("Distribution")["originGroups.0.members.0.originId"]);
        Assert.Equal("second-origin.shop.example.com", waiting.Only("Distribution")["origins.1.domainName"]);
        Assert.Contains(waiting.Of("Certificate"), certificate => certificate["region"] is "eu-central-1");
    }

    [Fact]
    public async Task Promotes_after_somebody_approved_in_whichever_region_takes_over()
    {
        var plan = (await Prod("warmStandby", "eu-west-1")).Named("Plan", "failover");

        Assert.Equal(("activePassive", 120.0), (plan["recoveryApproach"], plan["recoveryTimeObjectiveMinutes"]));
        foreach (var (index, region) in new[] { (0, "eu-west-1"), (1, "eu-central-1") })
        {
            Assert.Equal(region, plan[$"workflows.{index}.workflowTargetRegion"]);
            Assert.Equal("ManualApproval", plan[$"workflows.{index}.steps.0.executionBlockType"]);
            Assert.Equal("RdsPromoteReadReplica", plan[$"workflows.{index}.steps.1.executionBlockType"]);
            Assert.Equal("arn:Instance:database-2", plan[$"workflows.{index}.steps.1.rdsPromoteReadReplicaConfigs.0.dbInstanceArnMap.eu-central-1"]);
        }
    }

    [Theory]
    [InlineData("eu-west-1", true), InlineData("eu-central-1", false)]
    public async Task Tells_of_a_lag_while_a_database_follows(string active, bool follows)
    {
        var alarms = (await Prod("warmStandby", active)).Of("MetricAlarm").Where(alarm => alarm["metricName"] is "ReplicaLag").ToList();

        Assert.Equal(follows, alarms.Count > 0);
        Assert.All(alarms, alarm => Assert.True(alarm["threshold"] is 0.0 or > 300.0 and <= 900.0));      // below zero: nothing follows
        Assert.All(alarms, alarm => Assert.True(IsInSecond(alarm)));
    }

    [Fact]
    public async Task Copies_images_both_ways_and_scans_them_for_ever_in_both()
    {
        var plan = await Prod("warmStandby", "eu-west-1");

        Assert.Equal(["eu-west-1", "eu-central-1"], plan.Of("ReplicationConfiguration").OrderByDescending(way => way.Name).Select(way => (string)way["replicationConfiguration.rules.0.destinations.0.region"]!));
        Assert.Superset(new HashSet<object?> { "eu-west-1", "eu-central-1" }, plan.Of("RegistryScanningConfiguration").Select(scan => scan["region"]).ToHashSet());
        Assert.Single(plan.Of("Repository").Select(repository => repository["name"]).Distinct());
    }

    [Fact]
    public void Refuses_addresses_that_overlap_the_home_region() => Assert.Equal(
        "Pulumi.prod.yaml, platform:recovery.cidr is '10.22.0.0/16', which overlaps platform:network.cidr '10.22.0.0/16'; set addresses of its own",
        Refusal("warmStandby", "eu-west-1", 2, "10.22.0.0/16"));

    [Fact]
    public void Refuses_copies_of_images_that_nobody_in_the_account_would_make()
    {
        var call = StackFile.Read("prod");
        ClusteredSettings Read(string baseline) => SettingsReader.Clustered(call with { Config = call.Config.ToDictionary().With("platform:baseline", baseline) });

        Assert.Equal(
            "Pulumi.prod.yaml, platform:recovery.region is 'eu-central-1', but only dev, platform:baseline.owner, sets what the registry copies there; "
                + "make prod the owner, or name in platform:baseline.adopt.imageCopies who copies its images",
            Assert.Throws<RunException>(() => Read("""{"owner":"dev"}""")).Message);
        Assert.NotNull(Read("""{"owner":"dev","adopt":{"imageCopies":"stack images"}}""").Recovery);
        Assert.NotNull(Read("""{"owner":"dev","skip":{"imageCopies":"the pipeline pushes to both regions"}}""").Recovery);
    }

    [Fact]
    public void Refuses_to_move_to_a_region_without_a_database() => Assert.Contains(
        "platform:recovery.databases cannot be: activeRegion is 'eu-central-1', but databases is 1",
        Refusal("warmStandby", "eu-central-1", 1, "10.23.0.0/16"), StringComparison.Ordinal);

    [Fact]
    public void Refuses_a_third_region_as_the_active_one() => Assert.Contains(
        "platform:recovery.activeRegion is 'us-east-1', but is not of the right form; set eu-west-1 or eu-central-1",
        Refusal("warmStandby", "us-east-1", 2, "10.23.0.0/16"), StringComparison.Ordinal);

    private static bool IsInSecond(Registration resource) => resource.Provider?.Contains("aws::second::", StringComparison.Ordinal) == true;

    private static string Refusal(string strategy, string active, int databases, string cidr) =>
        Assert.Throws<RunException>(() => Settings(strategy, active, databases, cidr)).Message;

    /// <summary>Production with a strategy and its active region, planned once.</summary>
    private static Task<Sandbox> Prod(string strategy, string active) => Plans.GetOrAdd(
        (strategy, active), key => new(() => Sandbox.Run(() => _ = new ProdStack(Settings(key.Strategy, key.Active, 2, "10.23.0.0/16"))))).Value;

    private static ClusteredSettings Settings(string strategy, string active, int databases, string cidr)
    {
        var call = StackFile.Read("prod");
        return SettingsReader.Clustered(call with
        {
            Config = call.Config.ToDictionary().With("platform:recovery",
                $$"""{"strategy":"{{strategy}}","region":"eu-central-1","activeRegion":"{{active}}","databases":{{databases}},"cidr":"{{cidr}}","zones":3,"nat":"single"}"""),
        });
    }
}

internal static class ConfigOfATest
{
    public static Dictionary<string, string> With(this Dictionary<string, string> config, string key, string value) => new(config) { [key] = value };
}
