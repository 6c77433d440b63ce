using System.Text;
using System.Text.Json.Nodes;
using Platform.Graph;
using Platform.Graph.Files;
using Platform.Insights.Diff;
using static Platform.Tests.Tools.Insights.Shop;

namespace Platform.Tests.Tools.Insights;

/// <summary>
/// A plan against an export of the same stack as the real engine writes it: whatever engine and providers add to a state
/// is no change. One export for each rule, and for each a control: a real difference at the same place is seen.
/// </summary>
public class ExportComparisonTests
{
    // What the engine wrote after it deployed the plan: real ids, default providers, tagsAll, ciphertext.
    private static readonly string Deployed = """
        {"version":3,"deployment":{"manifest":{"time":"2026-01-01T00:00:00Z","magic":"x","version":"v3.260.0"},
         "secrets_providers":{"type":"passphrase","state":{"salt":"v1:c2FsdA==:v1:bm9uY2U=:Y3Q="}},
         "resources":[
          {"urn":"@Stack","custom":false,"type":"pulumi:pulumi:Stack","created":"2026-01-01T00:00:00Z"},
          {"urn":"@Headpulumi:providers:aws::default_7_48_0","custom":true,"type":"pulumi:providers:aws","id":"2f6a",
           "inputs":{"__internal":{},"region":"eu-west-1","version":"7.48.0"},"outputs":{"region":"eu-west-1","version":"7.48.0"}},
          {"urn":"@Vpc","custom":true,"type":"aws:ec2/vpc:Vpc","id":"vpc-7","parent":"@Stack","provider":"@Headpulumi:providers:aws::default_7_48_0::2f6a",
           "inputs":{"__defaults":["instanceTenancy"],"cidrBlock":"10.0.0.0/16","instanceTenancy":"default","tagsAll":{"x":"y"},"region":"eu-west-1"},
           "outputs":{"arn":"arn:vpc-7","id":"vpc-7","tagsAll":{"x":"y"}}},
          {"urn":"@SubnetUrn","custom":true,"type":"aws:ec2/subnet:Subnet","id":"subnet-7","parent":"@Stack","provider":"@Headpulumi:providers:aws::default_7_48_0::2f6a",
           "inputs":{"__defaults":[],"cidrBlock":"10.0.1.0/24","vpcId":"vpc-7"},"outputs":{"id":"subnet-7"},
           "dependencies":["@Vpc"],"propertyDependencies":{"vpcId":["@Vpc"]}},
          {"urn":"@Group","custom":true,"type":"aws:ec2/securityGroup:SecurityGroup","id":"sg-7","parent":"@Stack",
           "inputs":{"__defaults":["name","revokeRulesOnDelete"],"description":"database","name":"database-1a2b3c4","revokeRulesOnDelete":false,"vpcId":"vpc-7"},"outputs":{"id":"sg-7","name":"database-1a2b3c4"}},
          {"urn":"@SubnetGroup","custom":true,"type":"aws:rds/subnetGroup:SubnetGroup","id":"database-5d6e7f8","parent":"@Stack",
           "inputs":{"__defaults":["description","name"],"description":"Managed by Pulumi","name":"database-5d6e7f8","subnetIds":["subnet-7"]},
           "outputs":{"id":"database-5d6e7f8","name":"database-5d6e7f8"}},
          {"urn":"@Database","custom":true,"type":"aws:rds/instance:Instance","id":"db-ABC","parent":"@Stack",
           "inputs":{"__defaults":["autoMinorVersionUpgrade","identifier"],"allocatedStorage":20,"applyImmediately":false,"autoMinorVersionUpgrade":true,
             "dbSubnetGroupName":"database-5d6e7f8","engine":"postgres","engineVersion":"17.4","identifier":"orders9a8b7c6","instanceClass":"db.t4g.micro",
             "maintenanceWindow":"tue:08:00-tue:09:00",
             "password":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"v1:bm9uY2U=:Y2lwaGVy"},
             "storageEncrypted":true,"tags":{"team":"orders","__defaults":[]},"vpcSecurityGroupIds":["sg-7"]},
           "outputs":{"endpoint":"orders9a8b7c6.x.eu-west-1.rds.amazonaws.com:5432"},"additionalSecretOutputs":["password"]},
          {"urn":"@Nodes","custom":true,"type":"aws:eks/nodeGroup:NodeGroup","id":"shop:workers","parent":"@Stack",
           "inputs":{"__defaults":["nodeGroupName"],"clusterName":"shop","nodeGroupName":"workers-1122334",
             "scalingConfig":{"__defaults":[],"desiredSize":2,"maxSize":4,"minSize":2}}},
          {"urn":"@Bucket","custom":true,"type":"aws:s3/bucket:Bucket","id":"files-99","parent":"@Stack",
           "inputs":{"__defaults":["bucket","forceDestroy"],"bucket":"files-99","forceDestroy":false},"outputs":{"arn":"arn:aws:s3:::files-99","bucket":"files-99"}}
         ]}}
        """;

