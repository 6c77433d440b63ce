using System.Text.Json.Nodes;
using Platform.Components.Dns.HostedZones;

namespace Platform.Tests.Dns.HostedZones;

public class DnsZoneTests
{
    [Fact]
    public async Task A_zone_made_here_lets_only_ACM_issue_certificates_and_stays_changeable_when_us_east_1_is_lost()
    {
        var plan = await Sandbox.Run(() => new DnsZone("zone", new() { Domain = "example.com", SecurityContact = "sec@example.com" }));

        Assert.Equal(true, plan.Only("Zone")["enableAcceleratedRecovery"]);
        var caa = plan.Named("Record", "zone-caa");
        Assert.Equal(("CAA", "example.com"), (caa["type"], caa["name"]));
        Assert.Equal(("0 issue \"amazon.com\"", "0 iodef \"mailto:sec@example.com\""), (caa["records.0"], caa["records.1"]));
    }

    [Fact]
    public async Task An_adopted_zone_is_left_alone()
    {
        var plan = await Sandbox.Run(() => new DnsZone("zone", new() { Domain = "example.com", Source = ZoneSource.Adopt("Z1") }));

        Assert.DoesNotContain(plan.Registered, resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_private_zone_is_resolved_by_its_networks_only_and_has_no_public_settings()
    {
        var plan = await Sandbox.Run(() => new DnsZone("zone", new()
        {
            Domain = "internal.example.com",
            Source = ZoneSource.Private(new ZoneNetwork { VpcId = "vpc-1" }, new ZoneNetwork { VpcId = "vpc-2", Region = "us-west-2" }),
        }));

        var zone = plan.Only("Zone");
        Assert.Equal(("vpc-1", "vpc-2", "us-west-2"), (zone["vpcs.0.vpcId"], zone["vpcs.1.vpcId"], zone["vpcs.1.vpcRegion"]));
        Assert.Null(zone["enableAcceleratedRecovery"]);
        Assert.Empty(plan.Of("Record"));
    }

    [Fact]
    public async Task Signs_with_a_key_that_Route_53_may_use_for_this_zone_only_and_nobody_else()
    {
        var record = "";
        var plan = await Sandbox.Run(() =>
            new DnsZone("zone", new() { Domain = "example.com", Dnssec = true }).DsRecord.Apply(value => record = value));

        var key = plan.Only("Key");
        Assert.Equal(("ECC_NIST_P256", "SIGN_VERIFY", "us-east-1"), (key["customerMasterKeySpec"], key["keyUsage"], key["region"]));
        var signers = Statements(key["policy"]).Where(statement => statement!["Action"]!.ToJsonString().Contains("kms:Sign\"", StringComparison.Ordinal));
        var sign = Assert.Single(signers);
        Assert.Equal("dnssec-route53.amazonaws.com", (string)sign!["Principal"]!["Service"]!);
        Assert.Equal("arn:Zone:zone", (string)sign!["Condition"]!["ArnEquals"]!["aws:SourceArn"]!);
        Assert.Equal("zone-zone-id", plan.Only("HostedZoneDnsSec")["hostedZoneId"]);
        Assert.Equal("ds-record-of-zone", record);
    }

    [Fact]
    public async Task Logs_questions_in_us_east_1_where_only_Route_53_may_write_and_only_for_this_zone()
    {
        var plan = await Sandbox.Run(() => new DnsZone("zone", new()
        {
            Domain = "example.com",
            QueryLog = new DnsQueryLog { KeyArn = "key", RetentionDays = 30 },
        }));

        var group = plan.Only("LogGroup");
        Assert.Equal(("/aws/route53/example.com", "us-east-1", 30.0), (group["name"], group["region"], group["retentionInDays"]));
        var writes = Assert.Single(Statements(plan.Only("LogResourcePolicy")["policyDocument"]));
        Assert.Equal(["logs:CreateLogStream", "logs:PutLogEvents"], writes!["Action"]!.AsArray().Select(action => (string)action!));
        Assert.Equal("arn:LogGroup:zone-queries:*", (string)writes!["Resource"]![0]!);
        Assert.Equal("111122223333", (string)writes!["Condition"]!["StringEquals"]!["aws:SourceAccount"]!);
    }

    [Theory]
    [InlineData("final dot", "domain is 'example.com.', but must be a name such as www.example.com")]
    [InlineData("contact", "securityContact is 'nobody', but must be a mail address")]
    [InlineData("no network", "source is a private zone without a network")]
    [InlineData("adopted", "dnssec is set, but the zone is adopted. Set it where the zone is made, or create the zone here.")]
    [InlineData("private", "acceleratedRecovery is set, but the zone is private. Leave it out: nobody outside the networks asks.")]
    public async Task Refuses_what_Route_53_has_no_meaning_for(string which, string problem)
    {
        DnsZoneArgs args = which switch
        {
            "final dot" => new() { Domain = "example.com." },
            "contact" => new() { Domain = "example.com", SecurityContact = "nobody" },
            "no network" => new() { Domain = "example.com", Source = ZoneSource.Private() },
            "adopted" => new() { Domain = "example.com", Source = ZoneSource.Adopt("Z1"), Dnssec = true },
            _ => new() { Domain = "example.com", Source = ZoneSource.Private(new ZoneNetwork { VpcId = "vpc-1" }), AcceleratedRecovery = true },
        };

        Assert.Contains(problem, await Sandbox.Refusal(() => new DnsZone("zone", args)), StringComparison.Ordinal);
    }

    private static JsonArray Statements(object? policy) => JsonNode.Parse((string)policy!)!["Statement"]!.AsArray();
}
