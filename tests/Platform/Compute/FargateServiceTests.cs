using System.Collections.Immutable;
using System.Text.Json;
using Platform.Components.Compute;
using Platform.Components.Scheduling;

namespace Platform.Tests.Compute;

public class FargateServiceTests
{
    private static readonly WorkingHours Day = new(new TimeOnly(6, 0), new TimeOnly(19, 0));

    private static readonly Connection Database = new()
    {
        Name = "database",
        ClientSecurityGroupId = "sg-database-client",
        ServerSecurityGroupId = "sg-database",
        Port = 5432,
        Cidr = "10.99.0.0/16",
        SecretKeyArn = "arn:key/secrets",
        LiveSecretArns = ["arn:secret/database"],
        Environment = ImmutableDictionary<string, Input<string>>.Empty.Add("DATABASE_HOST", "db.example"),
    };

    private static readonly Connection Cache = new()
    {
        Name = "cache",
        ClientSecurityGroupId = "sg-cache-client",
        ServerSecurityGroupId = "sg-cache",
        Port = 6379,
        Cidr = "10.99.0.0/16",
        SecretKeyArn = "arn:key/secrets",
        Secrets = ImmutableDictionary<string, Input<string>>.Empty.Add("CACHE_PASSWORD", "arn:secret/cache"),
    };

    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() =>
        Golden.Check("service", Golden.Full(await Sandbox.Run(() => Service(uses: [Database, Cache], hours: Day, repository: "arn:repository", spot: 100))));

    [Fact]
    public async Task Runs_without_rights_on_a_disk_it_cannot_write_to()
    {
        var container = Container(await Sandbox.Run(() => Service()));

        Assert.True(container.GetProperty("readonlyRootFilesystem").GetBoolean());
        Assert.False(container.GetProperty("privileged").GetBoolean());
        Assert.Equal("10001:10001", container.GetProperty("user").GetString());
        Assert.Equal("ALL", container.GetProperty("linuxParameters").GetProperty("capabilities").GetProperty("drop")[0].GetString());
        Assert.Equal(120, container.GetProperty("stopTimeout").GetInt32());
    }

    [Fact]
    public async Task Is_reached_through_its_load_balancer_only()
    {
        var plan = await Sandbox.Run(() => Service());

        var rule = plan.Only("SecurityGroupIngressRule");
        Assert.Equal(("sg-entry", 8080.0, 8080.0), (rule["referencedSecurityGroupId"], rule["fromPort"], rule["toPort"]));
        Assert.Equal(false, plan.Only("Service")["networkConfiguration.assignPublicIp"]);
        Assert.Equal("SecurityGroup:app", plan.Named("SecurityGroupEgressRule", "app-entry")["referencedSecurityGroupId"]);
    }

    [Fact]
    public async Task May_do_what_its_connections_say_and_nothing_else()
    {
        var alone = await Sandbox.Run(() => Service());
        var connected = await Sandbox.Run(() => Service(uses: [Database, Cache]));

        Assert.Equal("app-start", Assert.Single(alone.Of("RolePolicy")).Name);
        var run = (string)connected.Named("RolePolicy", "app-run")["policy"]!;
        var start = (string)connected.Named("RolePolicy", "app-start")["policy"]!;
        Assert.Contains("arn:secret/database", run, StringComparison.Ordinal);
        Assert.DoesNotContain("arn:secret/cache", run, StringComparison.Ordinal);
        Assert.Contains("arn:secret/cache", start, StringComparison.Ordinal);
        Assert.DoesNotContain("arn:secret/database", start, StringComparison.Ordinal);
        Assert.DoesNotContain("ecr:", start, StringComparison.Ordinal);
        Assert.Equal(
            new object[] { "SecurityGroup:app", "sg-database-client", "sg-cache-client" },
            (ImmutableArray<object>)connected.Only("Service")["networkConfiguration.securityGroups"]!);
    }

    [Fact]
    public async Task Gets_secrets_by_arn_and_never_by_value()
    {
        var container = Container(await Sandbox.Run(() => Service(uses: [Cache, Database])));

        Assert.Equal("""[{"name":"CACHE_PASSWORD","valueFrom":"arn:secret/cache"}]""", container.GetProperty("secrets").GetRawText());
        Assert.Equal("""[{"name":"DATABASE_HOST","value":"db.example"}]""", container.GetProperty("environment").GetRawText());
    }