    [Fact]
    public void The_whole_stack_as_deployed_shows_no_change()
    {
        var diff = StackComparison.Of(Export(), Plan());

        Assert.Empty(diff.Changes.SelectMany(change => change.Properties.Select(property => $"{change.Name} {property}")));
        Assert.Empty(diff.Changes);
        Assert.Empty(diff.Undecided);
        Assert.Equal(7, diff.Unchanged);
    }

    [Theory]
    [InlineData("defaults", "\"__defaults\":[\"instanceTenancy\"]", "\"__defaults\":[]", "instanceTenancy")]
    [InlineData("autoname", "\"__defaults\":[\"bucket\",\"forceDestroy\"]", "\"__defaults\":[\"forceDestroy\"]", "bucket")]
    [InlineData("real id in a property", "\"inputs\":{\"__defaults\":[],\"cidrBlock\":\"10.0.1.0/24\",\"vpcId\":\"vpc-7\"}", "\"inputs\":{\"__defaults\":[],\"cidrBlock\":\"10.0.1.0/24\",\"vpcId\":\"vpc-8\"}", "vpcId")]
    [InlineData("real id in a set", "\"vpcSecurityGroupIds\":[\"sg-7\"]", "\"vpcSecurityGroupIds\":[\"sg-8\"]", "vpcSecurityGroupIds")]
    [InlineData("nested defaults", "\"tags\":{\"team\":\"orders\",\"__defaults\":[]}", "\"tags\":{\"team\":\"orders\",\"tier\":\"data\"}", "tags.tier")]
    [InlineData("number", "\"allocatedStorage\":20,", "\"allocatedStorage\":30,", "allocatedStorage")]
    [InlineData("secret", "{\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\",\"ciphertext\":\"v1:bm9uY2U=:Y2lwaGVy\"}", "\"hunter2\"", "password")]
    public void A_real_difference_where_a_rule_forgives_noise_is_seen(string rule, string written, string changed, string path)
    {
        Assert.Contains(written, Text(Deployed), StringComparison.Ordinal);

        var diff = StackComparison.Of(Export(written, changed), Plan());

        Assert.True(diff.Changes.SelectMany(change => change.Properties).Any(property => property.Path == path), rule);
    }

    [Theory]
    [InlineData("ciphertext of another write", "bm9uY2U=:Y2lwaGVy", "YW5vdGhlcg==:b3RoZXI=")]
    [InlineData("ids of default providers", "2f6a", "9c0d")]
    [InlineData("another version of the default provider", "default_7_48_0", "default_7_40_0")]
    [InlineData("numbers as texts", "\"allocatedStorage\":20,", "\"allocatedStorage\":\"20\",")]
    [InlineData("null and nothing", "\"allocatedStorage\":20,", "\"allocatedStorage\":20,\"kmsKeyId\":null,")]
    [InlineData("an empty list and nothing", "\"allocatedStorage\":20,", "\"allocatedStorage\":20,\"domainDnsIps\":[],")]
    [InlineData("other real ids everywhere", "sg-7", "sg-0123456789abcdef0")]
    [InlineData("tags that the provider adds", "\"tagsAll\":{\"x\":\"y\"}", "\"tagsAll\":{\"x\":\"z\"}")]
    public void What_engine_and_providers_write_is_no_change(string rule, string written, string changed)
    {
        Assert.Contains(written, Text(Deployed), StringComparison.Ordinal);

        var diff = StackComparison.Of(Export(written, changed), Plan());

        Assert.True(diff.Changes.IsEmpty, rule);
    }

