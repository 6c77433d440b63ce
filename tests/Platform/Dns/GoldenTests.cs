using Platform.Components;
using Platform.Components.Dns;
using Platform.Components.Dns.Certificates;
using Platform.Components.Dns.HostedZones;

namespace Platform.Tests.Dns;

public class GoldenTests
{
    [Fact]
    public async Task Names_certificate_and_failover_of_a_site_are_what_reviewers_agreed_to() =>
        Golden.Check("Dns.site", Golden.Full(await Sandbox.Run(() =>
        {
            var zone = new DnsZone("zone", new() { Domain = "example.com" });
            new Certificate("tls", new() { Zone = zone, Names = ["example.com", "www.example.com"], Regions = ["eu-west-1", GlobalRegion.Name] });
            new DnsName("site", new() { Zone = zone, Hosts = ["example.com", "www.example.com"], Target = DnsTarget.Distribution("d1.cloudfront.net", "Z2FDTNDATAQYW2") });
            new DnsName("origin", new()
            {
                Zone = zone,
                Hosts = ["origin.example.com"],
                Target = DnsTarget.LoadBalancer("a.elb.amazonaws.com", "Z3"),
                Failover = new DnsFailover
                {
                    Standby = DnsTarget.LoadBalancer("b.elb.amazonaws.com", "Z4"),
                    Probe = HealthProbe.Alarm("unhealthy", "eu-west-1"),
                },
            });
        })));
}
