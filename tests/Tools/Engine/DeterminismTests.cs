using System.Text;
using Platform.Engine;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine;

public class DeterminismTests
{
    [Fact]
    public async Task Gives_the_same_bytes_whatever_the_order_of_arrival()
    {
        var plans = await Task.WhenAll(Enumerable.Range(0, 6).Select(seed => Plan(seed)));

        Assert.Single(plans.Distinct());
        Assert.Contains("0ff1", plans[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_a_question_alike_however_its_arguments_are_ordered()
    {
        (string, object?)[] tags = [("team", "shop"), ("stage", "dev")];
        var answers = new List<string>();
        await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            foreach (var asked in new[] { Bag.Of(("state", "available"), ("tags", Bag.Of(tags))), Bag.Of(("tags", Bag.Of(tags[1], tags[0])), ("state", "available")) })
            {
                answers.Add((await program.Invoke("aws:ec2/getVpc:getVpc", asked)).Return.Fields["id"].StringValue);
            }
        });

        Assert.Equal(2, answers.Count);
        Assert.StartsWith("vpc-0ff1", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completes_ten_thousand_registrations_at_once()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 128 }, async (number, _) =>
                await program.Custom("aws:sqs/queue:Queue", $"queue-{number}", Bag.Of(("visibilityTimeoutSeconds", 30)), request => request.Parent = stack));
        });

        Assert.Equal(PlanOutcome.Succeeded, result.Outcome);
        Assert.Equal(10_001, result.Graph!.Resources.Length);
        Assert.Equal(10_000, result.Graph.Resources.Select(resource => resource.Id).OfType<string>().Distinct().Count());
    }

    private static async Task<string> Plan(int seed)
    {
        var order = Enumerable.Range(0, 64).OrderBy(number => HashCode.Combine(seed, number)).ToList();
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            await Task.WhenAll(order.Select(async number =>
            {
                var vpc = await program.Custom("aws:ec2/vpc:Vpc", $"vpc-{number}", Bag.Of(("cidrBlock", $"10.{number}.0.0/16")), request => request.Parent = stack);
                await program.Custom("aws:ec2/subnet:Subnet", $"subnet-{number}", Bag.Of(("vpcId", vpc.Id)), request =>
                {
                    request.Parent = stack;
                    request.DependsOn("vpcId", vpc.Urn);
                });
                await program.Log(LogSeverity.Warning, $"warning {number}", vpc.Urn);
                await program.Invoke("aws:ec2/getVpc:getVpc", Bag.Of(("id", vpc.Id)));
            }));
        });
        return Encoding.UTF8.GetString(PlanJson.Write(result.Graph!).Span);
    }
}
