using Platform.Components;
using Platform.Components.Dns.Certificates;
using Platform.Components.Dns.HostedZones;
using Platform.Components.Observability.Signals;

namespace Platform.Tests.Dns.Certificates;

public class CertificateTests
{
    private static readonly string[] Regions = ["eu-west-1", GlobalRegion.Name];

    [Fact]
    public async Task Asks_in_every_region_and_proves_once()
    {
        var plan = await Sandbox.Run(() => Tls(["example.com", "*.example.com", "api.example.com"], Regions));

        var requests = plan.Of("Certificate").Where(request => request.Type.StartsWith("aws:", StringComparison.Ordinal)).ToArray();
        Assert.Equal(Regions, requests.Select(request => request["region"]));
        Assert.All(requests, request => Assert.Equal(
            ("DNS", "EC_prime256v1", "example.com"), (request["validationMethod"], request["keyAlgorithm"], request["domainName"])));

        // The wildcard and its bare name are proven by one record, and so are both regions.
        Assert.Equal(["tls-proof-api.example.com", "tls-proof-example.com"], plan.Of("Record").Select(record => record.Name));
        Assert.Equal("_proof.api.example.com", plan.Named("Record", "tls-proof-api.example.com")["name"]);
        Assert.Equal(Regions, plan.Of("CertificateValidation").Select(issued => issued["region"]));
    }

    [Fact]
    public async Task Tells_in_its_region_of_a_certificate_45_days_from_its_end()
    {
        IReadOnlyList<Signal> signals = [];
        await Sandbox.Run(() => signals = new Certificate("tls", new() { Zone = Zone(), Names = ["example.com"], Regions = Regions }).Signals);

        Assert.Equal(Regions, signals.Select(signal => signal.Region).Order(StringComparer.Ordinal));
        Assert.All(signals, signal =>
        {
            Assert.Equal(("DaysToExpiry", "Minimum"), (Assert.IsType<Metric>(signal.Measure).Name, ((Metric)signal.Measure).Statistic));
            Assert.Equal((Side.Below, 45.0), (signal.Limit.Side, signal.Limit.Value));
            Assert.Equal(MissingData.Nothing, signal.Evaluation.Missing);
        });
    }

    [Theory]
    [InlineData("www.other.com", "names has 'www.other.com', which is not in the zone 'example.com': its proof would never be found.")]
    [InlineData("WWW.example.com", "names has 'WWW.example.com', which must be a name such as www.example.com")]
    [InlineData("notexample.com", "which is not in the zone 'example.com'")]
    public async Task Refuses_a_name_that_could_never_be_proven(string name, string problem)
    {
        var message = await Sandbox.Refusal(() => Tls([name], ["us-east-1"]));

        Assert.Contains("Certificate 'tls': ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_eleven_names_and_no_region_in_one_message()
    {
        var message = await Sandbox.Refusal(() => new Certificate("tls", new()
        {
            Zone = Zone(),
            Names = [.. Enumerable.Range(0, 11).Select(n => $"n{n}.example.com")],
            Regions = [],
        }));

        Assert.Contains("names has 11 names, but must have 1 to 10", message, StringComparison.Ordinal);
        Assert.Contains("regions is empty, but a certificate lives in a region: us-east-1 for CloudFront", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_private_zone_and_a_main_name_over_64_characters()
    {
        var name = new string('a', 60) + ".example.com";

        var message = await Sandbox.Refusal(() => new Certificate("tls", new()
        {
            Zone = new DnsZone("zone", new() { Domain = "example.com", Source = ZoneSource.Private(new ZoneNetwork { VpcId = "vpc-1" }) }),
            Names = [name],
            Regions = Regions,
        }));

        Assert.Contains("of 72 characters, but the first must have at most 64. Put a shorter one first.", message, StringComparison.Ordinal);
        Assert.Contains("zone is private, but ACM looks the proof up in public", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hands_out_the_issued_certificate_of_a_region_or_says_where_there_is_one()
    {
        var arn = "";
        await Sandbox.Run(() => Tls(["example.com"], Regions).ArnIn("us-east-1").Apply(value => arn = value));
        Assert.Equal("arn:Certificate:tls-us-east-1", arn);

        var message = await Sandbox.Refusal(() => Tls(["example.com"], ["eu-west-1"]).ArnIn("us-east-1"));
        Assert.Contains("Certificate 'tls': there is none in us-east-1, only in eu-west-1. Add the region to regions.", message, StringComparison.Ordinal);
    }

    private static Certificate Tls(string[] names, string[] regions) =>
        new("tls", new() { Zone = Zone(), Names = names, Regions = regions });

    private static DnsZone Zone() => new("zone", new() { Domain = "example.com", Source = ZoneSource.Adopt("Z1") });
}
