using System.Text.Json.Nodes;
using Platform.Components.Dns.HostedZones;
using Platform.Components.Edge.Delivery;
using Platform.Components.Edge.Firewalls;
using Platform.Components.Storage;

namespace Platform.Tests.Edge.Delivery;

public class EdgePermissionsTests
{
    [Fact]
    public async Task What_is_allowed_is_named_one_by_one_and_everything_at_once_only_in_the_policy_of_a_key_itself()
    {
        var allowed = Allowed(await Everything()).ToArray();

        Assert.Equal(6, allowed.Length);
        Assert.All(allowed, each => Assert.DoesNotContain(Texts(each.Statement["Action"]), action => action.Contains('*', StringComparison.Ordinal)));
        Assert.All(
            allowed.Where(each => Texts(each.Statement["Resource"]).Contains("*")),
            each => Assert.Equal("aws:kms/key:Key", each.Type));
    }

    [Fact]
    public async Task Services_act_for_this_account_only()
    {
        var services = Allowed(await Everything()).Where(each => each.Statement["Principal"]!["Service"] is not null).ToArray();

        Assert.Equal(5, services.Length);
        Assert.All(services, each => Assert.True(
            each.Statement["Condition"]?["StringEquals"]?["aws:SourceAccount"] is not null
                || ((string?)each.Statement["Condition"]?["ArnLike"]?["aws:SourceArn"])?.Contains("::111122223333:", StringComparison.Ordinal) == true
                || each.Statement["Condition"]?["Bool"]?["kms:GrantIsForAWSResource"] is not null
                || Texts(each.Statement["Resource"]).All(resource => resource.Contains("/AWSLogs/111122223333/", StringComparison.Ordinal)),
            $"{each.Statement["Sid"]} of {each.Type} lets the service act for somebody else."));
    }

    private static Task<Sandbox> Everything() => Sandbox.Run(() =>
    {
        new DnsZone("zone", new() { Domain = "example.com", Dnssec = true, QueryLog = new DnsQueryLog { KeyArn = "key", RetentionDays = 30 } });
        new ContentDelivery("cdn", new()
        {
            Application = EdgeOrigin.LoadBalancer("arn:lb", "origin.example.com"),
            Assets = new PrivateBucket("assets", new() { CdnOrigin = true }),
            WebAclArn = new WebFirewall("edge", new() { Target = FirewallTarget.Cdn, KeyArn = "key" }).WebAclArn,
            LogRetentionDays = 30,
        });
    });

    private static IEnumerable<(string Type, JsonNode Statement)> Allowed(Sandbox plan) =>
        from resource in plan.Registered
        let policy = resource["policy"] ?? resource["policyDocument"]
        where policy is string
        from statement in JsonNode.Parse((string)policy)!["Statement"]!.AsArray()
        where (string)statement!["Effect"]! == "Allow"
        select (resource.Type, statement);

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => (string)item!);
}
