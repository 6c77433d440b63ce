using Platform.Components.Dns;
using Platform.Components.Dns.HostedZones;
using Platform.Components.Observability.Signals;

namespace Platform.Tests.Dns;

public class DnsNameTests
{
    [Fact]
    public async Task Leads_to_a_distribution_over_both_IP_versions_without_asking_its_health()
    {
        var plan = await Sandbox.Run(() => Name(["example.com", "www.example.com"], DnsTarget.Distribution("d1.cloudfront.net", "Z2")));

        Assert.Equal(
            ["site-example.com-a", "site-example.com-aaaa", "site-www.example.com-a", "site-www.example.com-aaaa"],
            plan.Of("Record").Select(record => record.Name));
        var record = plan.Named("Record", "site-example.com-aaaa");
        Assert.Equal(("AAAA", "example.com"), (record["type"], record["name"]));
        Assert.Equal(
            ("d1.cloudfront.net", "Z2", false), (record["aliases.0.name"], record["aliases.0.zoneId"], record["aliases.0.evaluateTargetHealth"]));
    }

    [Fact]
    public async Task An_IPv4_load_balancer_gets_no_IPv6_record_and_is_asked_for_its_health()
    {
        var plan = await Sandbox.Run(() => Name(["origin.example.com"], LoadBalancer("lb")));

        Assert.Equal(("site-origin.example.com-a", true), (plan.Only("Record").Name, plan.Only("Record")["aliases.0.evaluateTargetHealth"]));
    }

    [Fact]
    public async Task Fails_over_after_three_probes_of_ten_seconds_and_tells_in_us_east_1()
    {
        IReadOnlyList<Signal> signals = [];
        var plan = await Sandbox.Run(() => signals = Name(["origin.example.com"], LoadBalancer("a"), new DnsFailover
        {
            Standby = LoadBalancer("b"),
            Probe = HealthProbe.Https("a.example.com"),
        }).Signals);

        var probe = plan.Only("HealthCheck");
        Assert.Equal(("HTTPS", 10.0, 3.0, "/healthz"), (probe["type"], probe["requestInterval"], probe["failureThreshold"], probe["resourcePath"]));
        var signal = Assert.Single(signals);
        Assert.Equal(("us-east-1", "HealthCheckStatus", Severity.Critical), (signal.Region, Assert.IsType<Metric>(signal.Measure).Name, signal.Severity));

        var primary = plan.Named("Record", "site-origin.example.com-a");
        var standby = plan.Named("Record", "site-origin.example.com-a-standby");
        Assert.Equal(
            ("primary", "PRIMARY", "HealthCheck:site-probe"),
            (primary["setIdentifier"], primary["failoverRoutingPolicies.0.type"], primary["healthCheckId"]));
        Assert.Equal(("secondary", "SECONDARY"), (standby["setIdentifier"], standby["failoverRoutingPolicies.0.type"]));
        Assert.Null(standby["healthCheckId"]);
    }

    [Fact]
    public async Task Sees_an_internal_load_balancer_through_an_alarm_and_takes_silence_for_no_news()
    {
        var plan = await Sandbox.Run(() => Name(["origin.example.com"], LoadBalancer("a"), new DnsFailover
        {
            Standby = LoadBalancer("b"),
            Probe = HealthProbe.Alarm("unhealthy", "eu-west-1"),
        }));

        var probe = plan.Only("HealthCheck");
        Assert.Equal(
            ("CLOUDWATCH_METRIC", "unhealthy", "eu-west-1", "LastKnownStatus"),
            (probe["type"], probe["cloudwatchAlarmName"], probe["cloudwatchAlarmRegion"], probe["insufficientDataHealthStatus"]));
    }

    [Fact]
    public async Task A_plain_name_is_remembered_for_60_seconds()
    {
        var plan = await Sandbox.Run(() => Name(["docs.example.com"], DnsTarget.Host("docs.example.net")));

        var record = plan.Named("Record", "site-docs.example.com-cname");
        Assert.Equal(("CNAME", 60.0, "docs.example.net"), (record["type"], record["ttl"], record["records.0"]));
    }

    [Fact]
    public async Task Refuses_a_CNAME_at_the_top_and_a_name_of_another_zone()
    {
        Assert.Contains("cannot be a CNAME. Lead it to a distribution or a load balancer.",
            await Sandbox.Refusal(() => Name(["example.com"], DnsTarget.Host("x.example.net"))), StringComparison.Ordinal);
        Assert.Contains("hosts has 'example.org', which is not in the zone 'example.com'.",
            await Sandbox.Refusal(() => Name(["example.org"], LoadBalancer("a"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_failover_to_something_clients_could_not_follow_to()
    {
        DnsFailover To(DnsTarget standby) => new() { Standby = standby, Probe = HealthProbe.Https("a.example.net") };

        Assert.Contains("both must be aliases or both plain names",
            await Sandbox.Refusal(() => Name(["a.example.com"], LoadBalancer("a"), To(DnsTarget.Host("b.example.net")))), StringComparison.Ordinal);
        Assert.Contains("IPv6 clients would not fail over",
            await Sandbox.Refusal(() => Name(["a.example.com"], DnsTarget.Distribution("d", "Z"), To(LoadBalancer("b")))), StringComparison.Ordinal);
    }

    private static DnsTarget LoadBalancer(string name) => DnsTarget.LoadBalancer($"{name}.elb.amazonaws.com", "Z3");

    private static DnsName Name(string[] hosts, DnsTarget target, DnsFailover? failover = null) => new("site", new()
    {
        Zone = new DnsZone("zone", new() { Domain = "example.com", Source = ZoneSource.Adopt("Z1") }),
        Hosts = hosts,
        Target = target,
        Failover = failover,
    });
}