    [Fact]
    public void Policies_are_compared_by_what_they_say()
    {
        var written = """{"Version":"2012-10-17","Statement":[{"Sid":"","Effect":"Allow","Action":["s3:PutObject","s3:GetObject"],"Resource":"arn:aws:s3:::files-99/*","Principal":{"AWS":"arn:aws:iam::1:root"}}]}""";
        var planned = """{"Statement":{"Action":["s3:GetObject","s3:PutObject"],"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::1:root"]},"Resource":["arn:aws:s3:::files-0ff20/*"]},"Version":"2012-10-17"}""";

        Assert.Empty(StackComparison.Of(WithPolicy(written), PlanWithPolicy(planned)).Changes);

        var change = Assert.Single(StackComparison.Of(WithPolicy(written), PlanWithPolicy(planned.Replace("Allow", "Deny", StringComparison.Ordinal))).Changes);
        Assert.Equal(("policy", "Statement[0].Effect"), (Assert.Single(change.Properties).Path, change.Properties[0].Inside));
    }

    [Fact]
    public void Answers_of_data_sources_are_told_as_undecided_not_as_changes()
    {
        var plan = Plan(With(Nodes, ("version", Of("1.99"))) with { Placeholders = [new("version", "aws:ssm/getParameter:getParameter", "value", PlaceholderMatch.Exact)] });

        var diff = StackComparison.Of(Export("\"__defaults\":[\"nodeGroupName\"]", "\"version\":\"1.34\",\"__defaults\":[\"nodeGroupName\"]"), plan);

        Assert.Empty(diff.Changes);
        Assert.Equal("workers version", Assert.Single(diff.Undecided));
    }

    [Theory]
    [InlineData("subnet-7.example.com", 0), InlineData("elsewhere.example.com", 1)]
    public void Real_names_inside_blocks_are_followed(string name, int changes)
    {
        var planned = Aws(
            "aws:route53/record:Record", "site", "r-0ff22", Map(("aliases", PropertyValue.Of([Map(("name", Of("subnet-0ff1b.example.com")))]))),
            [new("aliases[0].name", Subnet, "id", PlaceholderMatch.Exact)]);
        var written = Export(
            "\"resources\":[",
            $"\"resources\":[{{\"urn\":\"{planned.Urn}\",\"custom\":true,\"type\":\"{planned.Type}\",\"id\":\"r-7\",\"inputs\":{{\"aliases\":[{{\"__defaults\":[],\"name\":\"{name}\"}}]}}}},");

        Assert.Equal(changes, StackComparison.Of(written, Plan(planned)).Changes.Length);
    }

    private static ResourceGraph PlanWithPolicy(string policy) => Plan(Aws(
        "aws:s3/bucketPolicy:BucketPolicy", "files", "files-0ff20", Map(("bucket", Of("files-0ff20")), ("policy", Of(policy))),
        [new("bucket", Bucket, "id", PlaceholderMatch.Exact), new("policy", Bucket, "arn", PlaceholderMatch.Exact)]));

    private static ResourceGraph WithPolicy(string policy)
    {
        var export = JsonNode.Parse(Text(Deployed))!;
        export["deployment"]!["resources"]!.AsArray().Add(new JsonObject
        {
            ["urn"] = Urn("aws:s3/bucketPolicy:BucketPolicy", "files"),
            ["custom"] = true,
            ["type"] = "aws:s3/bucketPolicy:BucketPolicy",
            ["id"] = "files-99",
            ["inputs"] = new JsonObject { ["bucket"] = "files-99", ["policy"] = policy, ["__defaults"] = new JsonArray() },
        });
        return GraphFileReader.Read(Encoding.UTF8.GetBytes(export.ToJsonString()), "export.json").Graph;
    }

    private static ResourceGraph Export(string? written = null, string? changed = null) =>
        GraphFileReader.Read(Encoding.UTF8.GetBytes(written is null ? Text(Deployed) : Text(Deployed).Replace(written, changed, StringComparison.Ordinal)), "export.json").Graph;

    private static string Text(string export) => export
        .Replace("@Stack", Stack, StringComparison.Ordinal)
        .Replace("@SubnetUrn", Subnet, StringComparison.Ordinal)
        .Replace("@SubnetGroup", Subnets, StringComparison.Ordinal)
        .Replace("@Head", Head, StringComparison.Ordinal)
        .Replace("@Vpc", Vpc, StringComparison.Ordinal)
        .Replace("@Group", Group, StringComparison.Ordinal)
        .Replace("@Database", Database, StringComparison.Ordinal)
        .Replace("@Nodes", Nodes, StringComparison.Ordinal)
        .Replace("@Bucket", Bucket, StringComparison.Ordinal);
}
