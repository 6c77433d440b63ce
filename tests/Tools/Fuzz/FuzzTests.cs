using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine;
using Platform.Graph;
using Platform.Protocol;
using Platform.Tests.Tools.Engine;
using Xunit.Abstractions;

namespace Platform.Tests.Tools.Fuzz;

/// <summary>Alone, so that the memory measured is its own.</summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class AloneDefinition;

/// <summary>Whatever bytes a program sends, the engine answers each request, goes on serving, and keeps nothing of it afterwards.</summary>
[Collection(nameof(FuzzTests))]
public class FuzzTests(ITestOutputHelper log)
{
    private const int AtOnce = 32;
    private const int LeastInAll = 20_000;
    private const long MostGrowth = 16L << 20;

    /// <summary>Requests per method: most go where most is done with them.</summary>
    private static readonly Dictionary<string, int> Planned = new()
    {
        ["/pulumirpc.ResourceMonitor/RegisterResource"] = 6_000,
        ["/pulumirpc.ResourceMonitor/Invoke"] = 3_000,
        ["/pulumirpc.ResourceMonitor/ReadResource"] = 2_500,
        ["/pulumirpc.ResourceMonitor/RegisterResourceOutputs"] = 1_500,
        ["/pulumirpc.ResourceMonitor/Call"] = 1_000,
        ["/pulumirpc.ResourceMonitor/RegisterPackage"] = 800,
        ["/pulumirpc.ResourceMonitor/RegisterResourceHook"] = 800,
        ["/pulumirpc.ResourceMonitor/RegisterErrorHook"] = 500,
        ["/pulumirpc.ResourceMonitor/RegisterStackTransform"] = 500,
        ["/pulumirpc.ResourceMonitor/RegisterStackInvokeTransform"] = 500,
        ["/pulumirpc.ResourceMonitor/SupportsFeature"] = 500,
        ["/pulumirpc.ResourceMonitor/GetDeploymentInfo"] = 300,
        ["/pulumirpc.ResourceMonitor/SignalAndWaitForShutdown"] = 300,
        ["/pulumirpc.Engine/Log"] = 1_000,
        ["/pulumirpc.Engine/SetRootResource"] = 500,
        ["/pulumirpc.Engine/GetRootResource"] = 300,
        ["/pulumirpc.Engine/RequirePulumiVersion"] = 500,
        ["/pulumirpc.Engine/StartDebugging"] = 300,
    };

    [Fact]
    public void Means_every_method_the_engine_serves()
    {
        Assert.Equal(Methods().Keys.Order(), Planned.Keys.Order());
        Assert.True(Planned.Values.Sum() >= LeastInAll);
    }

    [Fact]
    public async Task Answers_every_request_and_keeps_nothing_of_it()
    {
        var methods = Methods();
        await Storm(methods, share: 10, seed: 1);   // what is made once is made here
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var answers = await Storm(methods, share: 1, seed: 2);

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        foreach (var (path, given) in answers)
        {
            var counts = string.Join(", ", given.GroupBy(answer => answer.Status).OrderBy(group => group.Key).Select(group => $"status {group.Key}: {group.Count()}"));
            log.WriteLine($"{path}: {given.Length} requests; {counts}");
        }

        log.WriteLine($"{answers.Values.Sum(given => given.Length)} requests, {growth / 1024} KiB more than before");
        Assert.Equal(Planned, answers.ToDictionary(pair => pair.Key, pair => pair.Value.Length));
        Assert.All(answers.Values, given => Assert.True(given.DistinctBy(answer => answer.Status).Count() > 1, "all alike: no message was broken, or none was sound"));

        // Status 2 is a handler that fell over instead of refusing.
        Assert.Empty(answers.SelectMany(pair => pair.Value.Where(answer => answer.Status == 2).Select(answer => $"{pair.Key}: {answer.Message}")).Distinct());
        Assert.InRange(growth, long.MinValue, MostGrowth);
    }

    [Fact]
    public async Task Takes_a_message_as_large_as_messages_may_be()
    {
        const int Limit = 400 << 20;
        const int Rest = 1_024;   // of the message: names, lengths
        var answered = "";
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var huge = new Struct { Fields = { ["text"] = Value.ForString(new string('x', Limit - Rest)) } };
            answered = (await program.Component("shop:index:Archive", "archive", request => (request.Parent, request.Object) = (stack, huge))).Urn;
        });

        Assert.Equal(PlanOutcome.Succeeded, result.Outcome);
        var text = Assert.IsType<TextValue>(result.Graph!.Find(answered)!.Inputs["text"]);
        Assert.Equal(Limit - Rest, text.Text.Length);
    }

    /// <summary>A session per method, so that what one accepts does not change what another one meets.</summary>
    private static async Task<Dictionary<string, (int Status, string Message)[]>> Storm(IReadOnlyDictionary<string, MessageDescriptor> methods, int share, int seed)
    {
        var answers = new Dictionary<string, (int Status, string Message)[]>();
        foreach (var (path, type) in methods)
        {
            var random = new Random(seed);
            var (messages, frames) = (new WildMessages(random), new BrokenFrames(random));
            var bodies = Enumerable.Range(0, Planned[path] / share).Select(_ => frames.Frame(messages.Create(type).ToByteArray())).ToArray();
            answers[path] = await Send(path, bodies);
        }

        return answers;
    }

    private static async Task<(int Status, string Message)[]> Send(string path, byte[][] bodies)
    {
        var answers = new (int Status, string Message)[bodies.Length];
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = stack);
            using var client = new RawClient(program.Variables["PULUMI_MONITOR"]);
            await Parallel.ForAsync(0, bodies.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => answers[i] = await client.PostAsync(path, bodies[i]));

            // It still serves: the next honest request gets an honest answer.
            Assert.False((await program.Call(ResourceMonitorMethods.SupportsFeature, new SupportsFeatureRequest { Id = "time travel" })).HasSupport);
        });

        Assert.True(result.Outcome is PlanOutcome.Succeeded or PlanOutcome.ProgramFailed, $"{path}: {result.Outcome}");
        return answers;
    }

    private static Dictionary<string, MessageDescriptor> Methods() =>
        new[] { typeof(ResourceMonitorMethods), typeof(EngineMethods) }
            .SelectMany(service => service.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .ToDictionary(
                method => (string)method.PropertyType.GetProperty(nameof(GrpcMethod<Empty, Empty>.Path))!.GetValue(method.GetValue(null))!,
                method => (MessageDescriptor)method.PropertyType.GetGenericArguments()[0].GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);
}
