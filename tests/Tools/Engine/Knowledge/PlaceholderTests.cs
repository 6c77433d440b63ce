using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine;
using Platform.Engine.Placeholders;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine.Knowledge;

/// <summary>The form of what each service would decide. In a pattern <c>{x}</c> is a mark, <c>{X}</c> one in upper case.</summary>
public class PlaceholderTests
{
    private const string Region = "eu-west-1:123456789012";

    public static TheoryData<string, string, string> Forms => new()
    {
        { "aws:ec2/vpc:Vpc", "id", "vpc-{x}" },
        { "aws:ec2/vpc:Vpc", "arn", $"arn:aws:ec2:{Region}:vpc/vpc-{{x}}" },
        { "aws:ec2/vpc:Vpc", "defaultSecurityGroupId", "sg-{x}" },
        { "aws:ec2/vpc:Vpc", "defaultNetworkAclId", "acl-{x}" },
        { "aws:ec2/subnet:Subnet", "id", "subnet-{x}" },
        { "aws:ec2/securityGroup:SecurityGroup", "id", "sg-{x}" },
        { "aws:ec2/eip:Eip", "id", "eipalloc-{x}" },
        { "aws:ec2/eip:Eip", "allocationId", "eipalloc-{x}" },
        { "aws:ec2/eip:Eip", "publicIp", @"24[0-7]\.\d+\.\d+\.\d+" },
        { "aws:ec2/natGateway:NatGateway", "id", "nat-{x}" },
        { "aws:ec2/routeTable:RouteTable", "id", "rtb-{x}" },
        { "aws:ec2/internetGateway:InternetGateway", "id", "igw-{x}" },
        { "aws:ec2/vpcEndpoint:VpcEndpoint", "id", "vpce-{x}" },
        { "aws:ec2/flowLog:FlowLog", "id", "fl-{x}" },
        { "aws:ec2/launchTemplate:LaunchTemplate", "id", "lt-{x}" },
        { "aws:ec2/launchTemplate:LaunchTemplate", "latestVersion", "1" },
        { "aws:s3/bucket:Bucket", "bucket", "thing-{x}" },
        { "aws:s3/bucket:Bucket", "id", "thing-{x}" },
        { "aws:s3/bucket:Bucket", "arn", "arn:aws:s3:::thing-{x}" },
        { "aws:s3/bucket:Bucket", "bucketRegionalDomainName", @"thing-{x}\.s3\.eu-west-1\.amazonaws\.com" },
        { "aws:kms/key:Key", "arn", $"arn:aws:kms:{Region}:key/{{guid}}" },
        { "aws:iam/role:Role", "arn", "arn:aws:iam::123456789012:role/thing-{x}" },
        { "aws:iam/role:Role", "id", "thing-{x}" },
        { "aws:lb/loadBalancer:LoadBalancer", "arn", $"arn:aws:elasticloadbalancing:{Region}:loadbalancer/app/thing-{{x}}/{{x}}" },
        { "aws:lb/loadBalancer:LoadBalancer", "id", $"arn:aws:elasticloadbalancing:{Region}:loadbalancer/app/thing-{{x}}/{{x}}" },
        { "aws:lb/loadBalancer:LoadBalancer", "dnsName", @"thing-{x}-{x}\.eu-west-1\.elb\.amazonaws\.com" },
        { "aws:lb/loadBalancer:LoadBalancer", "name", ".{1,32}" },
        { "aws:lb/targetGroup:TargetGroup", "arnSuffix", "targetgroup/thing-{x}/{x}" },
        { "aws:rds/cluster:Cluster", "id", "thing-{x}" },
        { "aws:rds/cluster:Cluster", "endpoint", @"thing-{x}\.cluster-{x}\.eu-west-1\.rds\.amazonaws\.com" },
        { "aws:rds/cluster:Cluster", "readerEndpoint", @"thing-{x}\.cluster-ro-{x}\.eu-west-1\.rds\.amazonaws\.com" },
        { "aws:rds/instance:Instance", "id", "db-{X}" },
        { "aws:elasticache/replicationGroup:ReplicationGroup", "primaryEndpointAddress", @"master\.thing-{x}\.{x}\.eu-west-1\.cache\.amazonaws\.com" },
        { "aws:elasticache/replicationGroup:ReplicationGroup", "port", "6379" },
        { "aws:eks/cluster:Cluster", "id", "thing-{x}" },
        { "aws:eks/cluster:Cluster", "endpoint", @"https://{X}\.gr7\.eu-west-1\.eks\.amazonaws\.com" },
        { "aws:ecr/repository:Repository", "repositoryUrl", @"123456789012\.dkr\.ecr\.eu-west-1\.amazonaws\.com/thing-{x}" },
        { "aws:cloudfront/distribution:Distribution", "id", "E{X}" },
        { "aws:cloudfront/distribution:Distribution", "arn", "arn:aws:cloudfront::123456789012:distribution/E{X}" },
        { "aws:cloudfront/distribution:Distribution", "domainName", @"d{x}\.cloudfront\.net" },
        { "aws:cloudfront/distribution:Distribution", "hostedZoneId", "Z2FDTNDATAQYW2" },
        { "aws:sqs/queue:Queue", "id", "https://sqs.eu-west-1.amazonaws.com/123456789012/thing-{x}" },
        { "aws:sns/topic:Topic", "id", $"arn:aws:sns:{Region}:thing-{{x}}" },
        { "aws:secretsmanager/secret:Secret", "arn", $"arn:aws:secretsmanager:{Region}:secret:thing-{{x}}-{{x}}" },
        { "aws:route53/zone:Zone", "zoneId", "Z{X}" },
        { "aws:wafv2/webAcl:WebAcl", "arn", $"arn:aws:wafv2:{Region}:regional/webacl/thing-{{x}}/{{guid}}" },
        { "aws:backup/vault:Vault", "arn", $"arn:aws:backup:{Region}:backup-vault:thing-{{x}}" },
        { "aws:cloudwatch/logGroup:LogGroup", "arn", $"arn:aws:logs:{Region}:log-group:thing-{{x}}" },
        { "aws:dynamodb/table:Table", "arn", $"arn:aws:dynamodb:{Region}:table/thing-{{x}}" },
        { "aws:lambda/function:Function", "invokeArn", $"arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:{Region}:function:thing-{{x}}/invocations" },
        { "aws:route53/zone:Zone", "primaryNameServer", @"ns-{x}\.awsdns-00\.com" },
        { "random:index/randomPet:RandomPet", "id", "pet-{x}" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Has_the_form_the_service_gives_it(string type, string property, string form)
    {
        var answer = await Answer(type);
        var value = property == "id" ? Value.ForString(answer.Id) : answer.Object.Fields[property];

        Assert.Matches(Pattern(form), value.KindCase == Value.KindOneofCase.NumberValue ? $"{value.NumberValue}" : value.StringValue);
    }

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", "storageEncrypted")]
    [InlineData("aws:ec2/subnet:Subnet", "availabilityZone")]
    [InlineData("aws:rds/instance:Instance", "status")]
    [InlineData("aws:rds/instance:Instance", "port")]
    [InlineData("aws:ec2/securityGroup:SecurityGroup", "ingress")]
    [InlineData("aws:lambda/function:Function", "version")]
    [InlineData("aws:rds/instance:Instance", "licenseModel")]
    [InlineData("aws:ec2/defaultVpc:DefaultVpc", "instanceTenancy")]
    [InlineData("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "httpEndpoint")]
    [InlineData("aws:lb/listener:Listener", "routingHttpResponseXFrameOptionsHeaderValue")]
    [InlineData("aws:s3/bucket:Bucket", "requestPayer")]
    [InlineData("aws:acm/certificate:Certificate", "validationEmails")]
    [InlineData("aws:acme/unheard:Of", "arn")]
    public async Task Does_not_invent_what_somebody_could_take_for_a_fact(string type, string property) =>
        Assert.DoesNotContain(property, (await Answer(type)).Object.Fields.Keys);

    [Fact]
    public async Task Uses_the_names_a_program_chose()
    {
        var bucket = await Answer("aws:s3/bucket:Bucket", ("bucket", "acme-logs"));
        var database = await Answer("aws:rds/instance:Instance", ("identifier", "orders"), ("engine", "postgres"));
        var listener = await Answer("aws:lb/listener:Listener", ("loadBalancerArn", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/edge/0123456789abcdef"));
        var service = await Answer("aws:ecs/service:Service", ("name", "web"), ("cluster", "arn:aws:ecs:eu-west-1:123456789012:cluster/main"));

        Assert.Equal("acme-logs", bucket.Id);
        Assert.Equal("arn:aws:s3:::acme-logs", bucket.Object.Fields["arn"].StringValue);
        Assert.Equal(5432, database.Object.Fields["port"].NumberValue);
        Assert.Matches(Pattern(@"orders\.{x}\.eu-west-1\.rds\.amazonaws\.com:5432"), database.Object.Fields["endpoint"].StringValue);
        Assert.Matches(Pattern($"arn:aws:elasticloadbalancing:{Region}:listener/net/edge/0123456789abcdef/{{x}}"), listener.Id);
        Assert.Equal($"arn:aws:ecs:{Region}:service/main/web", service.Id);
    }

    [Fact]
    public async Task Stays_unknown_where_it_depends_on_an_unknown()
    {
        var bucket = await Answer("aws:s3/bucket:Bucket", ("bucket", Bag.Unknown));

        Assert.Empty(bucket.Id);
        Assert.DoesNotContain("arn", bucket.Object.Fields.Keys);
    }

    [Theory]
    [InlineData("cn-north-1", "arn:aws-cn:sqs:cn-north-1:", ".amazonaws.com.cn/")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:sqs:us-gov-west-1:", ".amazonaws.com/")]
    [InlineData("us-east-1", "arn:aws:sqs:us-east-1:", ".amazonaws.com/")]
    public async Task Follows_the_region_of_the_resource(string region, string arn, string host)
    {
        var queue = await Answer("aws:sqs/queue:Queue", ("region", region));

        Assert.StartsWith(arn, queue.Object.Fields["arn"].StringValue, StringComparison.Ordinal);
        Assert.Contains(host, queue.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fills_in_what_only_the_provider_adds_to_a_given_object()
    {
        var cluster = await Answer("aws:eks/cluster:Cluster", ("vpcConfig", Bag.Of(("subnetIds", Bag.List("subnet-1")))));

        Assert.Matches(Pattern("sg-{x}"), cluster.Object.Fields["vpcConfig"].StructValue.Fields["clusterSecurityGroupId"].StringValue);
        var authority = cluster.Object.Fields["certificateAuthority"].StructValue.Fields["data"].StringValue;
        Assert.Contains("BEGIN CERTIFICATE", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(authority)), StringComparison.Ordinal);
        var issuer = cluster.Object.Fields["identities"].ListValue.Values[0].StructValue.Fields["oidcs"].ListValue.Values[0].StructValue.Fields["issuer"].StringValue;
        Assert.Matches(Pattern(@"https://oidc\.eks\.eu-west-1\.amazonaws\.com/id/{X}"), issuer);
    }

    [Fact]
    public async Task Proves_a_certificate_with_one_record_per_name()
    {
        var certificate = await Answer("aws:acm/certificate:Certificate", ("domainName", "acme.com"), ("subjectAlternativeNames", Bag.List("*.acme.com", "www.acme.com", "acme.com")));

        var options = certificate.Object.Fields["domainValidationOptions"].ListValue.Values.Select(option => option.StructValue.Fields).ToList();
        Assert.Equal(["acme.com", "*.acme.com", "www.acme.com"], options.Select(option => option["domainName"].StringValue));
        Assert.Equal(options[0]["resourceRecordName"], options[1]["resourceRecordName"]);
        Assert.NotEqual(options[0]["resourceRecordName"], options[2]["resourceRecordName"]);
        Assert.All(options, option => Assert.Equal("CNAME", option["resourceRecordType"].StringValue));
    }

    [Fact]
    public async Task Lists_four_name_servers_and_a_managed_password_only_where_there_is_one()
    {
        var zone = await Answer("aws:route53/zone:Zone", ("name", "acme.com"));
        var managed = await Answer("aws:rds/cluster:Cluster", ("engine", "aurora-postgresql"), ("manageMasterUserPassword", true));
        var plain = await Answer("aws:rds/cluster:Cluster", ("engine", "aurora-postgresql"));

        Assert.Equal(4, zone.Object.Fields["nameServers"].ListValue.Values.Distinct().Count());
        Assert.Contains("secret:rds!cluster-", managed.Object.Fields["masterUserSecrets"].ListValue.Values[0].StructValue.Fields["secretArn"].StringValue, StringComparison.Ordinal);
        Assert.Empty(plain.Object.Fields["masterUserSecrets"].ListValue.Values);
    }

    [Fact]
    public async Task Merges_the_providers_tags_below_the_resources_own()
    {
        RegisterResourceResponse? answer = null;
        await ScriptedProgram.Plan(
            async program => answer = await program.Custom("aws:ec2/vpc:Vpc", "network", Bag.Of(("tags", Bag.Of(("team", "net"), ("env", "dev"))))),
            stackFile: "config:\n  aws:region: eu-west-1\n  aws:defaultTags: { tags: { env: all, owner: platform } }\n");

        var tags = answer!.Object.Fields["tagsAll"].StructValue.Fields.ToDictionary(tag => tag.Key, tag => tag.Value.StringValue);
        Assert.Equal(new Dictionary<string, string> { ["env"] = "dev", ["owner"] = "platform", ["team"] = "net" }, tags);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(12)]
    [InlineData(3)]
    public async Task Makes_passwords_of_the_asked_length_and_keeps_them_secret(int length)
    {
        var password = await Answer("random:index/randomPassword:RandomPassword", ("length", length), ("minSpecial", 1));

        var secret = password.Object.Fields["result"];
        Assert.Equal("1b47061264138c4ac30d75fd1eb44270", Bag.Signature(secret));
        Assert.Equal(length, secret.StructValue.Fields["value"].StringValue.Length);
        Assert.Equal("none", password.Id);
    }

    [Fact]
    public async Task Names_kubernetes_objects_and_tells_their_namespace()
    {
        var deployment = await Answer("kubernetes:apps/v1:Deployment");
        var role = await Answer("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", ("metadata", Bag.Of(("name", "reader"))));
        var config = await Answer("kubernetes:core/v1:ConfigMap", ("metadata", Bag.Of(("name", "settings"), ("namespace", "web"))));

        Assert.Matches(Pattern("default/thing-{x}"), deployment.Id);
        Assert.Equal("apps/v1", deployment.Object.Fields["apiVersion"].StringValue);
        Assert.Equal("true", deployment.Object.Fields["metadata"].StructValue.Fields["annotations"].StructValue.Fields["pulumi.com/autonamed"].StringValue);
        Assert.Equal("reader", role.Id);
        Assert.Equal("web/settings", config.Id);
        Assert.Equal("v1", config.Object.Fields["apiVersion"].StringValue);
    }

    [Fact]
    public async Task Adds_to_a_kubernetes_object_only_what_its_provider_adds()
    {
        var spec = Bag.Of(("replicas", 2), ("template", Bag.Of(("spec", Bag.Of(("containers", Bag.List(Bag.Of(("name", "web")))))))));
        var deployment = await Answer("kubernetes:apps/v1:Deployment", ("metadata", Bag.Of(("namespace", "web"), ("labels", Bag.Of(("app", "web"))))), ("spec", spec));
        var service = await Answer("kubernetes:core/v1:Service", ("spec", Bag.Of(("ports", Bag.List(Bag.Of(("port", 80)))))));

        Assert.Equal(spec, deployment.Object.Fields["spec"].StructValue);
        Assert.Equal(["annotations", "labels", "name", "namespace", "uid"], deployment.Object.Fields["metadata"].StructValue.Fields.Keys.Order(StringComparer.Ordinal));
        Assert.Matches(Pattern("web/thing-{x}"), deployment.Id);
        Assert.Equal(["clusterIP", "ports"], service.Object.Fields["spec"].StructValue.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Gives_a_balanced_service_a_host_name()
    {
        var service = await Answer("kubernetes:core/v1:Service", ("spec", Bag.Of(("type", "LoadBalancer"))));

        var host = service.Object.Fields["status"].StructValue.Fields["loadBalancer"].StructValue.Fields["ingress"].ListValue.Values[0].StructValue.Fields["hostname"].StringValue;
        Assert.Matches(Pattern(@"k8s-{x}\.elb\.eu-west-1\.amazonaws\.com"), host);
        Assert.DoesNotContain("status", (await Answer("kubernetes:core/v1:Service")).Object.Fields.Keys);
    }

    [Fact]
    public async Task Leaves_computed_outputs_unknown_in_a_preview_but_keeps_their_secret_marks()
    {
        RegisterResourceResponse? password = null;
        RegisterResourceResponse? cluster = null;
        await ScriptedProgram.Plan(
            async program =>
            {
                password = await program.Custom("random:index/randomPassword:RandomPassword", "p", Bag.Of(("length", 20)));
                cluster = await program.Custom("aws:eks/cluster:Cluster", "c", Bag.Of(("name", "main")), request => request.AdditionalSecretOutputs.Add("endpoint"));
            },
            request => request with { Mode = AnswerMode.Preview });

        Assert.Empty(password!.Id);
        Assert.Equal(Bag.Secret(Bag.Unknown), password.Object.Fields["result"]);
        Assert.Equal(Bag.Secret(Bag.Unknown), cluster!.Object.Fields["endpoint"]);
        Assert.DoesNotContain("arn", cluster.Object.Fields.Keys);
        Assert.Equal("main", cluster.Object.Fields["name"].StringValue);
    }

    [Fact]
    public void Has_a_form_for_the_id_of_every_aws_type_it_knows()
    {
        var resources = EmbeddedTypes("aws").Where(type => type.Kind == "type" && type.Name.StartsWith("aws:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(resources);
        Assert.Equal([], resources.Where(type => !FormTable.Aws.Of(type.Name).ContainsKey("id")).Select(type => type.Name)
            .Except(["aws:securityhub/standardsControlAssociation:StandardsControlAssociation"]));
    }

    [Fact]
    public void Knows_the_types_of_its_forms()
    {
        var known = EmbeddedTypes("aws").Where(type => type.Kind is "type" or "function").Select(type => type.Name.Split(':')[1]).ToHashSet();

        Assert.Equal([], FormTable.Aws.Types.Where(type => !known.Contains(type)));
    }

    private static IEnumerable<(string Kind, string Name)> EmbeddedTypes(string package)
    {
        using var reader = new StreamReader(typeof(OfflineEngine).Assembly.GetManifestResourceStream($"Metadata/{package}.jsonl")!);
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var entry = System.Text.Json.JsonDocument.Parse(line);
            var first = entry.RootElement.EnumerateObject().First();
            if (first.Value.ValueKind == System.Text.Json.JsonValueKind.String)
            {
                yield return (first.Name, first.Value.GetString()!);
            }
        }
    }

    private static async Task<RegisterResourceResponse> Answer(string type, params (string Key, object? Value)[] inputs)
    {
        // Only what is answered counts here: with so few inputs the plan itself may be refused for what is missing.
        RegisterResourceResponse? answer = null;
        await ScriptedProgram.Plan(async program => answer = await program.Custom(type, "thing", Bag.Of(inputs)));
        Assert.NotNull(answer);
        return answer;
    }

    private static Regex Pattern(string form) => new("^" + form
        .Replace("{x}", "0ff1[0-9a-f]{13}", StringComparison.Ordinal)
        .Replace("{X}", "0FF1[0-9A-F]{13}", StringComparison.Ordinal)
        .Replace("{guid}", "0ff1[0-9a-f]{4}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", StringComparison.Ordinal) + "$");
}
