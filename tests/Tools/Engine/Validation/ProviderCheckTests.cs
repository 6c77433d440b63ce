using Google.Protobuf.WellKnownTypes;
using Platform.Engine;
using Platform.Graph;

namespace Platform.Tests.Tools.Engine.Validation;

/// <summary>What a provider would refuse at the first deployment is refused by the plan.</summary>
public class ProviderCheckTests
{
    public static TheoryData<string, string, string> Refused => new()
    {
        // required members, at every depth
        { "aws:rds/instance:Instance", "{}", "instanceClass is required, but not given" },
        { "aws:ec2/securityGroup:SecurityGroup", """{"ingress":[{"protocol":"tcp","fromPort":443}]}""", "ingress[0].toPort is required, but not given" },

        // kinds of values
        { "aws:ec2/vpc:Vpc", """{"cidrBlock":["10.0.0.0/16"]}""", "cidrBlock is a list of 1, but must be a text" },
        { "aws:ec2/vpc:Vpc", """{"enableDnsSupport":"yes"}""", "enableDnsSupport is 'yes', but must be true or false" },
        { "aws:sqs/queue:Queue", """{"delaySeconds":1.5}""", "delaySeconds is 1.5, but must be a whole number" },
        { "aws:sqs/queue:Queue", """{"tags":"owner=me"}""", "tags is 'owner=me', but must be a map" },
        { "aws:sqs/queue:Queue", """{"tags":{"owner":["me"]}}""", "tags.owner is a list of 1, but must be a text" },
        { "aws:rds/instance:Instance", """{"instanceClass":"db.t4g.micro","vpcSecurityGroupIds":"sg-1"}""", "vpcSecurityGroupIds is 'sg-1', but must be a list" },

        // names and limits of AWS
        { "aws:s3/bucket:Bucket", """{"bucket":"Invoices"}""", "bucket is 'Invoices', but must match" },
        { "aws:s3/bucket:Bucket", """{"bucket":"in"}""", "bucket is 'in' with 2 characters, but must have 3..63" },
        { "aws:lb/loadBalancer:LoadBalancer", """{"name":"the-name-of-this-balancer-is-too-long"}""", "with 37 characters, but must have 1..32" },
        { "aws:lb/loadBalancer:LoadBalancer", """{"name":"internal-entry"}""", "name is 'internal-entry', but must match" },
        { "aws:ec2/subnet:Subnet", """{"vpcId":"vpc-1","cidrBlock":"10.0.0.0/29"}""", "cidrBlock is '10.0.0.0/29', but must be a block with a prefix length of 16..28" },
        { "aws:kms/key:Key", """{"deletionWindowInDays":3}""", "deletionWindowInDays is 3, but must be 7..30" },
        { "aws:secretsmanager/secret:Secret", """{"recoveryWindowInDays":5}""", "recoveryWindowInDays is 5, but must be 0 or 7..30" },
        { "aws:cloudwatch/logGroup:LogGroup", """{"retentionInDays":10}""", "retentionInDays is 10, but must be one of 0, 1, 3, 5, 7, 14" },

        // what excludes or needs something else
        { "aws:rds/instance:Instance", """{"instanceClass":"db.t4g.micro","manageMasterUserPassword":true,"password":"x-y-z-1"}""", "manageMasterUserPassword cannot be given together with password" },
        { "aws:elasticache/replicationGroup:ReplicationGroup", """{"description":"d","authToken":"0123456789abcdef"}""", "authToken needs transitEncryptionEnabled or globalReplicationGroupId as well" },
    };

