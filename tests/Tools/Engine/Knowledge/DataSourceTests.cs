using Platform.Engine;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine.Knowledge;

public class DataSourceTests
{
    private const string Answers = """
        answers:
        - token: aws:ec2/getAmi:getAmi
          args: { owners: [amazon] }
          result: { id: ami-amazon, architecture: arm64 }
        - token: aws:ec2/getAmi:getAmi
          result: { id: ami-any }
        - token: pulumi:pulumi:StackReference
          args: { name: acme/net/dev }
          result: { vpcId: vpc-shared, zones: 3, password: hush }
          secret: [password]
        """;

    [Fact]
    public async Task Prefers_a_persons_answer_the_first_whose_arguments_fit()
    {
        using var workspace = new Workspace().Write("answers.yaml", Answers);
        var result = await ScriptedProgram.Plan(
            async program =>
            {
                await program.Stack();
                Assert.Equal("ami-amazon", Text(await program.Invoke("aws:ec2/getAmi:getAmi", Bag.Of(("owners", Bag.List("amazon")), ("mostRecent", true))), "id"));
                Assert.Equal("ami-any", Text(await program.Invoke("aws:ec2/getAmi:getAmi", Bag.Of(("owners", Bag.List("self")))), "id"));
                var reference = await program.Call(ResourceMonitorMethods.ReadResource, new ReadResourceRequest
                {
                    Type = "pulumi:pulumi:StackReference", Name = "net", Id = "acme/net/dev", Properties = Bag.Of(("name", "acme/net/dev")),
                });
                var outputs = reference.Properties.Fields["outputs"].StructValue.Fields;
                Assert.Equal("vpc-shared", outputs["vpcId"].StringValue);
                Assert.Equal(3, outputs["zones"].NumberValue);
                Assert.Equal(Bag.List("password"), reference.Properties.Fields["secretOutputNames"]);
            },
            request => request with { AnswersFile = workspace.PathOf("answers.yaml"), Strict = true });

        Assert.Equal(PlanOutcome.Succeeded, result.Outcome);
        Assert.All(result.Graph!.Assumptions, assumption => Assert.Equal("answers-file", assumption.Kind));
        Assert.Empty(result.Graph.Diagnostics);
    }

    [Fact]
    public async Task Warns_of_answers_nobody_asked_for()
    {
        using var workspace = new Workspace().Write("answers.json", """{"answers":[{"token":"aws:ec2/getVpc:getVpc","result":{"id":"vpc-1"}}]}""");
        var result = await ScriptedProgram.Plan(async program => await program.Stack(), request => request with { AnswersFile = workspace.PathOf("answers.json") });

        Assert.Equal("the answers file answers aws:ec2/getVpc:getVpc, which the program did not ask, or not with these arguments", Assert.Single(result.Graph!.Diagnostics).Message);
    }

