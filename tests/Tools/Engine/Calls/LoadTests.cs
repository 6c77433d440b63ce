using Google.Protobuf.WellKnownTypes;
using Platform.Engine;
using Platform.Engine.Monitor;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine.Calls;

/// <summary>Programs that ask for much at once, or never stop talking.</summary>
public class LoadTests
{
    [Fact]
    public async Task Serves_as_many_registrations_at_once_as_it_promises()
    {
        const int PerLane = 20;
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var info = await program.Call(ResourceMonitorMethods.GetDeploymentInfo, new Empty());
            Assert.Equal(64, info.Parallel);

            // Each lane waits for its own last answer only.
            await Task.WhenAll(Enumerable.Range(0, info.Parallel).Select(async lane =>
            {
                for (var i = 0; i < PerLane; i++)
                {
                    await program.Custom("aws:sqs/queue:Queue", $"queue-{lane}-{i}", Bag.Of(("delaySeconds", i)), request => request.Parent = stack);
                }
            }));
        });

        Assert.Equal(PlanOutcome.Succeeded, result.Outcome);
        Assert.Equal(64 * PerLane, result.Graph!.OfType("aws:sqs/queue:Queue").Count());
        Assert.Equal(64 * PerLane, result.Graph.OfType("aws:sqs/queue:Queue").Select(queue => queue.Id).Distinct().Count());
    }

    [Fact]
    public async Task Keeps_what_can_be_read_of_a_flood_of_messages_and_every_error()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            await Parallel.ForAsync(0, MessageLog.MaxMessages + 500, async (i, _) => await program.Log(LogSeverity.Info, $"still here, {i}"));
            await program.Log(LogSeverity.Info, new string('x', MessageLog.MaxLength + 1));
            await program.Log(LogSeverity.Error, "the one that matters");
        });

        var messages = result.Graph!.Diagnostics;
        Assert.Equal("the program reported an error: the one that matters", result.Problem);
        Assert.Equal(MessageLog.MaxMessages, messages.Count(message => message.Severity == Severity.Info));
        Assert.StartsWith("501 more messages were left out", Assert.Single(messages, message => message.Severity == Severity.Warning).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_a_thing_once_however_often_it_is_said()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            await Parallel.ForAsync(0, 1_000, async (_, _) => await program.Log(LogSeverity.Warning, "mind the gap"));
        });

        Assert.Equal(new Diagnostic(Severity.Warning, "mind the gap"), Assert.Single(result.Graph!.Diagnostics));
    }
}