    public static TheoryData<string, string> Accepted => new()
    {
        { "aws:sqs/queue:Queue", """{"delaySeconds":"5","fifoQueue":"true","name":7}""" },      // converted by the provider
        { "aws:rds/instance:Instance", """{"instanceClass":"db.t4g.micro","manageMasterUserPassword":false,"password":"x-y-z-1"}""" },
        { "aws:secretsmanager/secret:Secret", """{"recoveryWindowInDays":0}""" },
        { "aws:rds/instance:Instance", """{"instanceClass":"db.of.next.year"}""" },              // choices that grow
        { "aws:wafv2/webAcl:WebAcl", """{"scope":"REGIONAL","defaultAction":{},"visibilityConfig":{"cloudwatchMetricsEnabled":true,"metricName":"m","sampledRequestsEnabled":true},"rules":[]}""" },
        { "aws:sqs/queue:Queue", """{"__defaults":["name"]}""" },
        { "aws:nobody/knows:This", """{"any":"thing"}""" },
        { "kubernetes:core/v1:Service", """{"spec":{"ports":[{"port":80,"targetPort":"http"}]}}""" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_the_provider_would(string type, string inputs, string reason)
    {
        var result = await Plan(type, Struct.Parser.ParseJson(inputs));

        Assert.Equal(PlanOutcome.ProgramFailed, result.Outcome);
        Assert.Contains(result.Graph!.Diagnostics, diagnostic =>
            diagnostic.Severity == Severity.Error
            && diagnostic.Message.StartsWith($"{type} 'it': ", StringComparison.Ordinal)
            && diagnostic.Message.Contains(reason, StringComparison.Ordinal)
            && diagnostic.Urn!.EndsWith("::it", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Lets_pass_what_the_provider_may_take(string type, string inputs)
    {
        var result = await Plan(type, Struct.Parser.ParseJson(inputs));

        Assert.Equal((PlanOutcome.Succeeded, null), (result.Outcome, result.Problem));
        Assert.Empty(result.Graph!.Diagnostics);
    }

    [Fact]
    public async Task Never_refuses_what_nobody_knows_yet()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var key = await program.Custom("aws:kms/key:Key", "key", change: request => request.Parent = stack);
            var arn = key.Object.Fields["arn"].StringValue;
            await program.Custom("aws:s3/bucket:Bucket", "unknown", Bag.Of(("bucket", Bag.Unknown)), request => request.Parent = stack);
            await program.Custom("aws:s3/bucket:Bucket", "output", Bag.Of(("bucket", Bag.Output(Bag.Unknown))), request => request.Parent = stack);
            await program.Custom("aws:sqs/queue:Queue", "made-up", Bag.Of(("name", $"queue-of-{arn}-that-would-be-far-too-long-were-it-not-made-up")), request => request.Parent = stack);
        });

        Assert.Equal((PlanOutcome.Succeeded, null), (result.Outcome, result.Problem));
    }

    [Fact]
    public async Task Tells_of_a_secret_only_that_it_is_wrong()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            await program.Custom(
                "aws:elasticache/replicationGroup:ReplicationGroup", "it",
                Bag.Of(("description", "d"), ("transitEncryptionEnabled", true), ("authToken", Bag.Secret("tooshort"))), request => request.Parent = stack);
        });

        Assert.Contains("authToken is [secret] with", result.Problem);
        Assert.DoesNotContain("tooshort", result.Problem + string.Join('\n', result.Graph!.Diagnostics));
    }

    [Fact]
    public async Task Tells_everything_at_once()
    {
        var result = await Plan("aws:sqs/queue:Queue", Struct.Parser.ParseJson("""{"delaySeconds":901,"receiveWaitTimeSeconds":21,"tags":[]}"""));

        Assert.Equal(3, result.Graph!.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error));
        Assert.StartsWith("the provider would refuse 3 inputs, the first: aws:sqs/queue:Queue 'it': ", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_of_a_name_the_schema_does_not_have_and_says_what_is_near()
    {
        var result = await Plan("aws:sqs/queue:Queue", Struct.Parser.ParseJson("""{"delaySecond":5}"""));

        Assert.Equal(PlanOutcome.Succeeded, result.Outcome);
        Assert.Equal("aws:sqs/queue:Queue 'it': delaySecond is no input of it; did you mean delaySeconds?", Assert.Single(result.Graph!.Diagnostics).Message);
    }

    private static Task<PlanResult> Plan(string type, Struct inputs) => ScriptedProgram.Plan(async program =>
    {
        var stack = await program.Stack();
        await program.Custom(type, "it", inputs, request => request.Parent = stack);
    });
}