    [Theory]
    [InlineData("token: x", "needs a list 'answers'")]
    [InlineData("answers:\n- result: {}\n", "line 2: an answer needs a 'token'")]
    [InlineData("answers:\n- token: a:b:c\n", "needs a 'result'")]
    [InlineData("answers:\n- token: a:b:c\n  result: {}\n  secrets: [a]\n", "no member 'secrets'; there are: token, args, result, secret")]
    [InlineData("answers:\n- token: a:b:c\n  result: {a: 1}\n  secret: [b]\n", "no member 'b' to mark as secret")]
    [InlineData("answers: [", "is not valid YAML")]
    public async Task Refuses_an_answers_file_it_cannot_read(string content, string reason)
    {
        using var workspace = new Workspace().Write("answers.yaml", content);

        var refusal = await Assert.ThrowsAsync<PlanRequestException>(() =>
            ScriptedProgram.Plan(_ => Task.CompletedTask, request => request with { AnswersFile = workspace.PathOf("answers.yaml") }));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Computes_what_follows_from_the_configuration()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            Assert.Equal("aws", Text(await program.Invoke("aws:index/getPartition:getPartition"), "partition"));
            Assert.Equal("eu-west-1", Text(await program.Invoke("aws:index/getRegion:getRegion"), "name"));
            Assert.Equal("Europe (Ireland)", Text(await program.Invoke("aws:index/getRegion:getRegion"), "description"));
            Assert.Equal("123456789012", Text(await program.Invoke("aws:index/getCallerIdentity:getCallerIdentity"), "accountId"));
        }, request => request with { Strict = true });

        Assert.Equal(("aws:index/getCallerIdentity:getCallerIdentity", "computed"), result.Graph!.Assumptions.Select(assumption => (assumption.Subject, assumption.Kind)).Single());
    }

    [Theory]
    [InlineData("us-east-1", "us-east-1a us-east-1b us-east-1c us-east-1d us-east-1e us-east-1f")]
    [InlineData("ap-northeast-1", "ap-northeast-1a ap-northeast-1c ap-northeast-1d")]
    [InlineData("ca-central-1", "ca-central-1a ca-central-1b ca-central-1d")]
    public async Task Knows_the_zones_of_a_region(string region, string zones)
    {
        await ScriptedProgram.Plan(async program =>
        {
            var answer = await program.Invoke("aws:index/getAvailabilityZones:getAvailabilityZones", Bag.Of(("region", region), ("state", "available")));
            Assert.Equal(zones.Split(' '), Texts(answer, "names"));
            Assert.Equal(Texts(answer, "names").Count, Texts(answer, "zoneIds").Count);
        });
    }

    [Fact]
    public async Task Leaves_out_excluded_zones_and_does_not_guess_at_local_ones()
    {
        await ScriptedProgram.Plan(async program =>
        {
            var some = await program.Invoke("aws:index/getAvailabilityZones:getAvailabilityZones", Bag.Of(("excludeNames", Bag.List("eu-west-1b"))));
            Assert.Equal(["eu-west-1a", "eu-west-1c"], Texts(some, "names"));
            var local = await program.Invoke("aws:index/getAvailabilityZones:getAvailabilityZones", Bag.Of(("allAvailabilityZones", true)));
            Assert.All(Texts(local, "names"), name => Assert.Contains("0ff1", name, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Makes_marked_answers_for_the_rest_and_says_so()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            var first = await program.Invoke("aws:ec2/getVpc:getVpc", Bag.Of(("default", true)));
            var again = await program.Invoke("aws:ec2/getVpc:getVpc", Bag.Of(("default", true)));
            var other = await program.Invoke("aws:ec2/getVpc:getVpc", Bag.Of(("default", false)));
            var subnets = await program.Invoke("aws:ec2/getSubnets:getSubnets", Bag.Of());
            Assert.StartsWith("vpc-0ff1", Text(first, "id"), StringComparison.Ordinal);
            Assert.Equal(first, again);
            Assert.NotEqual(Text(first, "id"), Text(other, "id"));
            Assert.Equal(3, Texts(subnets, "ids").Distinct().Count());
        });

        Assert.Equal(["placeholder", "placeholder"], result.Graph!.Assumptions.Select(assumption => assumption.Kind));
    }

    [Fact]
    public async Task Leaves_out_what_nobody_can_know_instead_of_making_the_whole_answer_unknown()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var image = await program.Invoke("aws:ec2/getAmi:getAmi", Bag.Of(("owners", Bag.List("amazon"))));
            Assert.StartsWith("ami-0ff1", Text(image, "id"), StringComparison.Ordinal);
            Assert.DoesNotContain(Bag.Unknown.StringValue, image.Return.ToString(), StringComparison.Ordinal);
            Assert.False(image.Return.Fields.ContainsKey("creationDate"));
        });

        Assert.Contains("answered without", Assert.Single(result.Graph!.Assumptions).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_unknown_for_what_it_never_heard_of_and_for_unknown_arguments()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            Assert.True((await program.Invoke("acme:index/getThing:getThing")).Unknown);
            var answer = await program.Invoke("aws:ec2/getVpc:getVpc", Bag.Of(("id", Bag.Unknown)));
            Assert.True(answer.Unknown);
            Assert.Equal(Bag.Unknown, answer.Return.Fields["arn"]);
        });

        Assert.Equal("acme:index/getThing:getThing", Assert.Single(result.Graph!.Assumptions).Subject);
    }

    [Theory]
    [InlineData("aws:ec2/getAmi:getAmi")]
    [InlineData("acme:index/getThing:getThing")]
    public async Task Refuses_inexact_answers_when_asked_to_be_strict(string token)
    {
        var result = await ScriptedProgram.Plan(
            async program =>
            {
                await program.Stack();
                await program.Invoke(token);
                await program.Invoke(token);
            },
            request => request with { Strict = true });

        Assert.Equal(PlanOutcome.Inexact, result.Outcome);
        Assert.Equal(
            $"the data source {token} has no exact answer offline, and --strict accepts nothing less; answer it in the file given with --answers",
            Assert.Single(result.Graph!.Diagnostics).Message);
        Assert.Equal(result.Graph.Diagnostics[0].Message, result.Problem);
    }

    [Fact]
    public async Task Says_when_region_and_account_are_nobodys_choice()
    {
        var result = await ScriptedProgram.Plan(
            async program =>
            {
                var stack = await program.Stack();
                await program.Custom("aws:sqs/queue:Queue", "work", change: request => request.Parent = stack);
                Assert.Contains("000000000000", Text(await program.Invoke("aws:index/getCallerIdentity:getCallerIdentity"), "accountId"), StringComparison.Ordinal);
            },
            stackFile: "");

        Assert.Equal(
            ["aws:allowedAccountIds", "aws:index/getCallerIdentity:getCallerIdentity", "aws:region"],
            result.Graph!.Assumptions.Select(assumption => assumption.Subject));
        Assert.Null(Assert.Single(result.Graph.OfType("aws:sqs/queue:Queue")).Region);
    }

    private static string Text(ResourceInvokeResponse answer, string name) => answer.Return.Fields[name].StringValue;

    private static IReadOnlyList<string> Texts(ResourceInvokeResponse answer, string name) =>
        [.. answer.Return.Fields[name].ListValue.Values.Select(value => value.StringValue)];
}
