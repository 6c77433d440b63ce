using Platform.Components.Entry;

namespace Platform.Tests.Entry;

public class DomainTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() => Golden.Check("domain", Golden.Full(await Sandbox.Run(() =>
    {
        new DomainCertificate("shop", new() { DomainName = "dev.shop.example.com", HostedZoneId = "ZONE" });
        new DomainAlias("shop", new()
        {
            DomainName = "dev.shop.example.com",
            HostedZoneId = "ZONE",
            Target = new EntryAddress(Output.Create("entry.elb.example"), Output.Create("ZELB")),
        });
    })));

    [Fact]
    public async Task Hands_out_the_certificate_only_once_it_is_proven()
    {
        var plan = await Sandbox.Run(() =>
        {
            var certificate = new DomainCertificate("shop", new() { DomainName = "dev.shop.example.com", HostedZoneId = "ZONE" });
            new WebLoadBalancer("entry", new()
            {
                Network = Given.Network,
                CertificateArn = certificate.Arn,
                AllowFrom = AllowedSource.CloudFront,
                LogRetentionDays = 14,
            });
        });

        Assert.Equal("arn:Certificate:shop", plan.Only("CertificateValidation")["certificateArn"]);
        Assert.Equal("arn:Certificate:shop", plan.Only("Listener")["certificateArn"]);
        Assert.Equal("_proof.acm-validations.aws", plan.Only("Record")["records.0"]);
    }
}
