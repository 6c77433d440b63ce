using Platform.Components.Accounts;
using Platform.Components.Dns;
using Platform.Components.Entry;
using Platform.Components.Network;
using Platform.Components.Security;
using Platform.Stacks.Parts;
using Platform.Stacks.Parts.Apps;
using Platform.Stacks.Settings;

namespace Platform.Tests.Stacks;

/// <summary>What is there already is used and not made again: network, zone, certificate, cluster.</summary>
public class AdoptionTests
{
    private static readonly Dictionary<string, ZoneSubnets> Subnets = new()
    {
        ["eu-west-1b"] = new("subnet-public-b", "subnet-private-b", "subnet-isolated-b"),
        ["eu-west-1a"] = new("subnet-public-a", "subnet-private-a", "subnet-isolated-a"),
    };

    [Fact]
    public async Task Everything_stands_in_the_network_that_is_there()
    {
        var plan = await Adopted();

        Assert.Empty(plan.Of("Vpc").Concat(plan.Of("Subnet")).Concat(plan.Of("RouteTable")));
        Assert.All(plan.Of("SecurityGroup"), group => Assert.Equal("vpc-foreign", group["vpcId"]));
        Assert.Equal(["subnet-private-a", "subnet-private-b"], (IEnumerable<object>)plan.Only("LoadBalancer")["subnets"]!);
        Assert.Equal(["subnet-private-a", "subnet-private-b"], (IEnumerable<object>)plan.Only("Service")["networkConfiguration.subnets"]!);
        Assert.All(plan.Of("SubnetGroup"), group => Assert.Equal(["subnet-isolated-a", "subnet-isolated-b"], (IEnumerable<object>)group["subnetIds"]!));
    }

    [Fact]
    public async Task The_certificate_that_is_there_is_served() =>
        Assert.Equal("arn:aws:acm:eu-west-1:111122223333:certificate/there", (await Adopted()).Named("Listener", "entry-https")["certificateArn"]);

    [Fact]
    public async Task Names_are_added_to_the_zone_that_is_there()
    {
        var plan = await Adopted();

        Assert.Empty(plan.Of("Zone"));
        var record = plan.Only("Record");
        Assert.Equal(("Z0123456789ABCDEFGHIJ", "shop.example.com"), (record["zoneId"], record["name"]));
    }

    [Fact]
    public async Task Tasks_run_in_the_cluster_that_is_there()
    {
        var plan = await Adopted();

        Assert.Empty(plan.Of("Cluster"));
        Assert.Equal("shared", plan.Only("Service")["cluster"]);
    }

    [Fact]
    public void A_network_of_one_zone_is_refused() => Assert.StartsWith(
        "subnets has 1 zones, but load balancers and databases need 2; name the subnets of another zone.",
        Assert.Throws<ArgumentException>(() => new ExistingNetwork("vpc-1", "10.0.0.0/16", Subnets.Take(1).ToDictionary())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Addresses_that_are_no_block_are_refused() => Assert.StartsWith(
        "cidr is '10.0.0.0', but must be a block of addresses, such as 10.20.0.0/16.",
        Assert.Throws<ArgumentException>(() => new ExistingNetwork("vpc-1", "10.0.0.0", Subnets)).Message,
        StringComparison.Ordinal);

    private static Task<Sandbox> Adopted() => Sandbox.Run(() =>
    {
        var account = new CloudAccount("account", new() { Region = "eu-west-1", Tags = new Dictionary<string, string>() });
        var keys = new KeyRing("keys", new(), account.Here);
        var network = new ExistingNetwork("vpc-foreign", "10.99.0.0/16", Subnets);
        var site = new Site(account, keys, network) { LogDays = 30, Protected = true, Tags = new Dictionary<string, string>() };

        var cache = site.Cache(new CacheSettings("8.1", "cache.t4g.micro"), nodes: 2, snapshotDays: 7);
        var database = site.Database(new DatabaseSettings(17, "db.t4g.micro", 20, 100), backupDays: 7, DatabaseLevel.Resilient);
        var app = new TasksApp(site, new TaskSettings(Given.Image, 256, 512, 1, 3), site.Images(), cache.Connection, database.Connection)
        {
            SpotPercent = 0, ExistingCluster = "shared",
        };
        var zone = site.Zone(new DomainSettings("shop.example.com", "example.com", "Z0123456789ABCDEFGHIJ"));
        var entry = site.Entry("arn:aws:acm:eu-west-1:111122223333:certificate/there", AllowedSource.CloudFront, app);
        app.Run(entry.Target);
        new DnsName("site", new() { Zone = zone, Hosts = ["shop.example.com"], Target = entry.Address }, site.Here);
    });
}