    [Fact]
    public async Task Goes_back_when_a_new_version_does_not_come_up()
    {
        var service = (await Sandbox.Run(() => Service())).Only("Service");

        Assert.Equal(true, service["deploymentCircuitBreaker.enable"]);
        Assert.Equal(true, service["deploymentCircuitBreaker.rollback"]);
        Assert.Equal((100.0, 200.0), (service["deploymentMinimumHealthyPercent"], service["deploymentMaximumPercent"]));
        Assert.Equal(true, service["waitForSteadyState"]);
    }

    [Theory]
    [InlineData(0, 0, "FARGATE 100 0")]
    [InlineData(50, 0, "FARGATE 50 0, FARGATE_SPOT 50 ")]
    [InlineData(100, 0, "FARGATE_SPOT 100 ")]
    [InlineData(100, 2, "FARGATE 0 2, FARGATE_SPOT 100 ")]
    public async Task Buys_the_capacity_it_was_told_to(int spot, int onDemandBase, string capacity)
    {
        var service = (await Sandbox.Run(() => Service(spot: spot, onDemandBase: onDemandBase))).Only("Service");

        var strategies = ((ImmutableArray<object>)service["capacityProviderStrategies"]!).Cast<ImmutableDictionary<string, object>>();
        Assert.Equal(capacity, string.Join(", ", strategies.Select(s => $"{s["capacityProvider"]} {s["weight"]} {s.GetValueOrDefault("base")}")));
    }

    [Fact]
    public async Task Sleeps_out_of_working_hours_when_told()
    {
        var plan = await Sandbox.Run(() => Service(hours: Day));

        Assert.Equal("cron(0 19 ? * * *)", plan.Named("ScheduledAction", "app-end")["schedule"]);
        Assert.Equal(0.0, plan.Named("ScheduledAction", "app-end")["scalableTargetAction.maxCapacity"]);
        Assert.Equal("cron(0 6 ? * MON-FRI *)", plan.Named("ScheduledAction", "app-begin")["schedule"]);
        Assert.Equal(3.0, plan.Named("ScheduledAction", "app-begin")["scalableTargetAction.maxCapacity"]);
        Assert.Empty((await Sandbox.Run(() => Service())).Of("ScheduledAction"));
    }

    [Fact]
    public async Task Refuses_what_fargate_would_refuse_later()
    {
        Assert.Contains("FargateService 'app': cpu is 300, but must be one of 256,", await Sandbox.Refusal(() => Service(cpu: 300)), StringComparison.Ordinal);
        Assert.Contains("memory is 4096, but with cpu 256 it must be 512, 1024, 2048.", await Sandbox.Refusal(() => Service(memory: 4096)), StringComparison.Ordinal);
        Assert.Contains("image is 'shop:latest', but must end in a digest", await Sandbox.Refusal(() => Service(image: "shop:latest")), StringComparison.Ordinal);
        Assert.Contains("minTasks is 0, but must be 1 to 5000.", await Sandbox.Refusal(() => Service(min: 0)), StringComparison.Ordinal);
        Assert.Contains("maxTasks is 3, but must be 4 to 5000.", await Sandbox.Refusal(() => Service(min: 4)), StringComparison.Ordinal);
        Assert.Contains("spotPercent is 101, but must be 0 to 100.", await Sandbox.Refusal(() => Service(spot: 101)), StringComparison.Ordinal);
        Assert.Contains("onDemandBase is 4, but must be 0 to 3.", await Sandbox.Refusal(() => Service(onDemandBase: 4)), StringComparison.Ordinal);
        Assert.Contains(
            "uses 5 connections, but a task holds 5 security groups",
            await Sandbox.Refusal(() => Service(uses: [Cache, Cache, Cache, Cache, Cache])), StringComparison.Ordinal);
    }

    private static JsonElement Container(Sandbox plan) => JsonElement.Parse((string)plan.Only("TaskDefinition")["containerDefinitions"]!)[0];

    private static FargateService Service(
        string image = Given.Image,
        int cpu = 256,
        int memory = 512,
        int min = 1,
        IReadOnlyList<Connection>? uses = null,
        WorkingHours? hours = null,
        string? repository = null,
        int? spot = null,
        int? onDemandBase = null) => new("app", new()
        {
            Network = Given.Network,
            ClusterName = "cluster",
            Target = Given.Target,
            Image = image,
            RepositoryArn = repository is null ? null : (Input<string>)repository,
            Cpu = cpu,
            Memory = memory,
            MinTasks = min,
            MaxTasks = 3,
            SpotPercent = spot,
            OnDemandBase = onDemandBase,
            Uses = uses ?? [],
            Environment = new Dictionary<string, string>(),
            LogKeyArn = "arn:key/logs",
            LogRetentionDays = 14,
            WorkingHours = hours,
        });
}
